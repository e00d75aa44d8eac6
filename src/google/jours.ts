import { type Day, serialOf } from "../rules/day.js";
import { once, remembered } from "../rules/once.js";

/** What a border needs to turn instants into days: the spreadsheet's zone, read once per run. */
export interface Fuseau {
  /** `2021-06-30`, or `2021-06-30 14:05` where the instant is not a midnight. */
  readonly texte: (instant: Date) => string;
  /** `2021-06-30 14:05:09`, whatever the instant. */
  readonly horodatage: (instant: Date) => string;
  /** The serial number of an instant, to the second. */
  readonly serie: (instant: Date) => number;
  /** The instant at which a day begins in the spreadsheet's zone. */
  readonly debut: (day: Day) => Date;
  /** IANA name of the zone. */
  readonly nom: () => string;
}

const MIDNIGHT = " 00:00:00";

/** What a midnight reads like in another zone: zones are quarters of an hour apart. */
const MIDNIGHT_ELSEWHERE = /:(?:00|15|30|45):00$/;

/** Reads an instant, `2021-06-30 14:05:09`. */
function wallClockOf(zone: () => string): (instant: number) => string {
  const format = once(
    () =>
      new Intl.DateTimeFormat("sv-SE", {
        timeZone: zone(),
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
      }),
  );
  return remembered((instant: number) => format().format(new Date(instant)));
}

/**
 * Days and instants of one zone. No time zone but the spreadsheet's may move a deadline, so the
 * script's own is never asked.
 *
 * @param zone gives the IANA name, asked for at the first date only
 * @param supposed a name that was right a moment ago: asked for all the same where a date that is read may be a midnight of another zone
 */
export function fuseau(zone: () => string, supposed?: string): Fuseau {
  let asked: string | undefined;
  const ask = () => {
    asked = zone();
    return asked;
  };
  const nom = () => asked ?? supposed ?? ask();
  let wallClock = wallClockOf(nom);
  const isDoubtful = (text: string) =>
    asked === undefined &&
    supposed !== undefined &&
    !text.endsWith(MIDNIGHT) &&
    MIDNIGHT_ELSEWHERE.test(text);
  /** A cell's date: one that may be a midnight of another zone makes the supposed one doubtful. */
  const shown = (instant: Date): string => {
    const text = wallClock(instant.getTime());
    if (!isDoubtful(text) || ask() === supposed) return text;
    wallClock = wallClockOf(nom);
    return wallClock(instant.getTime());
  };
  return {
    texte: (instant) => {
      const text = shown(instant);
      return text.endsWith(MIDNIGHT) ? text.slice(0, 10) : text.slice(0, 16);
    },
    horodatage: (instant) => wallClock(instant.getTime()),
    serie: (instant) => {
      const [day = "", time = ""] = shown(instant).split(" ");
      const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
      return serialOf(day) + (hours * 3600 + minutes * 60 + seconds) / 86_400;
    },
    debut: (day) => {
      const utc = Date.parse(`${day}T00:00:00Z`);
      const shown = Date.parse(`${wallClock(utc).replace(" ", "T")}Z`);
      const guess = utc - (shown - utc);
      const again = Date.parse(`${wallClock(guess).replace(" ", "T")}Z`);
      return new Date(guess - (again - utc));
    },
    nom,
  };
}

/** Whether a value is a Date, of this realm or another. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** The active spreadsheet's zone, read at the first date of a run, or supposed as `fuseau` does. */
export function spreadsheetZone(supposed?: string): Fuseau {
  return fuseau(() => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(), supposed);
}
