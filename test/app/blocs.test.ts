import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLOCS_MAX, type Bloc, blocs } from "../../src/app/blocs.js";

const cells = fc
  .uniqueArray(
    fc.record({ ligne: fc.integer({ min: 2, max: 400 }), colonne: fc.integer({ min: 1, max: 8 }) }),
    {
      selector: ({ ligne, colonne }) => `${ligne}:${colonne}`,
      maxLength: 300,
    },
  )
  .map((places) => places.map((place, index) => ({ ...place, contenu: `écrit ${index}` })));

function written(found: readonly Bloc[]): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const { ligne, colonne, contenus } of found) {
    contenus.forEach((row, atRow) => {
      row.forEach((contenu, atColumn) => {
        const place = `${ligne + atRow}:${colonne + atColumn}`;
        expect(all.has(place)).toBe(false);
        all.set(place, contenu);
      });
    });
  }
  return all;
}

describe("blocs", () => {
  it("write each cell once; those between two are written as they stand, and never a formula", () => {
    fc.assert(
      fc.property(cells, fc.nat({ max: 5 }), (asked, formulas) => {
        const tel = (ligne: number, colonne: number) =>
          (ligne + colonne) % 6 < formulas ? undefined : `tel ${ligne}:${colonne}`;
        const all = written(blocs(asked, tel));
        for (const { ligne, colonne, contenu } of asked) {
          expect(all.get(`${ligne}:${colonne}`)).toBe(contenu);
          all.delete(`${ligne}:${colonne}`);
        }
        for (const [place, contenu] of all) expect(contenu).toBe(`tel ${place}`);
      }),
    );
  });

  it(`are ${BLOCS_MAX} at most, however many rows change`, () => {
    const scattered = Array.from({ length: 3_000 }, (_, index) => ({
      ligne: 2 + 3 * index,
      colonne: 1 + (index % 5),
      contenu: index,
    }));
    expect(blocs(scattered, () => "").length).toBeLessThanOrEqual(BLOCS_MAX);
  });

  it("touch no other cell where they are few", () => {
    const asked = [2, 9, 40].map((ligne) => ({ ligne, colonne: 3, contenu: "x" }));
    expect(blocs(asked, () => "tel")).toHaveLength(3);
  });

  it("join neighbours of a row and equal rows into one rectangle", () => {
    const asked = [2, 3].flatMap((ligne) =>
      [5, 6].map((colonne) => ({ ligne, colonne, contenu: ligne * colonne })),
    );
    expect(blocs(asked, () => undefined)).toEqual([
      {
        ligne: 2,
        colonne: 5,
        contenus: [
          [10, 12],
          [15, 18],
        ],
      },
    ]);
  });
});
