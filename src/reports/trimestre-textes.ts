import type { Cell } from "../dossiers/cell.js";
import type { Trimestre } from "../rules/trimestre.js";
import { type Cellule, cellule, completer, texteDeFormule } from "./plan.js";

/** Texts that the region writes in its quarterly report (IDF), by key and by what they are asked as. */
export const TEXTES_TRIMESTRE = [
  { cle: "valorisation", libelle: "Actions et projets à valoriser" },
  { cle: "attentes.expertise", libelle: "Attentes\u00a0: expertise numérique" },
  { cle: "attentes.formation", libelle: "Attentes\u00a0: dispositifs de formation" },
  { cle: "attentes.laboratoire", libelle: "Attentes\u00a0: laboratoires d’innovation" },
  { cle: "retours", libelle: "Retours d’expérience" },
] as const;

export type TexteTrimestre = (typeof TEXTES_TRIMESTRE)[number];

/** Zero-based column of the texts in the tab: wide enough to be read. */
const COLONNE_TEXTES = 3;

const A_COMPLETER = "À compléter ici, ou dans Paramètres";

/** The setting that keeps a text of a quarter. @example cleTexte("2021-T3", TEXTES_TRIMESTRE[4]) // "trimestre.2021-T3.retours" */
export function cleTexte(trimestre: Trimestre, { cle }: TexteTrimestre): string {
  return `trimestre.${trimestre}.${cle}`;
}

/** The row of a text: its label, and a formula that shows the setting, so that a rerun loses nothing. */
export function ligneTexte(trimestre: Trimestre, texte: TexteTrimestre): readonly Cellule[] {
  const cle = texteDeFormule(cleTexte(trimestre, texte));
  const kept = `VLOOKUP(${cle};GUICHET;2;FALSE)`;
  const empty = texteDeFormule(`${A_COMPLETER}, clé ${cleTexte(trimestre, texte)}.`);
  return [
    cellule(texte.libelle, "note"),
    ...completer([], COLONNE_TEXTES - 1),
    cellule({ formule: `=IFERROR(IF(${kept}="";${empty};${kept});${empty})` }, "saisie"),
  ];
}

/** A text that somebody typed over its formula in the tab. */
export interface TexteSaisi {
  readonly cle: string;
  readonly texte: string;
}

/**
 * Texts typed in a report's tab, to be kept in the settings before it is replaced or frozen.
 *
 * @param rows values of the tab
 * @param formules its formulas: a cell that still has its own holds nothing typed
 */
export function textesSaisis(
  trimestre: Trimestre,
  rows: readonly (readonly Cell[])[],
  formules: readonly (readonly string[])[],
): readonly TexteSaisi[] {
  return rows.flatMap(([label, ...cells], index) => {
    const texte = TEXTES_TRIMESTRE.find(({ libelle }) => libelle === label);
    if (!texte) return [];
    const cle = cleTexte(trimestre, texte);
    const typed = String(cells[COLONNE_TEXTES - 1] ?? "").trim();
    const own = formules[index]?.[COLONNE_TEXTES]?.includes(cle) ?? false;
    return own || typed === "" || typed.startsWith(A_COMPLETER) ? [] : [{ cle, texte: typed }];
  });
}
