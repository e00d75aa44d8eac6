import { describe, expect, it } from "vitest";
import { fromFrench } from "../../local/engine/formula/index.js";
import type { Value } from "../../local/engine/types.js";
import { FUNCTIONS } from "../../src/functions/index.js";
import type { Example, ResultCell } from "../../src/functions/types.js";
import { atelier } from "../app/aides/atelier.js";
import { classeur, formule, onglet, type Saisie, serie } from "../app/aides/saisie.js";
import { callIn, loaded } from "./contexte.js";

const EXAMPLES = FUNCTIONS.flatMap(({ name, examples }) =>
  examples.map((example) => [example.formula, name, example] as const),
);

const isTable = (result: unknown): result is readonly (readonly ResultCell[])[] =>
  Array.isArray(result);

/** A result as one table of cells, days written out. */
function table(result: Example["result"]): unknown[][] {
  const rows = isTable(result) ? result : [[result]];
  return rows.map((row) => row.map((cell) => (typeof cell === "object" ? cell.jour : cell)));
}

/** What the bundle gave, days read at the French meridian. */
function given(result: unknown): unknown[][] {
  const paris = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });
  const rows: unknown[][] = Array.isArray(result) ? result : [[result]];
  return rows.map((row) =>
    row.map((cell) =>
      Object.prototype.toString.call(cell) === "[object Date]" ? paris.format(cell as Date) : cell,
    ),
  );
}

describe.each(EXAMPLES)("%s", (formula, name, { args, result }) => {
  it("gives its result in the built bundle, with nothing around it", () => {
    expect(given(callIn(loaded(), name, args))).toEqual(table(result));
  });

  it("gives its result in a cell of a French sheet", () => {
    const rows: Saisie[][] = Array.from({ length: 20 }, () => Array<Saisie>(12).fill(""));
    argumentsOf(formula).forEach((text, index) => {
      const range = /^([A-Z])(\d+):[A-Z]\d+$/.exec(text);
      const cells = args[index];
      if (!range || !Array.isArray(cells)) return;
      cells.forEach((line: readonly Saisie[], row) => {
        line.forEach((cell, column) => {
          const target = rows[Number(range[2]) - 1 + row];
          if (target) target[(range[1]?.charCodeAt(0) ?? 65) - 65 + column] = cell;
        });
      });
    });
    rows[14] = [formule(fromFrench(formula))];
    const { host } = atelier(classeur([onglet("Essai", rows)]));
    const wanted = table(result);
    const shown = host.calculator.values({
      sheet: "Essai",
      row: 15,
      column: 1,
      rows: wanted.length,
      columns: wanted[0]?.length ?? 1,
    });
    expect(shown.map((row) => row.map(blankAsText))).toEqual(
      wanted.map((row) => row.map((cell) => (isDay(cell) ? serie(cell) : cell))),
    );
  });
});

const blankAsText = (value: Value) => value ?? "";
const isDay = (cell: unknown): cell is string =>
  typeof cell === "string" && /^\d{4}-\d{2}-\d{2}$/.test(cell);

/** The texts of a formula's arguments, split at `;` outside quotes. */
function argumentsOf(formula: string): readonly string[] {
  const inside = formula.slice(formula.indexOf("(") + 1, -1);
  return (inside.match(/("[^"]*"|[^;"])+/g) ?? []).map((text) => text.trim());
}
