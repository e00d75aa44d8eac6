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
}

/**
 * Days and instants of one zone. No time zone but the spreadsheet's may move a deadline, so the
 * script's own is never asked.
 *
 * @param zone gives the IANA name, asked for at the first date only
 */
export function fuseau(zone: () => string): Fuseau {
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
  const wallClock = remembered((instant: number) => format().format(new Date(instant)));
  return {
    texte: (instant) => {
      const text = wallClock(instant.getTime());
      return text.endsWith(" 00:00:00") ? text.slice(0, 10) : text.slice(0, 16);
    },
    horodatage: (instant) => wallClock(instant.getTime()),
    serie: (instant) => {
      const [day = "", time = ""] = wallClock(instant.getTime()).split(" ");
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
  };
}

/** Whether a value is a Date, of this realm or another. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** The active spreadsheet's zone, read at the first date of a run. */
export function spreadsheetZone(): Fuseau {
  return fuseau(() => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
}
