import type { Cents } from "./cents.js";
import type { Sourced } from "./citation.js";
import type { Faits } from "./dossier.js";
import type { Guichet } from "./guichet.js";
import type { Points } from "./points.js";
import { montantAds, plafondOf, smallestGrant } from "./subvention.js";
import { type Taux, tauxOf } from "./taux.js";
import type { Theme } from "./theme.js";

/** What a guichet allows a dossier, as far as its facts go. */
export interface Chiffrage {
  readonly taux?: Taux;
  readonly min?: Sourced<Points>;
  readonly max?: Sourced<Points>;
  readonly plafond?: Cents;
  /** Smallest of ceiling, request, what other funding leaves, and for 3d the collectivités' share. */
  readonly possible?: Cents;
}

/** The cost that rates and bounds apply to: the lot's, where the guichet funds lots and one is given. */
export function coutDeBase(guichet: Guichet, faits: Faits): Cents | undefined {
  return guichet.cout && faits.cout_lot !== undefined ? faits.cout_lot : faits.cout;
}

/** The communes attached to a centre; none for an autonomous commune. */
export function communesRattachees({ type, communes }: Faits): number | undefined {
  return communes ?? (type === "commune" ? 0 : undefined);
}

/**
 * Rates, ceiling and possible grant of a dossier. An exception asked for where none is provided for is
 * left out here: it is a reason of its own.
 *
 * @param theme canonical theme, `undefined` where unknown
 */
export function chiffrer(guichet: Guichet, theme: Theme | undefined, faits: Faits): Chiffrage {
  if (theme === undefined) return {};
  const demande = { population: faits.population, theme };
  const asked = tauxOf(guichet, { ...demande, exception: faits.exception === true });
  const taux = asked.kind === "exception" ? tauxOf(guichet, demande) : asked;
  const plafond = plafondFor(guichet, taux, faits);
  const possible = possibleFor(guichet, theme, plafond, faits);
  return {
    taux,
    ...(taux.kind === "taux" && { max: taux.max }),
    ...(taux.kind === "taux" && taux.min && { min: taux.min }),
    ...(plafond !== undefined && { plafond }),
    ...(possible !== undefined && { possible }),
  };
}

function plafondFor(guichet: Guichet, taux: Taux, faits: Faits): Cents | undefined {
  if (taux.kind === "non_financable") return 0;
  if (taux.kind === "montant" && guichet.ads) {
    const communes = communesRattachees(faits);
    return communes === undefined ? undefined : montantAds(guichet.ads, communes);
  }
  const cout = coutDeBase(guichet, faits);
  return taux.kind === "taux" && cout !== undefined ? plafondOf(cout, taux.max.value) : undefined;
}

function possibleFor(
  guichet: Guichet,
  theme: Theme,
  plafond: Cents | undefined,
  { demande, cout, autres, part_collectivites }: Faits,
): Cents | undefined {
  if (plafond === 0) return 0;
  if (plafond === undefined || demande === undefined) return undefined;
  const bounds = [plafond, demande];
  if (cout !== undefined) bounds.push(cout - (autres ?? 0));
  if (theme === "3d" && guichet.partCollectivites && part_collectivites !== undefined) {
    bounds.push(part_collectivites);
  }
  return smallestGrant(bounds);
}
