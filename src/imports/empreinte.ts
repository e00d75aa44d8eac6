/**
 * A short fingerprint of a text (FNV-1a on 32 bits, twice with two seeds): says whether something
 * changed, not what it was.
 *
 * @example empreinteDe("abc") // 16 hexadecimal digits
 */
export function empreinteDe(text: string): string {
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}

/** 32 bits alone: too few to find back a name or an address. */
export function empreinteCourte(text: string): string {
  return hash(text, 0x811c9dc5);
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
