import type { Value } from "../types.js";
import { type Conventions, conventions } from "./conventions.js";
import { type FormatToken, formatSections } from "./number-format.js";
import { calendar } from "./zone.js";

/** What a cell shows for a value: `display(1234.5, '#,##0.00 "€"', "fr_FR")` is `1 234,50 €`. */
export function display(value: Value, format: string, locale: string): string {
  const writing = conventions(locale);
  if (value === null) return "";
  if (typeof value === "boolean") return value ? writing.trueText : writing.falseText;
  if (typeof value === "object") return value.error;
  if (typeof value === "string") return displayText(value, format);
  if (format === "" || format === "@") return automatic(value, writing);
  const sections = formatSections(format);
  const [positive, negative, zero] = sections;
  if (value < 0 && negative && sections.length > 1) return render(-value, negative, writing);
  if (value === 0 && zero && sections.length > 2) return render(0, zero, writing);
  if (!positive) return "";
  const sign = value < 0 ? "-" : "";
  const shown = render(Math.abs(value), positive, writing, value);
  return sign && /[1-9]/.test(shown) ? sign + shown : shown;
}

function displayText(text: string, format: string): string {
  const section = formatSections(format)[3];
  if (!section) return text;
  return section
    .map((token) => (token.kind === "value" ? text : token.kind === "text" ? token.text : ""))
    .join("");
}

/** A number without a format: ten significant digits at most. */
function automatic(value: number, writing: Conventions): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    const [mantissa = "", exponent = ""] = value.toExponential(14).split("e");
    const digits = Number(mantissa)
      .toPrecision(6)
      .replace(/\.?0+$/, "");
    const power = exponent.replace(/^([+-])(\d)$/, "$10$2");
    return `${digits.replace(".", writing.decimal)}E${power}`;
  }
  const text = Number.isInteger(value) ? String(value) : plain(Number(value.toPrecision(10)));
  return text.replace(".", writing.decimal);
}

function plain(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}

function render(
  size: number,
  section: readonly FormatToken[],
  writing: Conventions,
  signed = size,
): string {
  const percents = section.filter((token) => token.kind === "percent").length;
  const scaled = percents ? shiftDecimal(size, 2 * percents) : size;
  const halfDay = section.some((token) => token.kind === "halfDay");
  return section
    .map((token) => {
      if (token.kind === "percent") return "%";
      if (token.kind === "digits") return digits(scaled, token.text, writing);
      if (token.kind === "date") return dateField(signed, token.text, writing, halfDay);
      if (token.kind === "elapsed") return elapsed(size, token.text);
      if (token.kind === "halfDay") return calendar(signed).hour < 12 ? "AM" : "PM";
      return token.kind === "text" ? token.text : automatic(size, writing);
    })
    .join("");
}

/** Moves the decimal point without the noise of a multiplication: 0.07 by 2 is 7. */
function shiftDecimal(value: number, places: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** Rounds half away from zero on the decimal writing, as a spreadsheet does. */
function fixed(value: number, places: number): string {
  return shiftDecimal(Math.round(shiftDecimal(value, places)), -places).toFixed(places);
}

function digits(value: number, pattern: string, writing: Conventions): string {
  const scientific = /^(.*)E([+-])(0+)$/i.exec(pattern);
  if (scientific) {
    const places = (scientific[1]?.split(".")[1] ?? "").length;
    const [mantissa = "", exponent = "0"] = value.toExponential(places).split("e");
    const power = String(Math.abs(Number(exponent))).padStart((scientific[3] ?? "").length, "0");
    const sign = Number(exponent) < 0 ? "-" : scientific[2] === "+" ? "+" : "";
    return `${mantissa.replace(".", writing.decimal)}E${sign}${power}`;
  }
  const [whole = "", fraction = ""] = pattern.split(".");
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0;
  const integerPattern = whole.replace(/,+$/, "");
  const places = fraction.replaceAll(",", "").length;
  const least = (fraction.match(/0/g) ?? []).length;
  const text = fixed(thousands ? shiftDecimal(value, -3 * thousands) : value, places);
  const [integer = "0", decimals = ""] = text.split(".");
  const width = (integerPattern.match(/0/g) ?? []).length;
  const stripped = integer === "0" && width === 0 ? "" : integer.padStart(width, "0");
  const grouped = integerPattern.includes(",")
    ? stripped.replace(/\B(?=(\d{3})+$)/g, writing.group)
    : stripped;
  let kept = decimals;
  while (kept.length > least && kept.endsWith("0")) kept = kept.slice(0, -1);
  return kept || pattern.endsWith(".") ? `${grouped}${writing.decimal}${kept}` : grouped;
}

function dateField(serial: number, field: string, writing: Conventions, halfDay: boolean): string {
  const at = calendar(serial);
  const letter = field[0];
  const padded = (value: number) =>
    field.length > 1 ? String(value).padStart(2, "0") : `${value}`;
  switch (letter) {
    case "y":
      return field.length > 2
        ? String(at.year).padStart(4, "0")
        : String(at.year % 100).padStart(2, "0");
    case "m":
      if (field.length === 3) return writing.shortMonths[at.month - 1] ?? "";
      if (field.length === 5) return (writing.months[at.month - 1] ?? "").charAt(0);
      return field.length > 3 ? (writing.months[at.month - 1] ?? "") : padded(at.month);
    case "d":
      if (field.length === 3) return writing.shortWeekdays[at.weekday] ?? "";
      return field.length > 3 ? (writing.weekdays[at.weekday] ?? "") : padded(at.day);
    case "h":
      return padded(halfDay ? at.hour % 12 || 12 : at.hour);
    case "n":
      return padded(at.minute);
    default:
      return padded(at.second);
  }
}

function elapsed(serial: number, field: string): string {
  const perDay = { h: 24, m: 1_440, s: 86_400 }[field[0] ?? "h"] ?? 24;
  return String(Math.floor(serial * perDay + 1e-9)).padStart(field.length, "0");
}
