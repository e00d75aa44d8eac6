import { NOM_JOURNAL } from "../dossiers/onglets.js";
import type { Contexte, Operation } from "./ports.js";

/** One change of one field. */
export interface Changement {
  readonly numero?: string;
  readonly champ: string;
  readonly avant: string;
  readonly apres: string;
}

/** Line of the Journal that says which batch was undone. */
export const CHAMP_ANNULATION = "Annulation";

/** The batch of an instant. @example lotDe("2021-07-06 14:05:09") // "20210706140509" */
export function lotDe(horodatage: string): string {
  return horodatage.replace(/\D/g, "");
}

/**
 * The name of a batch: its instant, and where the Journal ended when it began.
 *
 * @example nomDeLot("2021-07-06 14:05:09", 12) // "20210706140509-12"
 */
export function nomDeLot(horodatage: string, finDuJournal: number): string {
  return `${lotDe(horodatage)}-${finDuJournal}`;
}

/** Where the Journal ended when a batch began; nothing of a name that is not one. */
export function finAvant(lot: string): number | undefined {
  const [, end] = /^\d{14}-(\d+)$/.exec(lot) ?? [];
  return end === undefined ? undefined : Number(end);
}

/**
 * The write that adds changes to the Journal, below its last row.
 *
 * @param derniereLigne last filled row of the Journal, one-based
 * @param source what made the change
 * @param lot batch that the changes belong to; the instant where left out
 */
export function journaliser(
  changements: readonly Changement[],
  derniereLigne: number,
  source: string,
  contexte: Contexte,
  lot?: string,
): readonly Operation[] {
  if (changements.length === 0) return [];
  const quand = contexte.maintenant();
  const qui = contexte.qui();
  return [
    {
      op: "ecrire",
      onglet: NOM_JOURNAL,
      ligne: derniereLigne + 1,
      colonne: 1,
      contenus: changements.map(({ numero = "", champ, avant, apres }) => [
        quand,
        qui,
        source,
        numero,
        champ,
        avant,
        apres,
        lot ?? lotDe(quand),
      ]),
    },
  ];
}
