import { describe, expect, test } from "vitest";
import { LIBREOFFICE } from "../soffice.js";
import type { CaseSet } from "./cases/caseSet.js";
import { GOOGLE_DATA, GOOGLE_ONLY } from "./cases/googleOnly.js";
import { GOOGLE_WINS } from "./cases/googleWins.js";
import { CASES } from "./cases/index.js";
import { agrees } from "./compare.js";
import { codeOf, compute, Grid } from "./grid.js";
import stored from "./judge/answers.json" with { type: "json" };
import { type Answer, askLibreOffice } from "./judge/libreOffice.js";

const answers = stored as Readonly<Record<string, Readonly<Record<string, Answer>>>>;
const googleWins = new Map(GOOGLE_WINS.map((wins) => [wins.formula, wins.expected]));

function computed(set: CaseSet): Grid {
  const size = { rows: 1000, columns: 26 };
  const grid = new Grid({ F: size, D: size }, { locale: () => "en_US" });
  grid.fill("D", 1, 1, set.data);
  grid.fill(
    "F",
    1,
    10,
    set.formulas.map((formula) => [formula]),
  );
  return grid;
}

describe.each(CASES)("LibreOffice's stored answers: $title", (set) => {
  const grid = computed(set);
  test.each(set.formulas.map((formula, index) => [formula, index] as const))(
    "%s",
    (formula, index) => {
      const value = grid.value("F", index + 1, 10);
      const answer = answers[set.title]?.[formula];
      expect(answer, "no stored answer").toBeDefined();
      if (googleWins.has(formula)) {
        expect(codeOf(value)).toBe(googleWins.get(formula));
        expect(agrees(value, answer as Answer), "no longer differs from LibreOffice").toBe(false);
      } else if (!agrees(value, answer as Answer)) {
        expect(codeOf(value)).toBe(answer);
      }
    },
  );
});

test("every case where Google wins is one of the judged formulas", () => {
  const judged = new Set(CASES.flatMap((set) => set.formulas));
  expect([...googleWins.keys()].filter((formula) => !judged.has(formula))).toEqual([]);
});

describe("functions that LibreOffice 7.4 lacks", () => {
  test.each(GOOGLE_ONLY)("$formula", ({ formula, expected }) => {
    const value = compute(formula, GOOGLE_DATA, { locale: () => "en_US" });
    if (typeof expected === "number") expect(value).toBeCloseTo(expected, 10);
    else expect(codeOf(value)).toBe(expected);
  });
});

describe.skipIf(!LIBREOFFICE)("LibreOffice asked again gives its stored answers", () => {
  test.each(CASES)(
    "$title",
    (set) => {
      const given = askLibreOffice(set);
      const known = set.formulas.map((formula) => answers[set.title]?.[formula]);
      expect(given).toEqual(known);
    },
    120_000,
  );
});
