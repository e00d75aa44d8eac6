/** One seed for all properties: a failure is the same for everybody. */
export const RUNS = { seed: 20210930, numRuns: 1_000 } as const;
