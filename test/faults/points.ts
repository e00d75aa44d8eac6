import fc from "fast-check";

/** Which calls of a run fail. */
export interface Panne {
  readonly nom: string;
  readonly fails: (call: number) => boolean;
}

/** Points of each kind that the suite tries for an action; `FAUTES=toutes` tries every call. */
const MOST = process.env.FAUTES === "toutes" ? Number.POSITIVE_INFINITY : 10;

/** So many calls of `total`, spread over the run and seeded, the first and the last among them. */
function sample(total: number, seed: number): readonly number[] {
  if (total <= MOST) return Array.from({ length: total }, (_, call) => call);
  const within = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed, numRuns: MOST });
  const step = (total - 2) / (MOST - 2);
  const spread = within
    .slice(0, MOST - 2)
    .map((share, index) => 1 + Math.floor((index + share) * step));
  return [...new Set([0, ...spread.map((call) => Math.min(call, total - 1)), total - 1])];
}

/** The failures tried on a run of so many calls: one call alone, all from one on, some at random. */
export function pannes(total: number, seed: number): readonly Panne[] {
  const random = fc.sample(fc.infiniteStream(fc.nat({ max: 9 })), { seed, numRuns: 3 });
  return [
    ...sample(total, seed).map((at) => ({
      nom: `${at} seul`,
      fails: (call: number) => call === at,
    })),
    ...sample(total, seed + 1).map((at) => ({
      nom: `dès ${at}`,
      fails: (call: number) => call >= at,
    })),
    ...random.map((stream, index) => {
      const drawn: number[] = [];
      for (const digit of stream) {
        drawn.push(digit);
        if (drawn.length > 2 * total) break;
      }
      return { nom: `au hasard ${index}`, fails: (call: number) => drawn[call] === 0 };
    }),
  ];
}
