import type { Cell } from "../dossiers/cell.js";
import type { Champ } from "../rules/dossier.js";
import { CHAMPS_IMPORTES, CHAMPS_PERSONNELS } from "./champs-importes.js";
import { empreinteCourte } from "./empreinte.js";
import type { LigneLue } from "./fichier.js";
import { memeValeur, texteDe } from "./valeurs.js";

/** What the last import brought for a dossier: how a value typed by hand is told from an imported one. */
export interface DernierImport {
  readonly demarche: string;
  readonly valeurs: Readonly<Partial<Record<Champ, Cell>>>;
}

/** What is kept of a value: itself, or for a contact a short fingerprint. */
function garder(champ: Champ, cell: Cell): Cell {
  return CHAMPS_PERSONNELS.has(champ) ? `#${empreinteCourte(texteDe(cell))}` : cell;
}

/** What is kept of a line once it is imported; a field that the file leaves empty keeps what it had. */
export function retenir(
  valeurs: LigneLue["valeurs"],
  demarche: string,
  before: DernierImport | undefined,
): DernierImport {
  const kept: Partial<Record<Champ, Cell>> = { ...before?.valeurs };
  for (const champ of Object.keys(valeurs) as Champ[]) {
    const cell = valeurs[champ];
    if (cell !== undefined && CHAMPS_IMPORTES.has(champ)) kept[champ] = garder(champ, cell);
  }
  return { demarche, valeurs: kept };
}

/** Whether a cell is what the last import brought. */
export function memeQueDernier(champ: Champ, cell: Cell, last: Cell): boolean {
  return CHAMPS_PERSONNELS.has(champ)
    ? garder(champ, cell) === last
    : memeValeur(champ, cell, last);
}
