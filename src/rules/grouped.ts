/**
 * Items by key, the groups in the order of their first items, each in the order of its own.
 *
 * @param keyOf key of an item; `undefined` leaves it out
 * @example grouped([3, 4, 5], (n) => n % 2).get(1) // [3, 5]
 */
export function grouped<T, K>(
  items: Iterable<T>,
  keyOf: (item: T) => K | undefined,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
