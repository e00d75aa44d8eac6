import { describe, expect, it } from "vitest";
import { relanceOf } from "../../src/rules/relance";

describe("the next report of progress: every quarter at least (DITP, Quel suivi ?)", () => {
  it.each([
    ["from the notification", "2021-07-15", undefined, "2021-10-15"],
    ["from the last report", "2021-07-15", "2021-09-30", "2021-12-30"],
    ["clamped to February", "2021-11-30", undefined, "2022-02-28"],
    ["clamped to 29 February", "2023-11-30", undefined, "2024-02-29"],
    ["clamped to 30 April", undefined, "2022-01-31", "2022-04-30"],
    ["not pushed to the month's end", undefined, "2022-02-28", "2022-05-28"],
  ])("%s", (_, notification, dernier, due) => {
    expect(relanceOf(notification, dernier, undefined)).toEqual({ due, late: false });
  });

  it.each([
    ["2022-02-27", false],
    ["2022-02-28", false],
    ["2022-03-01", true],
  ])("on %s, late: %s (strictly after the due day)", (day, late) => {
    expect(relanceOf("2021-11-30", undefined, day)).toEqual({ due: "2022-02-28", late });
  });

  it("is unknown without any day", () => {
    expect(relanceOf(undefined, undefined, "2022-01-01")).toBeUndefined();
  });
});
