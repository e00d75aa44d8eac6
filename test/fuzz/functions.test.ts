import { runInContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FUNCTIONS } from "../../src/functions/index";
import { bareContext, built, MINIMAL } from "../bundle/contexte";
import { cell } from "../functions/cells";
import { flaw, rate } from "./french";

const context = bareContext(MINIMAL);
runInContext(built("Code.js"), context, { filename: "Code.js" });
const DateOfSheet = runInContext("Date", context) as DateConstructor;

/** Any value that Google may hand over for a cell, and some it should not. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: cell },
  { weight: 1, arbitrary: fc.constantFrom(null, undefined, Number.NaN, 1 / 0, -1 / 0, {}, []) },
  { weight: 1, arbitrary: fc.date().map((date) => new DateOfSheet(date.getTime())) },
  { weight: 1, arbitrary: fc.constantFrom("#REF!", "#DIV/0!", "Loading...", "’", "\u0000", "💶") },
);

const argument = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 2, arbitrary: fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(value, { maxLength: 4 }) },
);

const RUNS = 7_000;

/** Cases that the suite promises; the demands to entries come on top. */
const PROMISED = 100_000;

let ran = 0;

it("every custom function of the script is called", () => {
  const inScript = [...built("Code.js").matchAll(/^function (FITN_\w+)\(/gm)].map(
    ([, name]) => name,
  );
  expect(inScript.sort()).toEqual(FUNCTIONS.map(({ name }) => name).sort());
});

describe.each(FUNCTIONS)("$name in the built bundle", ({ name, parameters }) => {
  const run = (context as Record<string, (...args: unknown[]) => unknown>)[name];

  it(`gives a value for a cell or a French message, ${RUNS} times`, () => {
    const kinds = { values: 0, messages: 0 };
    const args = fc.array(argument, { maxLength: parameters.length + 1 });
    fc.assert(
      fc.property(args, (given) => {
        ran += 1;
        try {
          const result = run?.(...given);
          kinds.values += 1;
          for (const shown of rowsOf(result).flat()) {
            expect(isShown(shown, given.map(String).join()), String(shown)).toBe(true);
          }
        } catch (error) {
          kinds.messages += 1;
          const { name: kind, message } = error as Error;
          expect(kind, message).toBe("SaisieInvalide");
          expect(flaw(message, given.map(String).join())).toBeUndefined();
        }
      }),
      { seed: 20_211_231, numRuns: RUNS },
    );
    expect(kinds.messages).toBeGreaterThan(0);
    expect(kinds.values).toBeGreaterThan(0);
  }, 240_000);

  it("takes 10 000 rows", () => {
    const column = Array.from({ length: 10_000 }, (_, index) => [index % 7 === 0 ? "" : index]);
    const given = parameters.map(() => column);
    try {
      expect(rowsOf(run?.(...given)).length).toBeGreaterThan(0);
    } catch (error) {
      expect((error as Error).name).toBe("SaisieInvalide");
      expect(flaw((error as Error).message)).toBeUndefined();
    }
  });
});

it("that makes as many cases as the suite promises", () => {
  console.info(`${ran} calls of ${FUNCTIONS.length} custom functions.`);
  expect(ran).toBeGreaterThanOrEqual(PROMISED);
});

function rowsOf(result: unknown): readonly (readonly unknown[])[] {
  const isTable = Object.prototype.toString.call(result) === "[object Array]";
  return isTable ? (result as unknown[][]) : [[result]];
}

/** What Google shows in a cell without an error. */
function isShown(shown: unknown, given: string): boolean {
  if (typeof shown === "number") return Number.isFinite(shown);
  if (typeof shown === "string") return rate(shown, given) === undefined;
  if (typeof shown === "boolean") return true;
  return shown instanceof DateOfSheet && Number.isFinite(shown.getTime());
}
