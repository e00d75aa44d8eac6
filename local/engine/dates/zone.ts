import { remembered } from "../remembered.js";
import { serialOfUtc, utcOfSerial } from "./serial.js";

const DAY = 86_400_000;
/** Clocks change on a quarter of an hour: the offset is the same all through one. */
const QUARTER = 900_000;

const formatterOf = remembered(
  (zone: string) =>
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      era: "short",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    }),
);

const offsetsOf = remembered((zone: string) =>
  remembered((quarter: number) => {
    const field: Record<string, string> = {};
    for (const part of formatterOf(zone).formatToParts(quarter)) field[part.type] = part.value;
    const year = field.era === "BC" ? 1 - Number(field.year) : Number(field.year);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(field.month) - 1, Number(field.day));
    wall.setUTCHours(Number(field.hour), Number(field.minute), Number(field.second));
    return wall.getTime() - quarter;
  }),
);

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. */
export function zoneOffset(zone: string, instant: number): number {
  return offsetsOf(zone)(Math.floor(instant / QUARTER) * QUARTER);
}

/** Serial number that an instant has on the clocks of a zone. */
export function toSerial(instant: number, zone: string): number {
  return serialOfUtc(instant + zoneOffset(zone, instant));
}

/**
 * Instant at which the clocks of a zone show a serial number. Of the autumn hour that they show twice,
 * the first; for the spring hour that they skip, what they would show had they not: 2:30 is read as 3:30.
 */
export function fromSerial(serial: number, zone: string): number {
  const wall = utcOfSerial(serial);
  const early = wall - zoneOffset(zone, wall - DAY);
  if (early + zoneOffset(zone, early) === wall) return early;
  const late = wall - zoneOffset(zone, wall + DAY);
  return late + zoneOffset(zone, late) === wall ? late : early;
}
