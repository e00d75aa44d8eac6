import type { Cell } from "../../dossiers/cell.js";
import { NOM_ENTREPRISES } from "../../dossiers/onglets.js";
import { type EntrepriseSuivie, ligneEntreprise } from "../../imports/entreprises.js";
import type { EntrepriseLue } from "../../imports/fichier.js";
import type { Classeur, Operation } from "../ports.js";
import { ligneSous, positionsDe } from "./sous-entetes.js";

/** The tab `Entreprises` under its own headers. */
export interface OngletEntreprises {
  readonly suivies: readonly EntrepriseSuivie[];
  readonly positions: readonly number[];
  readonly derniere: number;
}

/** Reads the tab; nobody there where it is missing. One service call. */
export function lireEntreprises(classeur: Classeur): OngletEntreprises {
  const { lignes } = classeur.lire(NOM_ENTREPRISES);
  const [headers = [], ...rows] = lignes;
  const positions = positionsDe(NOM_ENTREPRISES, headers);
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

/** Rows of new companies below the last one, in one write; none where the tab is missing. */
export function ecrireEntreprises(
  { positions, derniere }: OngletEntreprises,
  nouvelles: readonly EntrepriseLue[],
): readonly Operation[] {
  if (nouvelles.length === 0 || derniere === 0) return [];
  return [
    {
      op: "ecrire",
      onglet: NOM_ENTREPRISES,
      ligne: derniere + 1,
      colonne: 1,
      contenus: nouvelles.map((one) => ligneSous(positions, ligneEntreprise(one))),
    },
  ];
}
