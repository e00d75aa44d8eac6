import { describe, expect, test } from "vitest";
import { codeOf, Grid, oneSheet } from "./grid.js";

describe("an array result", () => {
  test("fills the free cells below and to the right", () => {
    const grid = oneSheet([["=SEQUENCE(2;3)"]]);
    expect(grid.calculator.values({ sheet: "S", row: 1, column: 1, rows: 3, columns: 4 })).toEqual([
      [1, 2, 3, null],
      [4, 5, 6, null],
      [null, null, null, null],
    ]);
    expect(grid.calculator.spillOrigin("S", 2, 3)).toEqual({ row: 1, column: 1 });
    expect(grid.calculator.spillOrigin("S", 3, 1)).toBeUndefined();
  });

  test("is read through any of its cells, even before its formula was asked for", () => {
    expect(oneSheet([["=SEQUENCE(3)", "=A3*10"]]).value("S", 1, 2)).toBe(30);
    expect(oneSheet([["=SEQUENCE(3)", "=SUM(A2:A)"]]).value("S", 1, 2)).toBe(5);
  });

  test("clashes with a filled cell, which the message names, and comes back when it is freed", () => {
    const grid = oneSheet([["=SEQUENCE(3)"], [null], ["occupé"]]);
    expect(grid.value("S", 1, 1)).toEqual({
      error: "#REF!",
      message:
        "Le tableau de résultats n’a pas été développé, car il remplacerait les données de la cellule A3.",
    });
    expect(grid.value("S", 2, 1)).toBeNull();
    grid.edit("S", 3, 1, [[null]]);
    expect(grid.column("S", 1, 3)).toEqual([1, 2, 3]);
  });

  test("gives way when something is typed into it", () => {
    const grid = oneSheet([["=SEQUENCE(3)", "=SUM(A1:A3)"]]);
    expect(grid.value("S", 1, 2)).toBe(6);
    grid.edit("S", 2, 1, [["x"]]);
    expect(codeOf(grid.value("S", 1, 1))).toBe("#REF!");
    expect(codeOf(grid.value("S", 1, 2))).toBe("#REF!");
    expect(grid.value("S", 3, 1)).toBeNull();
  });

  test("clashes with another spill, and takes its place when that one goes", () => {
    const grid = oneSheet([[null, "=SEQUENCE(3)"], [null], ["=SEQUENCE(1;2)"]]);
    expect(grid.value("S", 3, 2)).toBe(3);
    expect(codeOf(grid.value("S", 3, 1))).toBe("#REF!");
    grid.edit("S", 1, 2, [[null]]);
    expect(grid.value("S", 3, 1)).toBe(1);
    expect(grid.value("S", 3, 2)).toBe(2);
  });

  test("does not grow a grid that cannot", () => {
    const grid = oneSheet([["=SEQUENCE(11)"]], {}, { rows: 10, columns: 5 });
    expect(grid.value("S", 1, 1)).toMatchObject({
      error: "#REF!",
      message: expect.stringContaining("insérez plus de lignes (1)"),
    });
  });

  test("that shrinks leaves blanks to those who read it", () => {
    const grid = oneSheet([[4, "=SEQUENCE(A1)", "=COUNT(B:B)"]]);
    expect(grid.value("S", 1, 3)).toBe(4);
    grid.edit("S", 1, 1, [[2]]);
    expect(grid.value("S", 1, 3)).toBe(2);
    expect(grid.value("S", 4, 2)).toBeNull();
  });

  test("that covers what it rests on is a circular reference", () => {
    expect(codeOf(oneSheet([["=SEQUENCE(3+COUNT(A2:A3))"]]).value("S", 1, 1))).toBe("#REF!");
  });

  test("is not taken for a cycle by a formula to its left that reads a blank cell it might reach", () => {
    const grid = oneSheet([['=SPLIT(C1;",")', null, '=IF(D1="";"1,2";"3")']]);
    expect(grid.value("S", 1, 3)).toBe("1,2");
    expect(grid.value("S", 1, 2)).toBe(2);
  });

  test("of one formula may feed another's", () => {
    const grid = oneSheet([["=SEQUENCE(4)", "=FILTER(A1:A10;A1:A10>2)", "=SUM(B1:B10)"]]);
    expect(grid.value("S", 1, 3)).toBe(7);
  });
});

describe("array context", () => {
  const data = [
    [1, "a,b"],
    [2, "c"],
    [3, "d,e"],
  ];

  test("ARRAYFORMULA works cell by cell", () => {
    const grid = oneSheet(data);
    grid.fill("S", 1, 4, [["=ARRAYFORMULA(A1:A3*10)"]]);
    expect(grid.column("S", 4, 3)).toEqual([10, 20, 30]);
  });

  test("ARRAYFORMULA of SPLIT stacks the rows", () => {
    const grid = oneSheet(data);
    grid.fill("S", 1, 4, [['=ARRAYFORMULA(SPLIT(B1:B3;","))']]);
    expect(grid.calculator.values({ sheet: "S", row: 1, column: 4, rows: 3, columns: 2 })).toEqual([
      ["a", "b"],
      ["c", null],
      ["d", "e"],
    ]);
  });

  test("arrays of unlike sizes give #N/A past the shorter", () => {
    const grid = oneSheet([["=ARRAYFORMULA({1;2;3}+{1;2})"]]);
    expect(grid.column("S", 1, 3).map(codeOf)).toEqual([2, 4, "#N/A"]);
  });

  test("outside it, a range crossed by the formula's row or column gives one value", () => {
    const grid = oneSheet(data);
    grid.fill("S", 2, 4, [["=A1:A3*10"], [null], [null], ["=A1:A3"]]);
    expect(grid.value("S", 2, 4)).toBe(20);
    expect(codeOf(grid.value("S", 5, 4))).toBe("#VALUE!");
  });
});

describe("a result larger than the grid", () => {
  const size = { rows: 10, columns: 3 };
  const large = (formulas: (string | null)[][], most = 1000) => {
    const grid = new Grid({ S: { ...size }, Out: { ...size } }).growing(most);
    grid.fill("S", 1, 1, formulas);
    return grid;
  };

  test("adds the rows and columns that it needs", () => {
    const grid = large([["=SEQUENCE(40;5)"]]);
    expect(grid.value("S", 40, 5)).toBe(200);
    expect(grid.size("S")).toEqual({ rows: 40, columns: 5 });
  });

  test("stays an error where there is no more room", () => {
    const grid = large([["=SEQUENCE(40)"]], 39);
    expect(codeOf(grid.value("S", 1, 1))).toBe("#REF!");
    expect(grid.size("S")).toEqual(size);
  });

  test.each([
    ["=SUM(S!A2:A)", 819],
    ["=ROWS(S!A2:A)", 39],
    ["=S!A40", 40],
    ["=SUM(S!A5:A30)", 455],
    ['=SUM(INDIRECT("S!A2:A"))', 819],
  ])("is read wholly by %s, whichever is asked first", (formula, expected) => {
    for (const asked of [true, false]) {
      const grid = large([["=SEQUENCE(40)"]]);
      grid.fill("Out", 1, 1, [[formula, "=A1+1"]]);
      if (asked) grid.value("S", 1, 1);
      grid.value("Out", 1, 2);
      grid.value("S", 1, 1);
      expect(grid.value("Out", 1, 2)).toBe(Number(expected) + 1);
    }
  });

  test("spilled from an open reference, feeds one that spills further", () => {
    const grid = large([["=SEQUENCE(40)"]]);
    grid.fill("Out", 3, 1, [["=SORT(S!A2:A;1;FALSE)"]]);
    expect(grid.value("Out", 3, 1)).toBe(40);
    expect(grid.value("Out", 41, 1)).toBe(2);
    grid.edit("S", 1, 1, [["=SEQUENCE(50)"]]);
    expect(grid.value("Out", 51, 1)).toBe(2);
    expect(grid.size("Out")).toEqual({ rows: 51, columns: 3 });
  });

  test("of a formula that reads its own sheet's open rows grows it once a calculation", () => {
    const grid = large([["x"], [null, "=ARRAYFORMULA(A1:A)"]]);
    expect(grid.value("S", 2, 2)).toBe("x");
    expect(grid.size("S")).toEqual({ rows: 11, columns: 3 });
  });
});
