import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidat, type Choix, chercherMeilleurChoix } from "../../src/rules/optimisation.js";
import { RUNS } from "./runs.js";

const toEnd = () => true;

/** Looks for the best set for as long as it may go on: the best so far where it may not. */
function meilleurChoix(
  candidats: readonly Candidat[],
  enveloppe: number,
  peutContinuer: () => boolean,
): Choix {
  const search = chercherMeilleurChoix(candidats, enveloppe);
  for (;;) {
    const { value, done } = search.next();
    if (done || !peutContinuer()) return value;
  }
}

const named = (rows: readonly (readonly [montant: number, valeur: number])[]): Candidat[] =>
  rows.map(([montant, valeur], index) => ({ cle: `D${index}`, montant, valeur }));

/** Every subset, one by one. */
function parForceBrute(candidats: readonly Candidat[], enveloppe: number): number {
  let best = 0;
  for (let mask = 0; mask < 1 << candidats.length; mask++) {
    let montant = 0;
    let valeur = 0;
    candidats.forEach((candidat, index) => {
      if ((mask >> index) % 2 === 0) return;
      montant += candidat.montant;
      valeur += candidat.valeur;
    });
    if (montant <= enveloppe && valeur > best) best = valeur;
  }
  return best;
}

/** Best worth for each whole euro of envelope, dossier after dossier. */
function parEuros(candidats: readonly Candidat[], euros: number): number {
  const best = new Float64Array(euros + 1);
  for (const { montant, valeur } of candidats) {
    const cost = montant / 100;
    for (let room = euros; room >= cost; room--) {
      best[room] = Math.max(best[room] ?? 0, (best[room - cost] ?? 0) + valeur);
    }
  }
  return best[euros] ?? 0;
}

/** The usual hand method: best worth by cent first, while it fits. */
function glouton(candidats: readonly Candidat[], enveloppe: number): number {
  const order = [...candidats].sort((a, b) => b.valeur * a.montant - a.valeur * b.montant);
  let room = enveloppe;
  let total = 0;
  for (const { montant, valeur } of order) {
    if (montant > room) continue;
    room -= montant;
    total += valeur;
  }
  return total;
}

/** A set is what it says: distinct dossiers given, summed, within the envelope. */
function verifier(choix: Choix, candidats: readonly Candidat[], enveloppe: number): void {
  const taken = candidats.filter(({ cle }) => choix.retenus.includes(cle));
  expect(taken.length).toBe(choix.retenus.length);
  expect(choix.montant).toBe(taken.reduce((sum, { montant }) => sum + montant, 0));
  expect(choix.valeur).toBe(taken.reduce((sum, { valeur }) => sum + valeur, 0));
  expect(choix.montant).toBeLessThanOrEqual(enveloppe);
  expect(choix.borne).toBeGreaterThanOrEqual(choix.valeur);
}

const instance = fc.record({
  candidats: fc
    .array(fc.tuple(fc.integer({ min: 0, max: 60_00 }), fc.integer({ min: 0, max: 30 })), {
      maxLength: 12,
    })
    .map(named),
  enveloppe: fc.integer({ min: 0, max: 200_00 }),
});

describe("the best set under an envelope", () => {
  it.each<[string, readonly (readonly [number, number])[], number, readonly string[]]>([
    ["nothing to choose from", [], 1000, []],
    ["an envelope of nothing", [[100, 5]], 0, []],
    ["an exact fit, to the cent", [[1000, 5]], 1000, ["D0"]],
    ["a cent too much", [[1001, 5]], 1000, []],
    [
      "two that beat the one best by euro",
      [
        [600, 7],
        [500, 5],
        [500, 5],
      ],
      1000,
      ["D1", "D2"],
    ],
    [
      "one that is worth nothing",
      [
        [10, 0],
        [20, 1],
      ],
      1000,
      ["D1"],
    ],
    [
      "one that costs nothing",
      [
        [0, 1],
        [2000, 9],
      ],
      1000,
      ["D0"],
    ],
    [
      "all of them",
      [
        [400, 1],
        [600, 1],
      ],
      1000,
      ["D0", "D1"],
    ],
  ])("is right for %s", (_, rows, enveloppe, retenus) => {
    const choix = meilleurChoix(named(rows), enveloppe, toEnd);
    expect(choix.retenus).toEqual(retenus);
    expect(choix.prouve).toBe(true);
  });

  it("is the best of every subset, and says so", () => {
    fc.assert(
      fc.property(instance, ({ candidats, enveloppe }) => {
        const choix = meilleurChoix(candidats, enveloppe, toEnd);
        verifier(choix, candidats, enveloppe);
        expect(choix.valeur).toBe(parForceBrute(candidats, enveloppe));
        expect(choix.prouve).toBe(true);
      }),
      { seed: RUNS.seed, numRuns: 400 },
    );
  });

  it.each([
    ["worth apart from cost", (cost: number, noise: number) => noise + 0 * cost],
    ["worth near cost", (cost: number, noise: number) => cost + (noise % 40)],
    ["worth that is the cost and a constant", (cost: number) => cost + 100],
    ["worth that is the cost", (cost: number) => cost],
  ])("is what counting euro by euro finds, with %s", (_, worth) => {
    const row = fc.tuple(fc.integer({ min: 50, max: 400 }), fc.integer({ min: 1, max: 500 }));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 30, maxLength: 60 }),
        fc.integer({ min: 1000, max: 8000 }),
        (rows, euros) => {
          const candidats = named(rows.map(([cost, noise]) => [cost * 100, worth(cost, noise)]));
          const choix = meilleurChoix(candidats, euros * 100 + 99, toEnd);
          verifier(choix, candidats, euros * 100 + 99);
          expect([choix.valeur, choix.prouve]).toEqual([parEuros(candidats, euros), true]);
        },
      ),
      { seed: RUNS.seed, numRuns: 25 },
    );
  });

  it("takes as many dossiers as the cheapest ones allow, when each counts for one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 80 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (amounts, enveloppe) => {
          const candidats = named(amounts.map((montant) => [montant, 1]));
          let room = enveloppe;
          const most = [...amounts]
            .sort((a, b) => a - b)
            .filter((montant) => {
              room -= montant;
              return room >= 0;
            }).length;
          expect(meilleurChoix(candidats, enveloppe, toEnd).valeur).toBe(most);
        },
      ),
      RUNS,
    );
  });

  it("does not depend on the order of the dossiers", () => {
    fc.assert(
      fc.property(instance, ({ candidats, enveloppe }) => {
        const forth = meilleurChoix(candidats, enveloppe, toEnd).retenus;
        const back = meilleurChoix([...candidats].reverse(), enveloppe, toEnd).retenus;
        expect([...back].sort()).toEqual([...forth].sort());
      }),
      RUNS,
    );
  });
});

/** Numbers that look like chance, the same at every run. */
function hasard(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** 300 dossiers of 5 000 to 100 000 euros, to the cent. */
function troisCents(worth: (montant: number, next: () => number) => number): Candidat[] {
  const next = hasard(2021);
  return named(
    Array.from({ length: 300 }, () => {
      const montant = 500_000 + Math.floor(next() * 9_500_000);
      return [montant, worth(montant, next)] as const;
    }),
  );
}

describe("300 dossiers", () => {
  const INSTANCES: readonly [string, Candidat[]][] = [
    ["scores out of 20 in hundredths", troisCents((_, next) => Math.floor(next() * 2001))],
    ["inhabitants", troisCents((_, next) => 100 + Math.floor(next() * 100_000))],
    ["worth that follows the amount", troisCents((m, next) => Math.floor(m / 100 + next() * 2000))],
    [
      "worth that is the amount in euros and a constant",
      troisCents((m) => Math.floor(m / 100) + 1000),
    ],
  ];

  it.each(INSTANCES)("are settled: %s", (_, candidats) => {
    const enveloppe = 297_000_00;
    const choix = meilleurChoix(candidats, enveloppe, toEnd);
    verifier(choix, candidats, enveloppe);
    expect(choix.prouve).toBe(true);
    expect(choix.valeur).toBeGreaterThanOrEqual(glouton(candidats, enveloppe));
  });

  it("stopped early give a set that holds and a bound that the best set respects", () => {
    const candidats = INSTANCES[3]?.[1] ?? [];
    const enveloppe = 1_500_000_00;
    const best = meilleurChoix(candidats, enveloppe, toEnd);
    const bornes: number[] = [];
    const search = chercherMeilleurChoix(candidats, enveloppe);
    for (let step = search.next(); !step.done && bornes.length < 5; step = search.next()) {
      verifier(step.value, candidats, enveloppe);
      expect(step.value.borne).toBeGreaterThanOrEqual(best.valeur);
      expect(step.value.valeur).toBeLessThanOrEqual(best.valeur);
      bornes.push(step.value.borne);
    }
    expect(bornes.length).toBe(5);
    expect([...bornes].sort((a, b) => b - a)).toEqual(bornes);
  });

  it("are not called settled where they were stopped before the proof", () => {
    const candidats = INSTANCES[3]?.[1] ?? [];
    const choix = meilleurChoix(candidats, 1_500_000_00, () => false);
    expect(choix.prouve).toBe(false);
    expect(choix.borne).toBeGreaterThan(choix.valeur);
  });
});

describe("what is no amount or no worth", () => {
  it.each([
    [{ cle: "A", montant: 10.5, valeur: 1 }, /montant A: 10.5/],
    [{ cle: "A", montant: -1, valeur: 1 }, /montant A: -1/],
    [{ cle: "A", montant: 10, valeur: Number.NaN }, /valeur A: NaN/],
  ])("is refused: %j", (candidat, message) => {
    expect(() => meilleurChoix([candidat], 100, toEnd)).toThrow(message);
  });
});
