import { writeOds } from "../../local/files/write-ods.js";
import { writeXlsx } from "../../local/files/write-xlsx.js";
import { exportCsv } from "./export-csv.js";
import { exportWorkbook } from "./export-workbook.js";
import { TRACKING_WORKBOOKS } from "./tracking.js";

/** No formula in the example data: nothing to compute. */
const noValue = () => null;

/** Makes every file of the example data, by name: the same bytes on every run. */
export async function exampleFiles(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, make] of Object.entries(TRACKING_WORKBOOKS)) {
    files[name] = await writeXlsx(make(), noValue);
  }
  for (const kind of [2021, 2026] as const) {
    files[`export-${kind}.csv`] = exportCsv(kind);
    files[`export-${kind}.xlsx`] = await writeXlsx(exportWorkbook(kind, "real"), noValue);
  }
  files["export-2026.ods"] = writeOds(exportWorkbook(2026, "text"), noValue);
  return files;
}
