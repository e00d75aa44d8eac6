import { describe, expect, it } from "vitest";
import { ETATS, type Etat, isADecider, isLaureat } from "../../src/rules/etat";

describe("States of a dossier", () => {
  it.each<[Etat | undefined, boolean]>([
    [undefined, true],
    ["Déposé", true],
    ["En instruction", true],
    ["Ajourné", true],
    ["Retenu", false],
    ["Non retenu", false],
    ["Sans suite", false],
    ["Abandonné", false],
  ])("%s: a committee has still to decide it: %s", (etat, expected) => {
    expect(isADecider(etat)).toBe(expected);
  });

  it("a lauréat is decided", () => {
    expect(ETATS.filter((etat) => isLaureat(etat) && isADecider(etat))).toEqual([]);
  });
});
