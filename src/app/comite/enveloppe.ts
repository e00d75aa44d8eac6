import type { Cents } from "../../rules/cents.js";
import { formatCitation, type Sourced } from "../../rules/citation.js";
import { consommeParLigne } from "../../rules/enveloppe.js";
import type { Guichet, GuichetId } from "../../rules/guichet.js";
import type { LigneSeance, Seance } from "./lire-seance.js";
import type { EtatEnveloppe } from "./protocole.js";

/** Where a number comes from: the document, or the préfecture's own setting. */
export function sourceDe(sourced: Sourced<unknown> | undefined): string {
  if (!sourced) return "";
  const { source, reglage } = sourced;
  const document = source.document === "PREF" ? "" : formatCitation(source);
  return reglage === undefined
    ? document
    : `(réglage de la préfecture, clé ${reglage}${document === "" ? "" : `\u00a0; le document\u00a0: ${source.note} ${document}`})`;
}

/** Drawing right and reserve of a guichet; nothing where neither is known. */
function totalDe({ enveloppe, reserve }: Guichet): Cents | undefined {
  return enveloppe || reserve ? (enveloppe?.value ?? 0) + (reserve?.value ?? 0) : undefined;
}

/**
 * What the dossiers of a guichet consume, as granted: an abandoned one counts for what was paid.
 *
 * @param sauf dossiers left out, by number
 */
export function consommeSans(
  seance: Seance,
  id: GuichetId,
  sauf: ReadonlySet<string> = new Set(),
): Cents {
  return seance.lignes.reduce((sum, { guichet, numero, dossier: { faits } }) => {
    if (guichet.id !== id || sauf.has(numero)) return sum;
    const { etat, montant_accorde: montant = 0 } = faits;
    const paye = etat === "Abandonné" ? (seance.paye.get(numero) ?? 0) : 0;
    return sum + consommeParLigne({ etat, montant, paye }, "accordé");
  }, 0);
}

/** The envelope of a guichet with so much granted. */
export function etatEnveloppe(guichet: Guichet, accorde: Cents): EtatEnveloppe {
  const total = totalDe(guichet);
  return {
    guichet: guichet.id,
    accorde,
    source: sourceDe(guichet.enveloppe ?? guichet.reserve),
    ...(total !== undefined && { total, reste: total - accorde }),
  };
}

/** Guichets of the sheet's dossiers; the workbook's own where it has none. */
export function guichetsDe({ lignes, guichetOf }: Seance): readonly Guichet[] {
  const used = new Map(lignes.map(({ guichet }) => [guichet.id, guichet]));
  return used.size > 0 ? [...used.values()] : [guichetOf()];
}

/** Amounts of lauréats that no sum counts: missing or unreadable. */
export function montantsNonComptes({ lignes }: Seance): readonly LigneSeance[] {
  return lignes.filter(
    ({ dossier: { faits, illisibles } }) =>
      illisibles.some(({ champ }) => champ === "montant_accorde" || champ === "etat") ||
      (faits.montant_accorde === undefined &&
        faits.etat !== undefined &&
        consommeParLigne({ etat: faits.etat, montant: 1, paye: 0 }, "accordé") > 0),
  );
}
