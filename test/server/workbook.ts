import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { fingerprintOf, type SourceFile } from "../../local/server/source-file.js";

/** A workbook of one cell that says this. */
export function workbookOf(text: string): WorkbookSnapshot {
  const content = { kind: "value", value: text } as const;
  return {
    locale: "fr_FR",
    timeZone: "Europe/Paris",
    sheets: [{ name: "Feuille 1", rows: 10, columns: 5, cells: [{ row: 1, column: 1, content }] }],
    names: {},
    properties: { guichet: text },
  };
}

/** A file of the disk whose text is what its workbook says: `readText` reads it. */
export function fileOf(text: string, path = "/dossiers/suivi.xlsx"): SourceFile {
  const bytes = new TextEncoder().encode(text);
  const nom = path.split("/").at(-1) ?? path;
  return { nom, source: path, origin: path, bytes, fingerprint: fingerprintOf(bytes) };
}

export async function readText(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  return workbookOf(new TextDecoder().decode(bytes));
}
