import type { Cell } from "../../dossiers/cell.js";
import { NOM_ENTREPRISES, onglet } from "../../dossiers/onglets.js";
import { normalise } from "../../dossiers/text.js";
import { type EntrepriseSuivie, ligneEntreprise } from "../../imports/entreprises.js";
import type { EntrepriseLue } from "../../imports/fichier.js";
import type { Contenu } from "../../reports/plan.js";
import type { Classeur, Operation } from "../ports.js";

/** The tab `Entreprises` under its own headers. */
export interface OngletEntreprises {
  readonly suivies: readonly EntrepriseSuivie[];
  /** Zero-based column of each of the contract's first columns, −1 where the tab has none. */
  readonly positions: readonly number[];
  readonly derniere: number;
}

/** Columns that a repetition sheet fills, in the order of `ligneEntreprise`. */
const REMPLIES = 5;

/** Reads the tab; nobody there where it is missing. One service call. */
export function lireEntreprises(classeur: Classeur): OngletEntreprises {
  const { lignes } = classeur.lire(NOM_ENTREPRISES);
  const [headers = [], ...rows] = lignes;
  const names = headers.map((header) => normalise(String(header)));
  const positions = onglet(NOM_ENTREPRISES)
    .colonnes.slice(0, REMPLIES)
    .map(({ titre }) => names.indexOf(normalise(titre)));
  const [numero = -1, nom = -1, siret = -1, , montant = -1] = positions;
  const at = (row: readonly Cell[], position: number): Cell => row[position] ?? "";
  return {
    suivies: rows.map((row) => ({
      numero: String(at(row, numero)).trim(),
      nom: String(at(row, nom)).trim(),
      siret: String(at(row, siret)).trim(),
      montant: at(row, montant),
    })),
    positions,
    derniere: lignes.length,
  };
}

/** Rows of new companies below the last one, in one write. */
export function ecrireEntreprises(
  { positions, derniere }: OngletEntreprises,
  nouvelles: readonly EntrepriseLue[],
): readonly Operation[] {
  const width = Math.max(...positions) + 1;
  if (nouvelles.length === 0 || width === 0) return [];
  const contenus = nouvelles.map((one) => {
    const values = ligneEntreprise(one);
    return Array.from({ length: width }, (_, column): Contenu => {
      const index = positions.indexOf(column);
      return index < 0 ? "" : (values[index] ?? "");
    });
  });
  return [{ op: "ecrire", onglet: NOM_ENTREPRISES, ligne: derniere + 1, colonne: 1, contenus }];
}
