const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes, signed or not, in base 64. */
export function toBase64(bytes: readonly number[]): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const three = bytes.slice(at, at + 3);
    const [a = 0, b = 0, c = 0] = three.map((byte) => byte & 0xff);
    const bits = (a << 16) | (b << 8) | c;
    for (let place = 0; place < 4; place++) {
      text += place > three.length ? "=" : ALPHABET[(bits >>> (18 - 6 * place)) & 63];
    }
  }
  return text;
}

/** Bytes, 0 to 255, of a text in base 64; `undefined` where it is none. */
export function fromBase64(text: string): number[] | undefined {
  const bare = text.replace(/=+$/, "");
  if (/[^A-Za-z0-9+/]/.test(bare) || bare.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < bare.length; at += 4) {
    const four = [...bare.slice(at, at + 4)].map((letter) => ALPHABET.indexOf(letter));
    const [a = 0, b = 0, c = 0, d = 0] = four;
    const bits = (a << 18) | (b << 12) | (c << 6) | d;
    const all = [bits >>> 16, (bits >>> 8) & 0xff, bits & 0xff];
    bytes.push(...all.slice(0, four.length - 1));
  }
  return bytes;
}
