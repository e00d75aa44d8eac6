import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relever } from "../../src/rules/optimisation-relever.js";
import { RUNS } from "./runs.js";

const dossier = (cle: string, montant: number, plafond: number) => ({ cle, montant, plafond });

describe("raising retained dossiers towards their ceilings", () => {
  it.each([
    ["the same share of each gap", [dossier("a", 100, 200), dossier("b", 100, 400)], 100, [25, 75]],
    ["all to their ceilings, the rest stays", [dossier("a", 1, 2), dossier("b", 1, 3)], 99, [1, 2]],
    ["the odd cent to the first by key", [dossier("b", 0, 9), dossier("a", 0, 9)], 1, [0, 1]],
    ["the odd cent to the largest fraction", [dossier("a", 0, 1), dossier("b", 0, 2)], 1, [0, 1]],
    ["none above its ceiling", [dossier("a", 300, 200), dossier("b", 100, 200)], 500, [0, 100]],
    ["nothing with nothing left", [dossier("a", 100, 200)], 0, [0]],
    ["nothing with less than nothing left", [dossier("a", 100, 200)], -5, [0]],
  ])("gives %s", (_, dossiers, reste, hausses) => {
    const raised = relever(dossiers, reste);
    expect(raised.map(({ hausse }) => hausse)).toEqual(hausses);
    expect(raised.map(({ montant }) => montant)).toEqual(
      dossiers.map(({ montant }, index) => montant + (hausses[index] ?? 0)),
    );
  });

  const amounts = fc.array(
    fc.tuple(fc.nat({ max: 10_000_000_00 }), fc.nat({ max: 10_000_000_00 })),
    { maxLength: 40 },
  );

  it("spends the rest or fills every gap, to the cent, and passes no ceiling", () => {
    fc.assert(
      fc.property(amounts, fc.nat({ max: 100_000_000_00 }), (rows, reste) => {
        const dossiers = rows.map(([montant, gap], index) =>
          dossier(`D${index}`, montant, montant + gap),
        );
        const gaps = rows.reduce((sum, [, gap]) => sum + gap, 0);
        const raised = relever(dossiers, reste);
        const spent = raised.reduce((sum, { hausse }) => sum + hausse, 0);
        expect(spent).toBe(Math.min(reste, gaps));
        raised.forEach(({ montant, hausse }, index) => {
          expect(hausse).toBeGreaterThanOrEqual(0);
          expect(montant).toBeLessThanOrEqual(dossiers[index]?.plafond ?? 0);
        });
      }),
      RUNS,
    );
  });

  it("differs from the exact share by less than a cent", () => {
    fc.assert(
      fc.property(amounts, fc.nat({ max: 100_000_000_00 }), (rows, reste) => {
        const gaps = rows.reduce((sum, [, gap]) => sum + gap, 0);
        const budget = BigInt(Math.min(reste, gaps));
        const dossiers = rows.map(([montant, gap], index) =>
          dossier(`D${index}`, montant, montant + gap),
        );
        relever(dossiers, reste).forEach(({ hausse }, index) => {
          const gap = BigInt(rows[index]?.[1] ?? 0);
          const error = BigInt(hausse) * BigInt(gaps) - gap * budget;
          expect(error > -BigInt(Math.max(1, gaps)) && error < BigInt(Math.max(1, gaps))).toBe(
            true,
          );
        });
      }),
      RUNS,
    );
  });
});
