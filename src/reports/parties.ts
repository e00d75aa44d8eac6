import { NOM_PARAMETRES } from "../dossiers/onglets.js";
import { quoted } from "../dossiers/text.js";
import { type Cents, eurosOf } from "../rules/cents.js";
import { addMonths, type Day, type Month, nameOfMonth } from "../rules/day.js";
import { type Cellule, cellule, type Style } from "./plan.js";
import type { Manque } from "./suivi.js";

/** One-based first and last row of a list; empty where last is before first. */
export interface Etendue {
  readonly first: number;
  readonly last: number;
}

/** Whether a list has no line. */
export function isVide({ first, last }: Etendue): boolean {
  return last < first;
}

/** The sum of a column of a list, as a formula; zero where the list is empty. */
export function somme(column: string, list: Etendue): { formule: string } | number {
  return isVide(list) ? 0 : { formule: `=SUM(${column}${list.first}:${column}${list.last})` };
}

/** How many lines a list has, as a formula. */
export function nombre(list: Etendue): Cellule {
  return isVide(list)
    ? cellule(0, "entier")
    : cellule({ formule: `=ROWS(A${list.first}:A${list.last})` }, "entier");
}

/** A line of a report's header: what it is, and its value. */
export function ligneEntete(libelle: string, valeur: Cellule): Cellule[] {
  return [cellule(libelle, "note"), valeur];
}

/** The préfecture's name at the head of a report; where it is not set, where to set it. */
export function nomPrefecture(prefecture: string): string {
  return prefecture === ""
    ? `à renseigner\u00a0: onglet ${quoted(NOM_PARAMETRES)}, clé prefecture`
    : prefecture;
}

/** A row of column titles. */
export function titres(noms: readonly string[]): Cellule[] {
  return noms.map((titre) => cellule(titre, "entete"));
}

/** An amount where there is one. */
export function celluleEuros(cents: Cents | undefined): Cellule {
  return cellule(cents === undefined ? "" : eurosOf(cents), "euro");
}

/** A day where there is one. */
export function celluleJour(day: Day | undefined): Cellule {
  return cellule(day === undefined ? "" : { jour: day }, "jour");
}

/** What stands below a list: texts and days, under titles. */
export type Ligne = readonly (string | { readonly jour: Day })[];

/**
 * A table below a list, each of its columns placed under one of the list's that is wide enough.
 *
 * @param places zero-based columns, as many as titles
 */
export function section(
  noms: readonly string[],
  rows: readonly Ligne[],
  places: readonly number[],
): Cellule[][] {
  if (rows.length === 0) return [[cellule("Rien à signaler.", "note")]];
  const style = (contenu: Ligne[number]): Style => (typeof contenu === "string" ? "texte" : "jour");
  return [
    placer(titres(noms), places, cellule("", "entete")),
    ...rows.map((row) =>
      placer(
        row.map((contenu) => cellule(contenu, style(contenu))),
        places,
        cellule(""),
      ),
    ),
  ];
}

function placer(cells: readonly Cellule[], places: readonly number[], gap: Cellule): Cellule[] {
  const width = Math.max(...places) + 1;
  return Array.from({ length: width }, (_, column) => cells[places.indexOf(column)] ?? gap);
}

/** What a report lacks and where to type it, at its foot. */
export function sectionManques(
  manques: readonly Manque[],
  places: readonly number[],
  porteur = "Collectivité porteuse",
): Cellule[][] {
  return [
    [cellule(`Ce qui manque (${manques.length})`, "section")],
    ...section(
      ["N° dossier", porteur, "Ce qui manque", "Où le compléter"],
      manques.map((manque) => [manque.numero, manque.porteur, manque.quoi, manque.ou]),
      places,
    ),
  ];
}

/** A gap as a sentence, for whoever asked for the report. */
export function phraseDuManque({ numero, quoi, ou }: Manque): string {
  return `${numero === "" ? "" : `${numero}\u00a0: `}${quoi} (${ou})`;
}

/** French name of the month before. @example moisPrecedent("2021-06") // "mai 2021" */
export function moisPrecedent(mois: Month): string {
  return nameOfMonth(addMonths(`${mois}-01`, -1).slice(0, 7));
}
