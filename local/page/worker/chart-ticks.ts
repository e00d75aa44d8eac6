import { display } from "../../engine/model/index.js";

/** About how many steps an axis has. */
const STEPS = 5;

/** Round marks of an axis that holds these values and zero: 0, 20, 40, 60 for 7, 51; to 1 where all are zero. */
export function axisMarks(values: readonly number[]): number[] {
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  const top = values.reduce((most, value) => Math.max(most, value), 0);
  const high = top === low ? 1 : top;
  const step = roundStep((high - low) / STEPS);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

/** The next of 1, 2, 5, 10… times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((digit) => digit * power >= least) ?? 10) * power;
}

/** The marks as a person reads them: in the cells' format, with the decimals that tell them apart. */
export function markTexts(marks: readonly number[], format: string, locale: string): string[] {
  const texts = (by: string) => marks.map((mark) => display(mark, by, locale));
  const distinct = (all: readonly string[]) => new Set(all).size === all.length;
  const plain = ["#,##0", "#,##0.0", "#,##0.00"];
  const tried = (format === "" || format === "@" ? [] : [format.replace(/\.0+/, ""), format])
    .concat(plain)
    .map(texts);
  return tried.find(distinct) ?? texts("");
}
