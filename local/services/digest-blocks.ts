/** The padded message of MD5 and SHA-256 as blocks of sixteen 32-bit words. */
export function words(bytes: readonly number[], order: "big" | "little"): number[][] {
  const padded = [...bytes, 0x80];
  while (padded.length % 64 !== 56) padded.push(0);
  const bits = bytes.length * 8;
  const low = bits >>> 0;
  const high = Math.floor(bits / 2 ** 32);
  const length = order === "big" ? [high, low] : [low, high];
  for (const word of length) padded.push(...wordBytes(word, order));
  const blocks: number[][] = [];
  for (let start = 0; start < padded.length; start += 64) {
    blocks.push(Array.from({ length: 16 }, (_, at) => word(padded, start + at * 4, order)));
  }
  return blocks;
}

function wordBytes(word: number, order: "big" | "little"): number[] {
  const bytes = [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff);
  return order === "big" ? bytes : bytes.reverse();
}

function word(bytes: readonly number[], at: number, order: "big" | "little"): number {
  const four = bytes.slice(at, at + 4);
  if (order === "little") four.reverse();
  return four.reduce((value, byte) => (value << 8) | byte | 0, 0);
}
