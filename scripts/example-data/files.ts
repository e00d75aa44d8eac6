import { writeXlsx } from "../../local/files/write-xlsx.js";
import { TRACKING_WORKBOOKS } from "./tracking.js";

/** Makes every file of the example data, by name: the same bytes on every run. */
export async function exampleFiles(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, make] of Object.entries(TRACKING_WORKBOOKS)) {
    files[name] = await writeXlsx(make(), () => null);
  }
  return files;
}
