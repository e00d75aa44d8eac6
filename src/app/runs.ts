/** A run of equal neighbours. */
export interface Run<T> {
  readonly value: T;
  readonly start: number;
  readonly length: number;
}

/** Runs of equal neighbours of a list: one step for each instead of one for each item. */
export function runsOf<T>(items: readonly T[]): readonly Run<T>[] {
  const runs: { value: T; start: number; length: number }[] = [];
  items.forEach((value, start) => {
    const last = runs[runs.length - 1];
    if (last && last.value === value) last.length += 1;
    else runs.push({ value, start, length: 1 });
  });
  return runs;
}
