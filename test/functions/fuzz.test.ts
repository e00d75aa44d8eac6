import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SaisieInvalide } from "../../src/dossiers/saisie";
import { FUNCTIONS } from "../../src/functions/index";
import type { Argument, ResultCell } from "../../src/functions/types";
import { classeur, SANS_GUICHET } from "./call";
import { cell, isShowable } from "./cells";

const argument: fc.Arbitrary<Argument> = fc.oneof(
  { weight: 3, arbitrary: cell },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.array(fc.tuple(cell), { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 3 }) },
);

describe.each(FUNCTIONS)("$name, whatever its cells hold", ({ run, parameters }) => {
  it("gives what can be shown, or says what is malformed", () => {
    const { length } = parameters;
    const args = fc.array(argument, { minLength: length, maxLength: length });
    const contexts = fc.constantFrom(
      SANS_GUICHET,
      classeur(["guichet", "MARNE-V1"], ["population.max", 90_000]),
      classeur(["guichet", "NORD"]),
      classeur(["guichet", "HDF"], ["taux.max", "beaucoup"]),
    );
    let results = 0;
    fc.assert(
      fc.property(args, contexts, (values, context) => {
        fc.pre(!/undefined|object/.test(JSON.stringify(values)));
        try {
          const result = run(values, context);
          const rows = Array.isArray(result)
            ? (result as ResultCell[][])
            : [[result as ResultCell]];
          expect(rows.flat().filter((shown) => !isShowable(shown))).toEqual([]);
          results += 1;
        } catch (error) {
          if (!(error instanceof SaisieInvalide)) throw error;
          expect(error.message).toMatch(/^[^\n]{3,120}?\u00a0: .+\.$/su);
        }
      }),
      { seed: 7, numRuns: 3_000 },
    );
    expect(results).toBeGreaterThan(0);
  });
});
