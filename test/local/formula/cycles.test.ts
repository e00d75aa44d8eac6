import { describe, expect, test } from "vitest";
import { codeOf, oneSheet } from "./grid.js";

const MESSAGE = "Référence circulaire : la formule dépend de son propre résultat.";

describe("a circular reference", () => {
  test("is an error in each of its cells, whichever is asked first", () => {
    for (const first of [1, 2, 3]) {
      const grid = oneSheet([["=B1", "=C1+1", "=A1"]]);
      expect(grid.value("S", 1, first)).toEqual({ error: "#REF!", message: MESSAGE });
      for (const column of [1, 2, 3]) expect(codeOf(grid.value("S", 1, column))).toBe("#REF!");
    }
  });

  test("may be a cell that reads itself, alone or in a range", () => {
    expect(codeOf(oneSheet([["=A1+1"]]).value("S", 1, 1))).toBe("#REF!");
    expect(codeOf(oneSheet([[1], ["=SUM(A:A)"]]).value("S", 2, 1))).toBe("#REF!");
  });

  test("is not hidden by IFERROR within it, but is from outside", () => {
    const grid = oneSheet([["=IFERROR(B1;0)", "=IFERROR(A1;0)", '=IFERROR(A1;"boucle")']]);
    expect(codeOf(grid.value("S", 1, 1))).toBe("#REF!");
    expect(codeOf(grid.value("S", 1, 2))).toBe("#REF!");
    expect(grid.value("S", 1, 3)).toBe("boucle");
  });

  test("ends when it is broken", () => {
    const grid = oneSheet([["=B1+1", "=A1+1"]]);
    expect(codeOf(grid.value("S", 1, 1))).toBe("#REF!");
    grid.edit("S", 1, 2, [[5]]);
    expect(grid.value("S", 1, 1)).toBe(6);
  });

  test("is none where the branch that would close it is not taken", () => {
    expect(oneSheet([["=IF(TRUE;1;B1)", "=A1+1"]]).value("S", 1, 2)).toBe(2);
  });

  test("of 5 000 cells is found without exhausting the stack", () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [`=A${((index + 1) % 5000) + 1}`]);
    const grid = oneSheet(rows, {}, { rows: 5000, columns: 1 });
    expect(grid.value("S", 2500, 1)).toEqual({ error: "#REF!", message: MESSAGE });
  });
});

describe("a deep chain", () => {
  const LENGTH = 20_000;
  const size = { rows: LENGTH + 1, columns: 3 };

  test("downwards, asked from its end", () => {
    const links = Array.from({ length: LENGTH }, (_, index) => [`=A${index + 1}+1`]);
    const grid = oneSheet([[1], ...links], {}, size);
    expect(grid.value("S", LENGTH + 1, 1)).toBe(LENGTH + 1);
    grid.edit("S", 1, 1, [[100]]);
    expect(grid.value("S", LENGTH + 1, 1)).toBe(LENGTH + 100);
  });

  test("upwards, read as a range, through nested functions", () => {
    const links = Array.from({ length: LENGTH }, (_, index) => [
      `=IF(TRUE;IFERROR(SUM(A${index + 2};0);0);0)`,
    ]);
    const grid = oneSheet([...links, [1]], {}, size);
    grid.fill("S", 1, 3, [["=SUM(A:A)"]]);
    expect(grid.value("S", 1, 3)).toBe(LENGTH + 1);
  });
});
