/** A value made the first time it is asked for: loading the bundle costs every custom function call. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** How many answers a memory keeps: a sheet repeats few words in many rows. */
const MOST = 2_000;

/** A function that remembers its answers; past a limit it starts again from nothing. */
export function remembered<K, T>(compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    if (known.size >= MOST) known.clear();
    const made = compute(key);
    known.set(key, made);
    return made;
  };
}
