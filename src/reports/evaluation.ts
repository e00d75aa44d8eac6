import type { Cell } from "../dossiers/cell.js";
import { columnLetters } from "../dossiers/headers.js";
import { NOM_EVALUATIONS } from "../dossiers/onglets-demande.js";
import type { LigneTable } from "../dossiers/table.js";
import { normalise, quoted } from "../dossiers/text.js";
import { ligneEntete, nomPrefecture, titres } from "./parties.js";
import { type Cellule, type Contenu, cellule, completer, type PlanOnglet } from "./plan.js";
import { byNumero } from "./suivi.js";

/** One criterion of the grid that the regional level sets. */
export interface CritereEvaluation {
  readonly code: string;
  readonly libelle: string;
}

/** The grid, from the settings: criteria and highest score; no document gives any. */
export interface Grille {
  readonly criteres: readonly CritereEvaluation[];
  /** Scores go from 0 to this. */
  readonly echelle: number;
}

const PREFIXE = "evaluation.";
const CLE_ECHELLE = "evaluation.echelle";

/** Highest score where the settings give none. */
const ECHELLE = 5;

/**
 * The grid of evaluation set in `Paramètres`: one key `evaluation.CODE` for each criterion, its wording as
 * value; `evaluation.echelle` is the highest score.
 *
 * @param valeurs settings by key, in lower case
 * @returns no criterion where the regional level's grid was not typed in
 */
export function grilleDe(valeurs: ReadonlyMap<string, Cell>): Grille {
  const echelle = Number(valeurs.get(CLE_ECHELLE));
  return {
    criteres: [...valeurs].flatMap(([cle, valeur]) =>
      cle.startsWith(PREFIXE) && cle !== CLE_ECHELLE
        ? [critereDe(cle.slice(PREFIXE.length), String(valeur).trim())]
        : [],
    ),
    echelle: Number.isInteger(echelle) && echelle > 0 ? echelle : ECHELLE,
  };
}

/** A criterion without a wording goes by its code. */
function critereDe(code: string, libelle: string): CritereEvaluation {
  return { code, libelle: libelle === "" ? code : libelle };
}

export type LigneEvaluation = LigneTable<"Évaluations">;

/** The row of a criterion among a lauréat's; by its code or its wording, the last one written. */
export function evaluationDe(
  lignes: readonly LigneEvaluation[],
  { code, libelle }: CritereEvaluation,
): LigneEvaluation | undefined {
  const names = new Set([normalise(code), normalise(libelle)]);
  return [...lignes].reverse().find(({ valeurs }) => names.has(normalise(valeurs.critere ?? "")));
}

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
  { criteres, echelle }: Grille,
  prefecture: string,
): PlanOnglet {
  const groups = byNumero(evaluations);
  const width = 3 + criteres.length + 2;
  const first = HEADER_ROWS + 1;
  const last = HEADER_ROWS + laureats.length;
  const column = columnLetters;
  const mean = (range: string) =>
    cellule({ formule: `=IF(COUNT(${range})=0;"";ROUND(AVERAGE(${range});2))` }, "total");
  const rows: Cellule[][] = [
    [cellule("Évaluation des projets financés", "titre")],
    ligneEntete("Préfecture", cellule(nomPrefecture(prefecture))),
    ligneEntete(
      "Grille",
      cellule(`réglages evaluation.CODE de Paramètres, notes de 0 à ${echelle}`),
    ),
    ligneEntete("Lauréats évalués", cellule(evalues(column(3 + criteres.length), first, last))),
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
    ...laureats.map(({ numero, porteur, intitule }, index) => {
      const own = groups.get(numero) ?? [];
      const row = first + index;
      const range = `${column(3)}${row}:${column(2 + criteres.length)}${row}`;
      return [
        cellule(numero),
        cellule(porteur, "long"),
        cellule(intitule, "long"),
        ...criteres.map((critere) => cellule(noteDe(own, critere))),
        cellule({ formule: `=IF(COUNT(${range})=0;"";ROUND(AVERAGE(${range});2))` }),
        cellule(commentaires(own, criteres), "long"),
      ];
    }),
    ...(laureats.length === 0 || criteres.length === 0
      ? []
      : [
          [
            cellule("Moyenne", "total"),
            cellule("", "total"),
            cellule("", "total"),
            ...Array.from({ length: criteres.length + 1 }, (_, index) =>
              mean(`${column(3 + index)}${first}:${column(3 + index)}${last}`),
            ),
            cellule("", "total"),
          ],
        ]),
  ];
  return {
    nom: NOM_SYNTHESE,
    lignes: rows.map((row) => completer(row, width)),
    largeurs: [110, 220, 260, ...criteres.map(() => 130), 90, 420],
    figees: HEADER_ROWS,
  };
}

/** How many lauréats have a mean, of all those listed. */
function evalues(means: string, first: number, last: number): Contenu {
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
