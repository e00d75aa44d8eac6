import { serialOfUtc, utcOfSerial } from "./serial.js";

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      era: "short",
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** What the zone's wall clock shows at an instant, as if it were UTC, in milliseconds. */
function wallClock(instant: number, timeZone: string): number {
  const fields: Record<string, string> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(instant)) fields[type] = value;
  const year = fields.era === "BC" ? 1 - Number(fields.year) : Number(fields.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(fields.month) - 1, Number(fields.day));
  date.setUTCHours(Number(fields.hour), Number(fields.minute), Number(fields.second));
  return date.getTime() + (((instant % 1000) + 1000) % 1000);
}

/**
 * The instant at which a time zone's wall clock shows a serial number; an hour that the change to
 * summer time skips gives the instant after it.
 */
export function dateOfSerial(serial: number, timeZone: string): Date {
  const wanted = utcOfSerial(serial);
  let instant = wanted;
  for (let round = 0; round < 2; round += 1) instant += wanted - wallClock(instant, timeZone);
  return new Date(instant);
}

/** Serial number that a time zone's wall clock shows at an instant. */
export function serialOfDate(date: Date, timeZone: string): number {
  return serialOfUtc(wallClock(date.getTime(), timeZone));
}
