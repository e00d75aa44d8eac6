import type { LigneInstruite } from "../../functions/lignes.js";
import type { Cents } from "../../rules/cents.js";
import { chiffrer, coutDeBase } from "../../rules/chiffrage.js";
import type { Sourced } from "../../rules/citation.js";
import type { CadreDecision } from "../../rules/decision.js";
import type { Faits } from "../../rules/dossier.js";
import type { Guichet } from "../../rules/guichet.js";
import type { Points } from "../../rules/points.js";
import { forfaitOf, plafondOf } from "../../rules/subvention.js";
import { tauxOf } from "../../rules/taux.js";
import type { Theme } from "../../rules/theme.js";
import { etatEnveloppe, sourceDe } from "./enveloppe.js";

/**
 * The bounds of a dossier's decision. A dossier that no rate can fund has no ceiling here: it is
 * ineligible, and only an explicit override makes it favourable.
 *
 * @param consomme what the other dossiers of its guichet consume of the envelope
 */
export function cadreDe(
  { guichet, theme, dossier: { faits }, verdict }: LigneInstruite,
  consomme: Cents,
): CadreDecision {
  const { taux, min, max, plafond } = chiffrer(guichet, theme, { ...faits, exception: false });
  const base = taux?.kind === "taux" ? coutDeBase(guichet, faits) : undefined;
  const higher = exceptionDe(guichet, theme, faits);
  const { total, source } = etatEnveloppe(guichet, consomme);
  const forfait = forfaitDe(guichet, theme, faits);
  return {
    guichet: guichet.id,
    issue: verdict.issue,
    sourceTaux: sourceDe(max ?? guichet.ads?.centre ?? guichet.tranches[0]?.max),
    ...pick(faits, ["etat", "cout", "demande", "autres"]),
    ...(base !== undefined && { base }),
    ...(max && {
      taux: {
        max: max.value,
        ...(min && { min: min.value }),
        ...(min?.source.reading && { indicatif: true as const }),
      },
    }),
    ...(plafond !== undefined && taux?.kind !== "non_financable" && { plafond }),
    ...(higher && { exception: { max: higher.value, source: sourceDe(higher) } }),
    ...(higher && base !== undefined && { plafondException: plafondOf(base, higher.value) }),
    ...(forfait && { forfait: forfait.value }),
    ...(theme === "3d" &&
      guichet.partCollectivites &&
      faits.part_collectivites !== undefined && { part: faits.part_collectivites }),
    ...(total !== undefined && { enveloppe: { total, consomme, source } }),
  };
}

/** The higher rate that an exception opens for this theme and population. */
function exceptionDe(
  guichet: Guichet,
  theme: Theme | undefined,
  { population }: Faits,
): Sourced<Points> | undefined {
  if (theme === undefined) return undefined;
  const taux = tauxOf(guichet, { population, theme, exception: true });
  return taux.kind === "taux" ? taux.max : undefined;
}

/** The recommended flat rate of an accompaniment. */
export function forfaitDe(
  guichet: Guichet,
  theme: Theme | undefined,
  { type, population }: Faits,
): Sourced<Cents> | undefined {
  if (theme !== "3a" || type === undefined) return undefined;
  const forfait = forfaitOf(guichet.forfaits, type, population);
  return forfait === "population" ? undefined : forfait;
}

/** The fields that have a value. */
function pick<K extends keyof Faits>(faits: Faits, keys: readonly K[]): Pick<Faits, K> {
  return Object.fromEntries(
    keys.filter((key) => faits[key] !== undefined).map((key) => [key, faits[key]]),
  ) as Pick<Faits, K>;
}
