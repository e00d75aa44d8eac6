import { type Day, dayOf, dayOfSerial } from "../rules/day.js";
import { once, remembered } from "../rules/once.js";
import { expected, type Reader, read, reader } from "./cell.js";
import { normalise } from "./text.js";

/** Reads a text, a code or a label: what is typed, outer spaces apart. */
export const readText: Reader<string> = reader((cell) => read(String(cell).trim()));

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const FRENCH_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\s+\d{1,2}[:h].*)?$/;
const EXPECTED_DAY = "une date (par exemple 30/06/2021)";

/** Reads a day: `30/06/2021`, `30/06/21`, `2021-06-30`, a platform's timestamp, or a date's serial number. */
export const readDay: Reader<Day> = reader((cell) => {
  if (typeof cell === "number") {
    return cell >= 1 && cell < 100_000 ? read(dayOfSerial(cell)) : expected(EXPECTED_DAY);
  }
  const text = String(cell).trim();
  const iso = ISO_DAY.exec(text);
  const french = FRENCH_DAY.exec(text);
  const day = iso
    ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : french && dayOf(fullYear(french[3] ?? ""), Number(french[2]), Number(french[1]));
  return day ? read(day) : expected(EXPECTED_DAY);
});

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

const YES = new Set(["oui", "o", "vrai", "true", "x", "on", "1", "ok"]);
const NO = new Set(["non", "n", "faux", "false", "off", "0"]);

/** Reads yes or no: `Oui`, `Non`, a checkbox, the platform's `on` and `off`. */
export const readYesNo: Reader<boolean> = reader((cell) => {
  if (typeof cell === "boolean") return read(cell);
  const word = normalise(String(cell));
  if (YES.has(word)) return read(true);
  return NO.has(word) ? read(false) : expected("Oui ou Non");
});

/**
 * A reader that picks from a list of spellings.
 *
 * @param spellings value for each normalised spelling
 * @param attendu what a message says is expected
 */
export function readOneOf<T>(spellings: () => ReadonlyMap<string, T>, attendu: string): Reader<T> {
  return reader(
    remembered((cell) => {
      const value = spellings().get(normalise(String(cell)));
      return value === undefined ? expected(attendu) : read(value);
    }),
  );
}

/** The spellings of each value of a list, made once from a table `value → other spellings`. */
export function spellingsOf<T extends string>(
  table: Readonly<Record<T, readonly string[]>>,
): () => ReadonlyMap<string, T> {
  return once(() => {
    const spellings = new Map<string, T>();
    for (const value of Object.keys(table) as T[]) {
      for (const spelling of [value, ...table[value]]) spellings.set(normalise(spelling), value);
    }
    return spellings;
  });
}
