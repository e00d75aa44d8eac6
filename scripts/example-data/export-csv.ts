import { platformDossiers } from "./platform.js";
import {
  accountColumns,
  type ExportCell,
  establishmentColumns,
  fieldColumns,
  type Kind,
  stateColumns,
} from "./platform-columns.js";

function plain(cell: ExportCell): string {
  if (cell === undefined) return "";
  if (typeof cell === "object") return `${cell.time} +0200`;
  return String(cell);
}

function quoted(value: string): string {
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The platform's export as CSV: commas, line feeds, UTF-8 without a mark. */
export function exportCsv(kind: Kind): Uint8Array {
  const columns = [
    ...accountColumns(kind),
    ...establishmentColumns(kind),
    ...stateColumns(kind),
    ...fieldColumns(kind),
  ];
  const rows = [
    columns.map(({ header }) => header),
    ...platformDossiers().map((item) => columns.map(({ cell }) => plain(cell(item)))),
  ];
  return new TextEncoder().encode(rows.map((row) => `${row.map(quoted).join(",")}\n`).join(""));
}
