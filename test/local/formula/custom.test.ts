import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { CustomFunction } from "../../../local/engine/types.js";
import { codeOf, type Entry, type Grid, oneSheet } from "./grid.js";

function received(
  formula: string,
  rows: readonly (readonly Entry[])[],
  size = { rows: 4, columns: 5 },
) {
  const calls: unknown[][] = [];
  const seen = (...args: unknown[]) => {
    calls.push(args);
    return "";
  };
  const grid = oneSheet(rows, { functions: new Map([["SEEN", seen]]) }, size);
  grid.fill("S", 1, 5, [[formula]]);
  grid.format("S", 1, 1, "dd/mm/yyyy");
  const value = grid.value("S", 1, 5);
  return { calls, value };
}

function returning(result: () => unknown) {
  const grid = oneSheet([["=GIVES()"]], { functions: new Map([["GIVES", result]]) });
  return grid.calculator.values({ sheet: "S", row: 1, column: 1, rows: 2, columns: 2 });
}

describe("a function of the add-in receives", () => {
  test("a scalar for a cell, an empty text for a blank one, undefined for what is left out", () => {
    expect(received("=SEEN(B1;C1;D1)", [[null, 12, "x", null]]).calls).toEqual([[12, "x", ""]]);
    expect(received("=SEEN(10%;;TRUE)", []).calls).toEqual([[0.1, "", true]]);
  });

  test("the whole of a range, down to the sheet's last row", () => {
    expect(received("=SEEN(B2:C)", [[], [null, 1, 2], [null, 3]]).calls).toEqual([
      [
        [
          [1, 2],
          [3, ""],
          ["", ""],
        ],
      ],
    ]);
  });

  test("a Date where the cell's format is a date, at midnight of the spreadsheet's zone", () => {
    const [[date]] = received("=SEEN(A1)", [[44_378]]).calls as [[Date]];
    expect(date.toISOString()).toBe("2021-06-30T22:00:00.000Z");
    const [[rows]] = received("=SEEN(A1:B1)", [[44_378, 44_378]]).calls as [[unknown[][]]];
    expect(rows[0]?.[0]).toBeInstanceOf(Date);
    expect(rows[0]?.[1]).toBe(44_378);
  });

  test("a Date for a date computed on the spot, or by a formula in a cell of automatic format", () => {
    const [[today]] = received("=SEEN(DATE(2021;7;1))", []).calls as [[Date]];
    expect(today.toISOString()).toBe("2021-06-30T22:00:00.000Z");
    const [[later]] = received("=SEEN(B1)", [[44_378, "=A1+31"]]).calls as [[Date]];
    expect(later.toISOString()).toBe("2021-07-31T22:00:00.000Z");
  });

  test.each(["=SEEN(B1)", "=SEEN(1;1/0)"])(
    "nothing at all where one value is an error: the formula shows it in %s",
    (formula) => {
      const { calls, value } = received(formula, [[1, "=1/0"]]);
      expect(calls).toEqual([]);
      expect(codeOf(value)).toBe("#DIV/0!");
    },
  );

  test.each(["=SEEN(B1:C2)", "=SEEN({B1:C2})"])(
    "an error inside an array as its text: %s",
    (formula) => {
      const rows = [
        [null, 1, "=1/0"],
        [null, "=NA()", "x"],
      ];
      expect(received(formula, rows).calls).toEqual([
        [
          [
            [1, "#DIV/0!"],
            ["#N/A", "x"],
          ],
        ],
      ]);
    },
  );
});

describe("a function of the add-in returns", () => {
  test("rows, which spill, dates as serial numbers, nothing as blanks", () => {
    expect(
      returning(() => [
        [new Date("2021-06-30T22:00:00Z"), undefined],
        [null, ""],
      ]),
    ).toEqual([
      [44_378, null],
      [null, ""],
    ]);
  });

  test("a plain array, which fills a column", () => {
    expect(returning(() => [1, 2])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  test("an error where it throws, with its message", () => {
    const thrown = () => {
      throw new Error("population : « douze » n’est pas un nombre.");
    };
    expect(returning(thrown)[0]?.[0]).toEqual({
      error: "#ERROR!",
      message: "population : « douze » n’est pas un nombre.",
    });
  });

  test("#NUM! where its number or its date is none", () => {
    expect(codeOf(returning(() => new Date(Number.NaN))[0]?.[0] ?? null)).toBe("#NUM!");
    expect(codeOf(returning(() => Number.NaN)[0]?.[0] ?? null)).toBe("#NUM!");
  });
});

test("a function that is neither built in nor of the add-in is said to be missing here", () => {
  const grid = oneSheet([["=GOOGLEFINANCE(1)"]]);
  expect(grid.value("S", 1, 1)).toEqual({
    error: "#NAME?",
    message:
      "La fonction GOOGLEFINANCE n’existe pas dans l’hôte local ; elle existe peut-être dans Google Sheets.",
  });
});

test("a cell of automatic format shows a date where its formula gives one", () => {
  const grid = oneSheet([["=DATE(2021;7;1)", "=A1+1", "=A1-B1", "=YEAR(A1)", 44_378]]);
  const dates = [1, 2, 3, 4, 5].map((column) => grid.calculator.showsDate("S", 1, column));
  expect(dates).toEqual([true, true, false, false, false]);
  grid.format("S", 1, 5, "dd/mm/yyyy");
  expect(grid.calculator.showsDate("S", 1, 5)).toBe(true);
});

describe("a function that returns dates", () => {
  const day = new Date("2021-06-30T22:00:00Z");
  const dated = (
    formula: string,
    result: unknown = [
      ["a", day],
      [day, 3],
    ],
  ) => {
    const grid = oneSheet([], { functions: new Map([["GIVES", () => result]]) });
    grid.fill("S", 1, 1, [[formula]]);
    return grid;
  };
  const shown = (grid: Grid) =>
    [1, 2].map((row) => [1, 2].map((column) => grid.calculator.showsDate("S", row, column)));

  test.each(["=GIVES()", '=IFERROR(GIVES();"")'])("shows them where they lie: %s", (formula) => {
    expect(shown(dated(formula))).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test.each(["=GIVES()", "=GIVES()+1", '=IF(B1="";GIVES();"")', '=IF(B1;"";GIVES())'])(
    "shows a single one as a date in %s",
    (formula) => {
      expect(dated(formula, day).calculator.showsDate("S", 1, 1)).toBe(true);
    },
  );

  test.each(["=YEAR(GIVES())", "=IF(B1;0;GIVES())", "=GIVES()-GIVES()"])(
    "leaves other numbers as they are: %s",
    (formula) => {
      expect(dated(formula, day).calculator.showsDate("S", 1, 1)).toBe(false);
    },
  );

  test("gives numbers again once it returns some", () => {
    let result: unknown = day;
    const functions = new Map([["GIVES", () => result]]);
    const grid = oneSheet([["=GIVES(B1)", 1, "=A1"]], { functions });
    const dates = () => [1, 3].map((column) => grid.calculator.showsDate("S", 1, column));
    expect(dates()).toEqual([true, true]);
    result = 12;
    grid.edit("S", 1, 2, [[2]]);
    expect(dates()).toEqual([false, false]);
  });

  test("hands them on as dates to another", () => {
    const given: unknown[] = [];
    const functions = new Map<string, CustomFunction>([
      ["GIVES", () => [[day, 1]]],
      ["ONE", () => day],
      ["TAKES", (...args: unknown[]) => given.push(...args)],
    ]);
    oneSheet([["=TAKES(GIVES();ONE())"]], { functions }).value("S", 1, 1);
    expect(given).toEqual([[[day, 1]], day]);
  });
});

test("a function may read cells by itself", () => {
  const grid = oneSheet([["=READS()", "=C1*2", 21]], {
    functions: new Map([["READS", () => grid.value("S", 1, 2)]]),
  });
  expect(grid.value("S", 1, 1)).toBe(42);
});

describe("dates do not depend on the machine's time zone", () => {
  const script = new URL("zones.ts", import.meta.url).pathname;
  test.each(["UTC", "Europe/Paris", "America/New_York"])("TZ=%s", (zone) => {
    const run = spawnSync("npx", ["tsx", script], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
    expect(JSON.parse(run.stdout)).toEqual({
      machine: zone,
      given: ["2021-06-30T22:00:00.000Z", "2021-01-01T11:30:00.000Z", "2021-03-27T23:00:00.000Z"],
      returned: [44_378, 44_197.520_833_333_336, 44_283],
      formulas: [44_378, "01/07/2021", 7, 1],
    });
  });
});
