import { readDepartement } from "../dossiers/departements.js";
import type { LigneTable } from "../dossiers/table.js";
import { normalise } from "../dossiers/text.js";
import type { DossierSuivi } from "./suivi.js";

/** A company that benefits from orders, with the département of its head office where known. */
export interface Entreprise {
  readonly nom: string;
  readonly departement?: string;
  /** Where the département is to be typed. */
  readonly ligne?: number;
}

/**
 * Companies of a cell such as "Société A (59) ; Société B": one per line or `;`, the département in
 * brackets at the end.
 */
export function entreprisesDuTexte(text: string): readonly Entreprise[] {
  return text
    .split(/[;\n]|,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const brackets = /^(.*\S)\s*\(([^()]*)\)$/.exec(part);
      const reading = brackets && readDepartement(brackets[2] ?? "");
      return brackets?.[1] && reading?.ok && reading.value !== undefined
        ? { nom: brackets[1], departement: reading.value }
        : { nom: part };
    });
}

/**
 * The companies of a dossier: those of the `Entreprises` tab, then those that only the référent's own
 * column names.
 */
export function entreprisesDe(
  { dossier }: DossierSuivi,
  lignes: readonly LigneTable<"Entreprises">[],
): readonly Entreprise[] {
  const listed = lignes.flatMap(({ valeurs: { entreprise, departement }, ligne }) =>
    entreprise === undefined
      ? []
      : [{ nom: entreprise, ligne, ...(departement !== undefined && { departement }) }],
  );
  const known = new Set(listed.map(({ nom }) => normalise(nom)));
  const own = entreprisesDuTexte(dossier.faits.prestataires ?? "");
  return [...listed, ...own.filter(({ nom }) => !known.has(normalise(nom)))];
}

/** Companies as the list shows them, one on each line. */
export function formatEntreprises(entreprises: readonly Entreprise[]): string {
  return entreprises
    .map(({ nom, departement }) => `${nom} (${departement ?? "département du siège manquant"})`)
    .join("\n");
}
