import { quoted } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";
import { ambiguites, champsManquants, type OngletDossiers } from "./lire-suivi.js";
import { type Refus, refus } from "./ports.js";
import { titresDe } from "./titres.js";

/** Fields that an action reads in the référent's tab. */
export interface ColonnesRequises {
  /** Without these it can do nothing. */
  readonly indispensables: readonly Champ[];
  /** Without these what it makes has gaps, that it names. */
  readonly utiles?: readonly Champ[];
}

/** Columns that an action needs and the référent's tab lacks: added at its right after asking. */
export interface ColonnesManquantes {
  readonly kind: "colonnes";
  readonly champs: readonly Champ[];
  /** Which they are, in French; whoever shows it asks. */
  readonly message: string;
}

/**
 * The columns an action needs and the tab lacks. Refused where two columns claim one that it can't do without.
 *
 * @param telQuel useful columns were offered already, and declined
 * @returns nothing where the action may go on
 * @example colonnesManquantes(onglet, { indispensables: ["numero"], utiles: ["fin"] })
 */
export function colonnesManquantes(
  onglet: OngletDossiers,
  { indispensables, utiles = [] }: ColonnesRequises,
  telQuel = false,
): ColonnesManquantes | Refus | undefined {
  const ambigues = colonnesAmbigues(onglet, indispensables);
  if (ambigues) return ambigues;
  const missing = champsManquants(onglet, indispensables);
  const useful = champsManquants(onglet, utiles);
  if (missing.length === 0 && (useful.length === 0 || telQuel)) return undefined;
  const parts = [
    missing.length > 0 ? `indispensables\u00a0: ${titresDe(missing)}` : "",
    useful.length > 0 ? `attendues, vides sinon\u00a0: ${titresDe(useful)}` : "",
  ].filter((part) => part !== "");
  return {
    kind: "colonnes",
    champs: [...missing, ...useful],
    message: `L’onglet ${quoted(onglet.nom)} n’a pas de colonne pour ces informations, ${parts.join("\u00a0; ")}.`,
  };
}

/** Refuses an action where two columns claim a field that it can't do without; nothing where none do. */
export function colonnesAmbigues(
  onglet: OngletDossiers,
  indispensables: readonly Champ[],
): Refus | undefined {
  return onglet.entetes.ambigus.some(({ champ }) => indispensables.includes(champ))
    ? refus(ambiguites(onglet).join("\n"))
    : undefined;
}
