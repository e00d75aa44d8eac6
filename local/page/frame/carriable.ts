/**
 * Refuses what `google.script.run` cannot carry to the server, as Google's own client does.
 * @throws TypeError for a Date, a function or an element of the page
 */
export function refuseUncarriable(value: unknown, at: number): void {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") {
    throw illegal(typeof value, at);
  }
  if (typeof value !== "object" || value === null) return;
  if (value instanceof Date) throw illegal("Date", at);
  if ("nodeType" in value) throw illegal("élément de la page", at);
  for (const item of Object.values(value)) refuseUncarriable(item, at);
}

function illegal(what: string, at: number): TypeError {
  return new TypeError(
    `Failed due to illegal value in property: ${at} (google.script.run ne transporte pas\u00a0: ${what})`,
  );
}

/** A value as the server gets it: `undefined` is null, a Map or a Set is an empty object. */
export function carried(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(carried);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, carried(item)]));
}
