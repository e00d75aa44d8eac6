import type { Citation, Sourced } from "../../src/rules/citation";
import type { Guichet } from "../../src/rules/guichet";

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

function isObject(node: unknown): node is Record<string, unknown> {
  return typeof node === "object" && node !== null;
}

function isSourced(node: unknown): node is Sourced<number | string> {
  return isObject(node) && "value" in node;
}

function isCitation(node: unknown): node is Citation {
  return isObject(node) && "document" in node && "note" in node;
}

/** Every node of a guichet with the path that leads to it, the guichet itself left out. */
function nodes(node: unknown, path = ""): Leaf[] {
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const own = path === "" ? key : `${path}.${key}`;
    return [{ path: own, value }, ...nodes(value, own)];
  });
}

export interface SourcedLeaf {
  readonly path: string;
  readonly sourced: Sourced<number | string> & { readonly strict?: true };
}

/** Every number, day and rate that a guichet gives a source. */
export function sourcedOf(guichet: Guichet): readonly SourcedLeaf[] {
  return nodes(guichet).flatMap(({ path, value }) =>
    isSourced(value) ? [{ path, sourced: value }] : [],
  );
}

/** Every citation of a guichet. */
export function citationsOf(guichet: Guichet): readonly { path: string; citation: Citation }[] {
  return nodes(guichet).flatMap(({ path, value }) =>
    isCitation(value) ? [{ path, citation: value }] : [],
  );
}

/** Every number of a guichet, and every text that holds a day, a month or digits. */
export function figuresOf(guichet: Guichet): readonly Leaf[] {
  return nodes(guichet).filter(
    ({ value }) => typeof value === "number" || (typeof value === "string" && /\d/.test(value)),
  );
}
