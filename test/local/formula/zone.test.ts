import { describe, expect, it } from "vitest";
import { fromSerial, toSerial } from "../../../local/engine/dates/zone.js";

const DAY_44377 = "2021-06-30";

describe("zone", () => {
  it.each([
    ["Europe/Paris", "2021-06-29T22:00:00Z"],
    ["UTC", "2021-06-30T00:00:00Z"],
    ["America/New_York", "2021-06-30T04:00:00Z"],
    ["Pacific/Auckland", "2021-06-29T12:00:00Z"],
  ])(`in %s, ${DAY_44377} begins at %s`, (zone, instant) => {
    expect(new Date(fromSerial(44_377, zone)).toISOString()).toBe(instant.replace("Z", ".000Z"));
    expect(toSerial(Date.parse(instant), zone)).toBe(44_377);
  });

  it.each([
    ["spring forward", "Europe/Paris", "2021-03-28T01:00:00Z", 44_283 + 3 / 24],
    ["before it", "Europe/Paris", "2021-03-28T00:59:00Z", 44_283 + 119 / 1_440],
    ["winter", "Europe/Paris", "2021-12-31T23:00:00Z", 44_562],
  ])("reads clocks %s", (_, zone, instant, serial) => {
    expect(toSerial(Date.parse(instant), zone)).toBeCloseTo(serial, 9);
    expect(fromSerial(serial, zone)).toBe(Date.parse(instant));
  });

  it("reads the spring hour that is skipped as the hour after it", () => {
    const instant = fromSerial(44_283 + 2.5 / 24, "Europe/Paris");
    expect(new Date(instant).toISOString()).toBe("2021-03-28T01:30:00.000Z");
    expect(toSerial(instant, "Europe/Paris")).toBeCloseTo(44_283 + 3.5 / 24, 9);
  });

  it("takes the first of the two instants that show one autumn hour", () => {
    const serial = 44_500 + 2.5 / 24;
    expect(new Date(fromSerial(serial, "Europe/Paris")).toISOString()).toBe(
      "2021-10-31T00:30:00.000Z",
    );
  });
});
