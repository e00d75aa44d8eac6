const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LONGEST_COMMENT = 0xffff;

/** A file inside a zip, as the zip's directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
}

/** Whether bytes begin as a zip does. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Reads a zip's directory without unpacking anything; `undefined` where it is damaged. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_SIZE;
  const stop = Math.max(0, end - LONGEST_COMMENT);
  while (end >= stop && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < stop) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength);
    entries.push({ name: new TextDecoder().decode(name), size: view.getUint32(at + 24, true) });
    at += ENTRY_SIZE + nameLength + rest;
  }
  return entries;
}
