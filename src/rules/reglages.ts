import type { Citation, Sourced } from "./citation.js";
import { TYPES_COLLECTIVITE } from "./collectivite.js";
import { dayBefore } from "./day.js";
import type { Guichet } from "./guichet.js";

/** How a setting's value is written. */
export type KindReglage = "euro" | "rate" | "day" | "integer" | "weight";

/** A number of a guichet that the préfecture may replace in its settings. */
export interface Reglage {
  /** Key in the settings tab. */
  readonly cle: string;
  readonly kind: KindReglage;
  /** What the documents say: cents, basis points, a last day included, a count; nothing where silent. */
  readonly valeur: number | string | undefined;
  readonly source: Citation | undefined;
  readonly path: readonly (string | number)[];
}

const NON_PREVU: Citation = { document: "PREF", section: "", note: "rien de prévu" };

/** Every number of a guichet that a préfecture may set, in the order the settings tab lists them. */
export function reglagesOf(guichet: Guichet): readonly Reglage[] {
  const list: Reglage[] = [];
  const add = (
    cle: string,
    kind: KindReglage,
    path: (string | number)[],
    sourced?: Sourced<unknown>,
  ) => list.push({ cle, kind, path, valeur: shownValue(sourced), source: sourced?.source });
  add("enveloppe", "euro", ["enveloppe"], guichet.enveloppe);
  add("reserve", "euro", ["reserve"], guichet.reserve);
  guichet.tranches.forEach((tranche, index) => {
    const prefix = tranche.code === "" ? "taux" : `taux.${tranche.code}`;
    add(`${prefix}.min`, "rate", ["tranches", index, "min"], tranche.min);
    add(`${prefix}.max`, "rate", ["tranches", index, "max"], tranche.max);
    if (tranche.exception) {
      add(
        `${prefix}.exception`,
        "rate",
        ["tranches", index, "exception", "max"],
        tranche.exception.max,
      );
    }
  });
  if (guichet.cout) {
    add("cout.min", "euro", ["cout", "superieurA"], guichet.cout.superieurA);
    add("cout.max", "euro", ["cout", "inferieurA"], guichet.cout.inferieurA);
  }
  if (guichet.population)
    add("population.max", "integer", ["population", "sous"], guichet.population.sous);
  if (guichet.ads) {
    add("ads.centre", "euro", ["ads", "centre"], guichet.ads.centre);
    add("ads.commune", "euro", ["ads", "parCommune"], guichet.ads.parCommune);
    add("ads.communes_max", "integer", ["ads", "communesMax"], guichet.ads.communesMax);
  }
  add("depot.debut", "day", ["depot", "debut"], guichet.depot?.debut);
  add("depot.fin", "day", ["depot", "fin"], guichet.depot?.fin);
  add("achevement.fin", "day", ["achevement"], guichet.achevement);
  if (guichet.creditsEngages) add("credits.fin", "day", ["creditsEngages"], guichet.creditsEngages);
  if (guichet.effet) add("effet.mois", "integer", ["effet"], guichet.effet);
  if (guichet.resultats) add("resultats.annee", "integer", ["resultats"], guichet.resultats);
  if (guichet.themes["3a"]) {
    add("forfait.commune.seuil", "integer", ["forfaits", "seuil"], guichet.forfaits?.seuil);
    add("forfait.commune.petite", "euro", ["forfaits", "petite"], guichet.forfaits?.petite);
    for (const type of TYPES_COLLECTIVITE) {
      if (type === "epci") continue;
      add(
        `forfait.${type}`,
        "euro",
        ["forfaits", "montants", type],
        guichet.forfaits?.montants[type],
      );
    }
  }
  for (const code of codesCriteres(guichet)) {
    add(`poids.${code}`, "weight", ["poids", code], guichet.poids?.[code]);
  }
  return list;
}

/** Codes of all criteria of a guichet, each once. */
function codesCriteres(guichet: Guichet): readonly string[] {
  const codes = Object.values(guichet.criteres).flatMap((list) => list.map(({ code }) => code));
  return [...new Set(codes)];
}

/** A last day as settings write it: always included. */
function shownValue(sourced: (Sourced<unknown> & { strict?: true }) | undefined) {
  const value = sourced?.value as number | string | undefined;
  return sourced?.strict && typeof value === "string" ? dayBefore(value) : value;
}

/**
 * A guichet with the préfecture's own numbers in place of the documents'. A value equal to the
 * document's changes nothing, so that it is not shown as the préfecture's.
 *
 * @param valeurs by key: cents, basis points, a day, a count
 */
export function applyReglages(
  guichet: Guichet,
  valeurs: ReadonlyMap<string, number | string>,
): Guichet {
  let result = guichet;
  const reglages = new Map<string, string>();
  for (const { cle, path, valeur, source } of reglagesOf(guichet)) {
    const own = valeurs.get(cle);
    if (own === undefined || own === valeur) continue;
    reglages.set(cle, (source ?? NON_PREVU).note);
    result = setIn(result, path, (former) => ({
      ...withoutStrict(former),
      value: own,
      source: source ?? NON_PREVU,
      reglage: cle,
    })) as Guichet;
  }
  return reglages.size > 0 ? { ...result, reglages } : result;
}

/** A préfecture's last day is included. */
function withoutStrict(former: unknown): object {
  const { strict: _, ...rest } = (former ?? {}) as { strict?: true };
  return rest;
}

function setIn(
  node: unknown,
  [head, ...rest]: readonly (string | number)[],
  change: (former: unknown) => unknown,
): unknown {
  if (head === undefined) return change(node);
  if (Array.isArray(node)) {
    return node.map((item, index) => (index === head ? setIn(item, rest, change) : item));
  }
  const object = (node ?? emptyNode(head)) as Record<string, unknown>;
  return { ...object, [head]: setIn(object[head], rest, change) };
}

/** Flat rates need their table even where the document has none. */
function emptyNode(head: string | number): object {
  return head === "seuil" || head === "petite" || head === "montants" ? { montants: {} } : {};
}
