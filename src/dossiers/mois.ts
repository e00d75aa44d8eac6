import { isMonth, type Month, nameOfMonth } from "../rules/day.js";
import { normalise } from "./text.js";

const YEAR_FIRST = /^(\d{4})-(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})[/.-](\d{4})$/;
const NAMED = /^(\S+) (\d{4})$/;

/** Number of each month by its French name. */
const NUMBERS = new Map(
  Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0")).map((number) => [
    normalise(nameOfMonth(`2021-${number}`).split(" ")[0] ?? ""),
    number,
  ]),
);

/**
 * A month as a person types it, with its year.
 *
 * @returns `undefined` where it is none, or no year is given
 * @example readMois("06/2021") // "2021-06"
 * @example readMois("Juin 2021") // "2021-06"
 */
export function readMois(text: string): Month | undefined {
  const typed = text.trim();
  const [, name = "", namedYear] = NAMED.exec(normalise(typed)) ?? [];
  const [, lastMonth, lastYear] = YEAR_LAST.exec(typed) ?? [];
  const [, firstYear, firstMonth] = YEAR_FIRST.exec(typed) ?? [];
  const year = namedYear ?? lastYear ?? firstYear ?? "";
  const number = NUMBERS.get(name) ?? lastMonth ?? firstMonth ?? "";
  const month = `${year}-${number.padStart(2, "0")}`;
  return isMonth(month) ? month : undefined;
}
