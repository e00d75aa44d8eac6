import { renderNumber } from "../formula/index.js";
import type { Value } from "../types.js";
import { type Conventions, conventions } from "./conventions.js";

/** What a cell shows for a value: `display(1234.5, '#,##0.00 "€"', "fr_FR")` is `1 234,50 €`. */
export function display(value: Value, format: string, locale: string): string {
  const writing = conventions(locale);
  if (value === null) return "";
  if (typeof value === "boolean") return value ? writing.trueText : writing.falseText;
  if (typeof value === "object") return value.error;
  if (typeof value === "string") return displayText(value, format);
  if (format === "" || format === "@") return automatic(value, writing);
  return renderNumber(value, format, writing);
}

/** The fourth section of a format is for texts. */
function displayText(text: string, format: string): string {
  const section = (format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;)/g) ?? [])[3];
  if (section === undefined) return text;
  return section.replace(/"([^"]*)"|\\(.)|@/g, (mark, quoted, escaped) =>
    mark === "@" ? text : (quoted ?? escaped),
  );
}

/** A number without a format: ten significant digits at most. */
function automatic(value: number, writing: Conventions): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) return scientific(value, writing);
  const text = Number.isInteger(value) ? String(value) : plain(Number(value.toPrecision(10)));
  return text.replace(".", writing.decimal);
}

function scientific(value: number, writing: Conventions): string {
  const [mantissa = "", exponent = ""] = value.toExponential(5).split("e");
  const digits = mantissa.replace(/\.?0+$/, "").replace(".", writing.decimal);
  return `${digits}E${exponent.replace(/^([+-])(\d)$/, "$10$2")}`;
}

function plain(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}
