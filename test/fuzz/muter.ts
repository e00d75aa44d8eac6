import fc from "fast-check";

/** Values that stand where another was expected. */
const autre: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, "", " ", "0", "-1", "1e999", "__proto__", "=1+1"),
  fc.constantFrom<unknown>(0, -0, -1, 0.1, 1e21, 2 ** 53, -(2 ** 31), 5e-324),
  fc.constantFrom<unknown>(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.constantFrom<unknown>(
    "2021-02-30",
    "2021-13",
    "9999-12-31",
    "0000-01-01",
    "31/12/2021",
    "HDF",
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [{}],
    { length: 1 },
    { toString: "x" },
    { constructor: 1 },
  ),
  fc.integer({ min: 1, max: 70_000 }).map((length) => "é\n\"'".repeat(length).slice(0, length)),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.double(),
);

type Chemin = readonly (string | number)[];

/** Every place inside a demand, the whole of it first. */
function chemins(value: unknown, here: Chemin = []): readonly Chemin[] {
  if (typeof value !== "object" || value === null) return [here];
  const inner = Array.isArray(value)
    ? value.slice(0, 6).map((item, at) => [at, item] as const)
    : Object.entries(value).slice(0, 40);
  return [here, ...inner.flatMap(([key, item]) => chemins(item, [...here, key]))];
}

/** The demand with what stands at a place changed. */
function change(value: unknown, [key, ...rest]: Chemin, to: (old: unknown) => unknown): unknown {
  if (key === undefined) return to(value);
  const inside = (value as Record<string | number, unknown>)[key];
  const made = change(inside, rest, to);
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => (at !== key ? [item] : made === RIEN ? [] : [made]));
  }
  const entries = Object.entries(value as object).flatMap(([name, item]) =>
    name !== key ? [[name, item]] : made === RIEN ? [] : [[name, made]],
  );
  return Object.fromEntries(entries);
}

/** Takes a field or an item away. */
const RIEN = Symbol("rien");

/** `__proto__` as a key of its own, as JSON makes it. */
const piege = (old: unknown): unknown =>
  JSON.parse(
    `{"__proto__":{"kind":"fait"},"constructor":1,"toString":${JSON.stringify(old) ?? 0}}`,
  );

const geste: fc.Arbitrary<(old: unknown) => unknown> = fc.oneof(
  { weight: 6, arbitrary: autre.map((value) => () => value) },
  { weight: 2, arbitrary: fc.constant(() => RIEN) },
  { weight: 1, arbitrary: fc.constant((old: unknown) => [old]) },
  { weight: 1, arbitrary: fc.constant((old: unknown) => ({ valeur: old })) },
  { weight: 1, arbitrary: fc.constant(piege) },
  { weight: 1, arbitrary: fc.constant((old: unknown) => [old, old, old]) },
  {
    weight: 1,
    arbitrary: fc.constant((old: unknown) => (typeof old === "number" ? String(old) : Number(old))),
  },
  { weight: 1, arbitrary: fc.constant((old: unknown) => `${String(old)} ${String(old)}`) },
);

/** A demand with one field, or a few, that are not as they should be; the whole of it stands now and then. */
export function mutee(demande: unknown): fc.Arbitrary<unknown> {
  const places = chemins(demande);
  const one = fc.tuple(fc.nat({ max: places.length - 1 }), geste);
  return fc.array(one, { minLength: 0, maxLength: 3 }).map((changes) =>
    changes.reduce((made: unknown, [at, to]) => {
      try {
        const next = change(made, places[at] ?? [], to);
        return next === RIEN ? null : next;
      } catch {
        return made;
      }
    }, demande),
  );
}
