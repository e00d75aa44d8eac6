import type { Cell } from "../dossiers/cell.js";
import { columnLetters } from "../dossiers/column-letters.js";
import { NOM_EVALUATIONS } from "../dossiers/onglets-demande.js";
import { quoted } from "../dossiers/text.js";
import {
  type CritereEvaluation,
  evaluationDe,
  type Grille,
  type LigneEvaluation,
} from "./evaluation.js";
import { type Etendue, ligneEntete, nomPrefecture, titres } from "./parties.js";
import { type Cellule, type Contenu, cellule, completer, type PlanOnglet } from "./plan.js";
import { byNumero } from "./suivi.js";

/** A lauréat as the summary names it. */
export interface LaureatEvalue {
  readonly numero: string;
  readonly porteur: string;
  readonly intitule: string;
}

export const NOM_SYNTHESE = "Synthèse des évaluations";

const HEADER_ROWS = 7;

/** The tab that sums up evaluations: one row for each lauréat, one column for each criterion, means as formulas. */
export function planEvaluations(
  laureats: readonly LaureatEvalue[],
  evaluations: readonly LigneEvaluation[],
  grille: Grille,
  prefecture: string,
): PlanOnglet {
  const { criteres } = grille;
  const groups = byNumero(evaluations);
  const list = { first: HEADER_ROWS + 1, last: HEADER_ROWS + laureats.length };
  const rows: readonly Cellule[][] = [
    ...enteteEvaluations(grille, prefecture, list),
    ...laureats.map((laureat, index) =>
      ligneEvalue(laureat, groups.get(laureat.numero) ?? [], criteres, list.first + index),
    ),
    ...(laureats.length === 0 || criteres.length === 0 ? [] : [ligneMoyennes(criteres, list)]),
  ];
  return {
    nom: NOM_SYNTHESE,
    lignes: rows.map((row) => completer(row, FAITS + criteres.length + 2)),
    largeurs: [110, 220, 260, ...criteres.map(() => 130), 90, 420],
    figees: HEADER_ROWS,
  };
}

/** Columns before the criteria: number, applicant, project. */
const FAITS = 3;

/** The mean of the scores of a range, empty where it has none. */
function moyenne(range: string): Contenu {
  return { formule: `=IF(COUNT(${range})=0;"";ROUND(AVERAGE(${range});2))` };
}

function enteteEvaluations(
  { criteres, echelle }: Grille,
  prefecture: string,
  list: Etendue,
): readonly Cellule[][] {
  return [
    [cellule("Évaluation des projets financés", "titre")],
    ligneEntete("Préfecture", cellule(nomPrefecture(prefecture))),
    ligneEntete(
      "Grille",
      cellule(`réglages evaluation.CODE de Paramètres, notes de 0 à ${echelle}`),
    ),
    ligneEntete("Lauréats évalués", cellule(evalues(columnLetters(FAITS + criteres.length), list))),
    ligneEntete(
      "Source",
      cellule(
        `onglet ${quoted(NOM_EVALUATIONS)}\u00a0: dernière note de chaque lauréat pour chaque critère`,
      ),
    ),
    [],
    titres([
      "N° dossier",
      "Collectivité porteuse",
      "Projet",
      ...criteres.map(({ libelle }) => libelle),
      "Moyenne",
      "Commentaires",
    ]),
  ];
}

function ligneEvalue(
  { numero, porteur, intitule }: LaureatEvalue,
  own: readonly LigneEvaluation[],
  criteres: readonly CritereEvaluation[],
  row: number,
): Cellule[] {
  const range = `${columnLetters(FAITS)}${row}:${columnLetters(FAITS + criteres.length - 1)}${row}`;
  return [
    cellule(numero),
    cellule(porteur, "long"),
    cellule(intitule, "long"),
    ...criteres.map((critere) => cellule(noteDe(own, critere))),
    cellule(moyenne(range)),
    cellule(commentaires(own, criteres), "long"),
  ];
}

/** The mean of each criterion, and of the lauréats' means. */
function ligneMoyennes(
  criteres: readonly CritereEvaluation[],
  { first, last }: Etendue,
): Cellule[] {
  const blank = cellule("", "total");
  const means = Array.from({ length: criteres.length + 1 }, (_, index) => {
    const column = columnLetters(FAITS + index);
    return cellule(moyenne(`${column}${first}:${column}${last}`), "total");
  });
  return [cellule("Moyenne", "total"), blank, blank, ...means, blank];
}

/** How many lauréats have a mean, of all those listed. */
function evalues(means: string, { first, last }: Etendue): Contenu {
  if (last < first) return "aucun lauréat";
  const range = `${means}${first}:${means}${last}`;
  return { formule: `=COUNT(${range})&" sur "&ROWS(${range})` };
}

function noteDe(own: readonly LigneEvaluation[], critere: CritereEvaluation): Cell {
  return evaluationDe(own, critere)?.valeurs.note ?? "";
}

function commentaires(
  own: readonly LigneEvaluation[],
  criteres: readonly CritereEvaluation[],
): string {
  return criteres
    .flatMap((critere) => {
      const text = evaluationDe(own, critere)?.valeurs.commentaire;
      return text === undefined ? [] : [`${critere.libelle}\u00a0: ${text}`];
    })
    .join("\n");
}
