interface Store<K, V> {
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): unknown;
}

function from<K, V>(store: Store<K, V>, compute: (key: K) => V): (key: K) => V {
  return (key) => {
    const known = store.get(key);
    if (known !== undefined || store.has(key)) return known as V;
    const made = compute(key);
    store.set(key, made);
    return made;
  };
}

/** A function that computes each answer once, and keeps it as long as itself. */
export function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  return from(new Map<K, V>(), compute);
}

/** The same, each answer kept as long as the object that it was asked for. */
export function rememberedOf<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  return from(new WeakMap<K, V>(), compute);
}
