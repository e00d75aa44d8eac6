/** Things that rest on the same source, which is then shown once. */
interface Groupe<T> {
  readonly source: string;
  readonly items: readonly T[];
}

/** Groups neighbours of one source, in their order. @example groupBySource([a, b]) // [{ source, items: [a, b] }] */
export function groupBySource<T extends { readonly source: string }>(
  items: readonly T[],
): readonly Groupe<T>[] {
  const groups: { source: string; items: T[] }[] = [];
  for (const item of items) {
    const last = groups[groups.length - 1];
    if (last?.source === item.source) last.items.push(item);
    else groups.push({ source: item.source, items: [item] });
  }
  return groups;
}
