import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  boundsOfMonth,
  dayBefore,
  dayOf,
  dayOfSerial,
  formatDay,
  formatLetterDay,
  isMonth,
  lastOfMonth,
  nameOfMonth,
  partsOf,
  serialOf,
} from "../../src/rules/day";
import { RUNS } from "./runs";

const days = fc.integer({ min: 2, max: 99_999 }).map(dayOfSerial);

describe("the calendar", () => {
  it.each([
    [2021, 2, 28],
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2021, 6, 30],
    [2021, 12, 31],
  ])("%i-%i has %i days", (year, month, count) => {
    expect(lastOfMonth(year, month)).toBe(count);
    expect(dayOf(year, month, count)).toBeDefined();
    expect(dayOf(year, month, count + 1)).toBeUndefined();
  });

  it.each([
    [2021, 0, 1],
    [2021, 13, 1],
    [2021, 6, 0],
    [21, 6, 30],
  ])("has no day %i-%i-%i", (year, month, day) => {
    expect(dayOf(year, month, day)).toBeUndefined();
  });

  it.each([
    ["1899-12-31", 1],
    ["1970-01-01", 25_569],
    ["2021-06-30", 44_377],
    ["2021-10-31", 44_500],
  ])("%s is number %i in a spreadsheet", (day, serial) => {
    expect(serialOf(day)).toBe(serial);
    expect(dayOfSerial(serial)).toBe(day);
    expect(dayOfSerial(serial + 0.99)).toBe(day);
  });

  it("goes from a number to a day and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (serial) => {
        expect(serialOf(dayOfSerial(serial))).toBe(serial);
      }),
      RUNS,
    );
  });
});

describe("months later, clamped to the month's end", () => {
  it.each([
    ["2021-01-31", 3, "2021-04-30"],
    ["2021-11-30", 3, "2022-02-28"],
    ["2023-11-30", 3, "2024-02-29"],
    ["2021-06-15", 18, "2022-12-15"],
    ["2021-01-26", 24, "2023-01-26"],
    ["2020-02-29", 24, "2022-02-28"],
    ["2021-12-31", 0, "2021-12-31"],
  ])("%s and %i months: %s", (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it("lands in the month counted, on the same day or on its last one", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const from = partsOf(day);
        const to = partsOf(addMonths(day, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.day).toBe(Math.min(from.day, lastOfMonth(to.year, to.month)));
      }),
      RUNS,
    );
  });
});

it.each([
  ["2021-10-31", "2021-10-30"],
  ["2021-01-01", "2020-12-31"],
  ["2024-03-01", "2024-02-29"],
])("before %s comes %s", (day, before) => {
  expect(dayBefore(day)).toBe(before);
});

describe("French writing", () => {
  it.each([
    ["2021-07-01", "1er\u00a0juillet 2021"],
    ["2021-07-02", "2\u00a0juillet 2021"],
    ["2021-12-31", "31\u00a0décembre 2021"],
  ])("writes %s in a letter", (day, text) => expect(formatLetterDay(day)).toBe(text));
  it("puts the day first", () => expect(formatDay("2021-06-30")).toBe("30/06/2021"));
  it.each([
    ["2021-08", "août 2021"],
    ["2022-02", "février 2022"],
    ["2021-12", "décembre 2021"],
  ])("names %s", (month, name) => expect(nameOfMonth(month)).toBe(name));
});

describe("a month", () => {
  it.each([
    ["2021-06", true],
    ["2021-13", false],
    ["2021-6", false],
    ["2021-06-30", false],
    ["", false],
  ])("%s: %s", (text, expected) => expect(isMonth(text)).toBe(expected));

  it("ends on its last day", () => {
    expect(boundsOfMonth("2024-02")).toEqual({ first: "2024-02-01", last: "2024-02-29" });
    expect(boundsOfMonth("2021-06")).toEqual({ first: "2021-06-01", last: "2021-06-30" });
  });
});
