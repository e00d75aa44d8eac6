import { describe, expect, it } from "vitest";
import { readMois } from "../../src/dossiers/mois.js";

describe("a month as a person types it", () => {
  it.each([
    ["2021-06", "2021-06"],
    ["2021-6", "2021-06"],
    ["06/2021", "2021-06"],
    [" 6/2021 ", "2021-06"],
    ["06.2021", "2021-06"],
    ["juin 2021", "2021-06"],
    ["Août 2021", "2021-08"],
    ["FEVRIER 2021", "2021-02"],
    ["12/2199", "2199-12"],
  ])("%s is %s", (text, month) => {
    expect(readMois(text)).toBe(month);
  });

  it.each(["", "juin", "2021", "13/2021", "00/2021", "06/21", "juin 21", "30/06/2021", "12/2200"])(
    "« %s » is none",
    (text) => {
      expect(readMois(text)).toBeUndefined();
    },
  );
});
