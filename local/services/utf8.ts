/** Bytes of a text in UTF-8, 0 to 255. */
export function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), trail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), trail(code >> 6), trail(code));
    else bytes.push(0xf0 | (code >> 18), trail(code >> 12), trail(code >> 6), trail(code));
  }
  return bytes;
}

function trail(code: number): number {
  return 0x80 | (code & 0x3f);
}

/** Text of bytes in UTF-8, signed or not. */
export function fromUtf8(bytes: readonly number[]): string {
  const escaped = bytes.map((byte) => `%${(byte & 0xff).toString(16).padStart(2, "0")}`);
  return decodeURIComponent(escaped.join(""));
}
