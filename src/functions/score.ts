import type { Cell } from "../dossiers/cell.js";
import { readNumber } from "../dossiers/numbers.js";
import { lire, SaisieInvalide } from "../dossiers/saisie.js";
import { weightedScore } from "../rules/score.js";
import { flatten, isRange, shown } from "./broadcast.js";
import type { FunctionDeclaration, Run } from "./types.js";

function scoreOf(notes: readonly Cell[], poids: readonly Cell[] | undefined): Cell {
  if (poids && poids.length !== notes.length) {
    throw new SaisieInvalide(
      `poids\u00a0: lu ${poids.length} cellules, attendu ${notes.length} comme notes.`,
    );
  }
  const scores = notes.map((note, index) => lire(`notes, ${index + 1}`, note, readNumber));
  const weights = poids?.map(
    (weight, index) => lire(`poids, ${index + 1}`, weight, readNumber) ?? 0,
  );
  return weightedScore(scores, weights) ?? "";
}

export const runScore: Run = ([notes, poids]) => {
  const weights = poids === undefined || poids === "" ? undefined : flatten(poids);
  const several = isRange(notes) && notes.length > 1 && (notes[0]?.length ?? 0) > 1;
  return several
    ? notes.map((row) => [shown(() => scoreOf(row, weights))])
    : scoreOf(flatten(notes), weights);
};

export const FITN_SCORE: FunctionDeclaration = {
  name: "FITN_SCORE",
  summary:
    "Moyenne pondérée des notes d’un dossier, à deux décimales ; une note absente ne compte pas. Sur plusieurs lignes et colonnes : un score par ligne.",
  parameters: [
    {
      name: "notes",
      help: "Notes du dossier, une par critère ; sur plusieurs lignes, un dossier par ligne.",
    },
    {
      name: "poids",
      help: "Facultatif. Poids des critères, dans le même ordre. Par défaut : tous égaux.",
      optional: true,
    },
  ],
  returns: "Le score, ou une cellule vide sans aucune note.",
  source: "Critères de chaque document, sans poids : les poids sont un réglage de la préfecture",
  examples: [
    { formula: "=FITN_SCORE(A2:B2; A1:B1)", args: [[[4, 2]], [[3, 1]]], result: 3.5 },
    { formula: "=FITN_SCORE(A2:C2)", args: [[[4, "", 3]]], result: 3.5 },
  ],
  run: runScore,
};
