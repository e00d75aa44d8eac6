import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GUICHETS } from "../../src/guichets/index";
import { dayOfSerial, serialOf } from "../../src/rules/day";
import { GUICHET_IDS } from "../../src/rules/guichet";
import { echeanceNotification, semaineSuivante } from "../../src/rules/suites-notification";

describe('the week after a committee (HDF, "5. Instruction et sélection des projets")', () => {
  it.each([
    ["2021-07-05", "a Monday", "2021-07-12", "2021-07-18"],
    ["2021-07-07", "a Wednesday", "2021-07-12", "2021-07-18"],
    ["2021-07-11", "a Sunday", "2021-07-12", "2021-07-18"],
    ["2021-07-12", "the Monday after", "2021-07-19", "2021-07-25"],
    ["2021-12-30", "across the year", "2022-01-03", "2022-01-09"],
  ])("%s, %s: %s to %s", (comite, _, debut, fin) => {
    expect(semaineSuivante(comite)).toEqual({ debut, fin });
    expect(echeanceNotification(GUICHETS.HDF, comite)).toMatchObject({
      kind: "semaine",
      debut,
      fin,
    });
  });

  it("starts on a Monday within seven days, whatever the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60_000 }), (serial) => {
        const { debut, fin } = semaineSuivante(dayOfSerial(serial));
        expect(new Date(`${debut}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(serialOf(fin) - serialOf(debut)).toBe(6);
        expect(serialOf(debut) - serial).toBeGreaterThanOrEqual(1);
        expect(serialOf(debut) - serial).toBeLessThanOrEqual(7);
      }),
    );
  });
});

it.each(GUICHET_IDS.filter((id) => id !== "HDF"))("%s provides for no day", (id) => {
  expect(echeanceNotification(GUICHETS[id], "2021-07-07")).toEqual({ kind: "non_prevue" });
});

it("a délai that the préfecture set wins over the document", () => {
  for (const id of ["HDF", "DITP"] as const) {
    expect(echeanceNotification(GUICHETS[id], "2021-07-07", 10)).toEqual({
      kind: "delai",
      fin: "2021-07-17",
      jours: 10,
    });
  }
});
