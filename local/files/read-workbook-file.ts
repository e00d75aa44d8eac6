import type { WorkbookSnapshot } from "../engine/snapshot.js";
import { fileKind } from "./file-kind.js";
import { readCsv } from "./read-csv.js";
import { readOds } from "./read-ods.js";
import { readXlsx } from "./read-xlsx.js";
import { FichierIllisible, REASONS } from "./unreadable.js";

/**
 * Reads a spreadsheet file. What the bytes are decides, not the file's name.
 * Texts stay texts (`01004`, `=1+1` typed as text, every cell of a CSV); dates are serial numbers
 * with a date format; formulas are canonical.
 * @param fileName Names the sheet of a CSV.
 * @throws FichierIllisible with a French message where the file cannot be read.
 */
export async function readWorkbookFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<WorkbookSnapshot> {
  const kind = fileKind(bytes, fileName);
  if (kind === "csv") return readCsv(bytes, fileName);
  try {
    const snapshot = kind === "xlsx" ? await readXlsx(bytes) : readOds(bytes);
    if (snapshot.sheets.length > 0) return snapshot;
  } catch (error) {
    if (error instanceof FichierIllisible) throw error;
    throw new FichierIllisible(REASONS.damaged, { cause: error });
  }
  throw new FichierIllisible(REASONS.noSheet);
}
