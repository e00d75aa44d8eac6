import { strFromU8, unzipSync } from "fflate";

/** The text of one file of a zip. */
export function unzipped(bytes: Uint8Array, path: string): string {
  const found = unzipSync(bytes)[path];
  if (!found) throw new Error(`The zip holds no ${path}.`);
  return strFromU8(found);
}
