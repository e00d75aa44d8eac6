import { isDate } from "../../engine/dates/isDate.js";
import { partsOf } from "../../engine/formula/index.js";
import { dateFormatOf, readInput, toSerial } from "../../engine/model/index.js";
import type { Content } from "../../engine/types.js";
import type { ServiceContext } from "../context.js";
import { GoogleError } from "../errors.js";

/** What a value written by a script becomes, and the number format it brings along. */
export interface Typed {
  readonly content: Content | undefined;
  readonly format?: string;
}

/** Reads a value as `setValues` does: numbers and truth values as they are, texts as if typed. */
export function typed(context: ServiceContext, value: unknown, format: string): Typed {
  if (value === null || value === undefined) return { content: undefined };
  if (typeof value === "boolean") return { content: { kind: "value", value } };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new GoogleError(`Cannot convert ${value} to a cell value.`);
    return { content: { kind: "value", value } };
  }
  if (isDate(value)) return date(context, value);
  if (typeof value !== "string") {
    throw new GoogleError(`Cannot convert ${String(value)} to a cell value.`);
  }
  if (value.length > 50_000) {
    throw new GoogleError(
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    );
  }
  const { locale, timeZone } = context.workbook;
  return readInput(value, {
    locale,
    format,
    year: partsOf(toSerial(context.now(), timeZone)).year,
  });
}

function date(context: ServiceContext, value: Date): Typed {
  const instant = value.getTime();
  if (Number.isNaN(instant)) throw new GoogleError("Cannot convert Invalid Date to a cell value.");
  const { locale, timeZone } = context.workbook;
  const serial = toSerial(instant, timeZone);
  return { content: { kind: "value", value: serial }, format: dateFormatOf(serial, locale) };
}
