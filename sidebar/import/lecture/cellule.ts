import * as XLSX from "@e965/xlsx/dist/xlsx.mini.min.js";
import type { Cell } from "../../../src/dossiers/cell.js";

/** What a workbook's error codes show. */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

const two = (value: number) => String(value).padStart(2, "0");

/** A date's serial number as `2021-06-30`, `2021-06-10 12:00:00`, or `12:00:00` where it has no day. */
function dateText(serial: number, since1904: boolean): string {
  const date = XLSX.SSF.parse_date_code(serial, { date1904: since1904 });
  const day = `${date.y}-${two(date.m)}-${two(date.d)}`;
  const time = `${two(date.H)}:${two(date.M)}:${two(date.S)}`;
  if (serial < 1) return time;
  return time === "00:00:00" ? day : `${day} ${time}`;
}

/** A code kept as a number and shown with its zeros, by a format such as `00000` or `000 000 000`. */
function withZeros(value: number, format: string): string | undefined {
  const zeros = format.replace(/\\(.)/g, "$1").replace(/[ "\u00a0]/g, "");
  if (!/^0{2,}$/.test(zeros) || !Number.isSafeInteger(value) || value < 0) return undefined;
  return String(value).padStart(zeros.length, "0");
}

/**
 * The plain value of a workbook's cell: texts stay as they are, dates become texts without any time
 * zone, a formula counts for its value alone.
 *
 * @param since1904 whether the workbook counts days from 1904, as old Macs did
 */
export function valeurDe(cell: XLSX.CellObject, since1904: boolean): Cell {
  const { t: kind, v: value, z: format = "General" } = cell;
  if (kind === "e") return ERRORS[Number(value)] ?? "#ERREUR";
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "number") return "";
  const pattern = String(format);
  if (value >= 0 && XLSX.SSF.is_date(pattern)) return dateText(value, since1904);
  return withZeros(value, pattern) ?? value;
}
