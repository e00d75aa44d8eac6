import type { Cell } from "../dossiers/cell.js";
import { columnLetters } from "../dossiers/column-letters.js";
import { NOM_ENVELOPPES, NOM_INSTRUCTION, NOM_PAIEMENTS } from "../dossiers/onglets.js";
import { readGuichetId } from "../dossiers/vocabulary.js";
import { GUICHETS } from "../guichets/index.js";
import type { Contenu } from "../reports/plan.js";
import { nomDeFormule } from "../reports/plan.js";
import { eurosOf } from "../rules/cents.js";
import { ETATS_ENGAGES, ETATS_LAUREAT } from "../rules/etat.js";
import type { GuichetId } from "../rules/guichet.js";
import { THEMES } from "../rules/theme.js";
import { PLAGE_BARRE, PLAGE_GUICHET } from "./parametres.js";
import type { Operation, Zone } from "./ports.js";

/** A column of `Instruction`, open downwards. */
const instruction = (letter: string) => `${nomDeFormule(NOM_INSTRUCTION)}!$${letter}$2:$${letter}`;

const NUMERO = instruction("A");
const GUICHET = instruction("B");
const THEME = instruction("C");
const DEMANDE = instruction("F");
const ACCORDE = instruction("G");
const ETAT = instruction("H");

/** Zero-based columns of the number and the amount in `Paiements`, wherever its headers stand. */
export interface ColonnesPaiements {
  readonly numero: number;
  readonly montant: number;
}

/** What was paid on each row of `Instruction`. */
function payeParLigne({ numero, montant }: ColonnesPaiements): string {
  const column = (index: number) => {
    const letters = columnLetters(index);
    return `${nomDeFormule(NOM_PAIEMENTS)}!$${letters}$2:$${letters}`;
  };
  return `SUMIF(${column(numero)};${NUMERO};${column(montant)})`;
}

const TITRES = [
  "Thème",
  "Libellé",
  "Demandé",
  "Accordé",
  "Engagé",
  "Payé",
  "Reste",
  "Consommation",
  "",
];

const WIDTH = TITRES.length;
const HEADER = 5;

/** Guichets that have a block already: their id stands alone in the first column. */
export function guichetsDesBlocs(rows: readonly (readonly Cell[])[]): ReadonlySet<GuichetId> {
  return new Set(
    rows.flatMap(([cell = ""]) => {
      const reading = readGuichetId(cell);
      return reading.ok && reading.value !== undefined ? [reading.value] : [];
    }),
  );
}

/**
 * The block of a guichet's envelope on `Enveloppes`: drawing right, reserve, then by theme and in all
 * what is asked, granted, committed, paid, remaining and the consumed share, with its bar.
 *
 * @param row first row of the block
 * @param paiements where payments stand
 */
export function blocEnveloppe(
  id: GuichetId,
  row: number,
  paiements: ColonnesPaiements,
): { operations: readonly Operation[]; hauteur: number } {
  const rows = lignesBloc(id, row, payeParLigne(paiements));
  return { hauteur: rows.length, operations: [ecrireBloc(rows, row), ...presenterBloc(rows, row)] };
}

/** What the cells of a block say, line by line. */
function lignesBloc(id: GuichetId, row: number, paye: string): readonly (readonly Contenu[])[] {
  const guichet = GUICHETS[id];
  const themes = THEMES.filter((theme) => guichet.themes[theme]);
  const own = `$A$${row}`;
  const enveloppe = `$B$${row + 3}`;
  const first = row + HEADER;
  const last = first + themes.length - 1;
  const total = last + 2;
  return [
    [id, `Enveloppe – ${guichet.nom}`],
    [
      "Droit de tirage",
      { formule: `=${reglage(id, "enveloppe", own)}` },
      guichet.enveloppe?.source.note ??
        `À fixer par la préfecture\u00a0: clé ${id}.enveloppe de l’onglet Paramètres.`,
    ],
    ["Réserve", { formule: `=${reglage(id, "reserve", own)}` }],
    [
      "Enveloppe totale",
      { formule: `=IF(AND(B${row + 1}="";B${row + 2}="");"";SUM(B${row + 1}:B${row + 2}))` },
    ],
    TITRES,
    ...themes.map((theme, index) =>
      ligneTheme(theme, guichet.themes[theme]?.libelle ?? "", own, enveloppe, first + index, paye),
    ),
    [
      "Autres",
      "Thème autre, absent ou non reconnu",
      ...["C", "D", "E", "F"].map((letter) => ({
        formule: `=ROUND(${letter}${total}-SUM(${letter}${first}:${letter}${last});2)`,
      })),
    ],
    ligneTotal(own, enveloppe, total, paye),
  ];
}

function ecrireBloc(rows: readonly (readonly Contenu[])[], row: number): Operation {
  return {
    op: "ecrire",
    onglet: NOM_ENVELOPPES,
    ligne: row,
    colonne: 1,
    contenus: rows.map((cells) => Array.from({ length: WIDTH }, (_, index) => cells[index] ?? "")),
  };
}

/** How a block looks; the first one sets the widths of the tab's columns. */
function presenterBloc(rows: readonly (readonly Contenu[])[], row: number): readonly Operation[] {
  const first = row + HEADER;
  const total = row + rows.length - 1;
  const consommation = zone(first, 8, total - first + 1, 1);
  return [
    { op: "section", onglet: NOM_ENVELOPPES, zone: zone(row, 1, 1, WIDTH) },
    { op: "entete", onglet: NOM_ENVELOPPES, zone: zone(row + 4, 1, 1, WIDTH) },
    { op: "section", onglet: NOM_ENVELOPPES, zone: zone(total, 1, 1, WIDTH) },
    { op: "format", onglet: NOM_ENVELOPPES, zone: zone(row + 1, 2, 3, 1), kind: "euro" },
    {
      op: "format",
      onglet: NOM_ENVELOPPES,
      zone: zone(first, 3, total - first + 1, 5),
      kind: "euro",
    },
    { op: "format", onglet: NOM_ENVELOPPES, zone: consommation, kind: "rate" },
    ...(row === 1
      ? ([
          { op: "largeur", onglet: NOM_ENVELOPPES, colonne: 1, pixels: 130 },
          { op: "largeur", onglet: NOM_ENVELOPPES, colonne: 2, pixels: 300 },
          { op: "largeur", onglet: NOM_ENVELOPPES, colonne: 8, pixels: 110 },
          { op: "largeur", onglet: NOM_ENVELOPPES, colonne: WIDTH, pixels: 160 },
        ] as const)
      : []),
    {
      op: "conditions",
      onglet: NOM_ENVELOPPES,
      regles: [
        { zone: consommation, quand: { plusDe: 1 }, couleur: "rouge" },
        { zone: consommation, quand: { auMoins: 0.8 }, couleur: "orange" },
      ],
    },
  ];
}

function zone(ligne: number, colonne: number, lignes: number, colonnes: number): Zone {
  return { ligne, colonne, lignes, colonnes };
}

/**
 * A setting of a guichet: its prefixed key, else the bare key where it is the workbook's guichet, else
 * what the document says.
 */
function reglage(id: GuichetId, cle: "enveloppe" | "reserve", own: string): string {
  const look = (key: string) => `IFERROR(VLOOKUP("${key}";${PLAGE_GUICHET};2;FALSE);"")`;
  const document = GUICHETS[id][cle];
  const defaut = document ? String(eurosOf(document.value)) : '""';
  const prefixed = look(`${id}.${cle}`);
  const bare = look(cle);
  return `IF(${prefixed}<>"";${prefixed};IF(AND(${look("guichet")}=${own};${bare}<>"");${bare};${defaut}))`;
}

function ligneTheme(
  theme: string,
  libelle: string,
  own: string,
  enveloppe: string,
  row: number,
  paye: string,
): Contenu[] {
  const criteria = `${GUICHET};${own};${THEME};$A${row}`;
  const rowsOf = `(${GUICHET}=${own})*(${THEME}=$A${row})`;
  const abandoned = `SUMPRODUCT(${rowsOf}*(${ETAT}="Abandonné")*${paye})`;
  const granted = (etats: readonly string[]) =>
    `=${etats.map((etat) => `SUMIFS(${ACCORDE};${criteria};${ETAT};"${etat}")`).join("+")}+${abandoned}`;
  const counted = [...ETATS_LAUREAT, "Abandonné"].map((etat) => `(${ETAT}="${etat}")`).join("+");
  return [
    theme,
    libelle,
    { formule: `=SUMIFS(${DEMANDE};${criteria})` },
    { formule: granted(ETATS_LAUREAT) },
    { formule: granted(ETATS_ENGAGES) },
    { formule: `=SUMPRODUCT(${rowsOf}*(${counted})*${paye})` },
    "",
    { formule: `=IF(N(${enveloppe})>0;D${row}/${enveloppe};"")` },
    barre(row),
  ];
}

function ligneTotal(own: string, enveloppe: string, row: number, paye: string): Contenu[] {
  const mine = (values: string) => `ARRAYFORMULA(IF(${GUICHET}=${own};${values};0))`;
  const args = (etape: string) => `${mine(ACCORDE)};${ETAT};"${etape}";${mine(paye)}`;
  return [
    "Total",
    "",
    { formule: `=SUMIFS(${DEMANDE};${GUICHET};${own})` },
    { formule: `=FITN_CONSOMME(${args("accordé")})` },
    { formule: `=FITN_CONSOMME(${args("engagé")})` },
    { formule: `=FITN_CONSOMME(${args("payé")})` },
    { formule: `=FITN_RESTE(${enveloppe};${args("accordé")})` },
    { formule: `=IF(N(${enveloppe})>0;FITN_CONSOMMATION(${enveloppe};${args("accordé")});"")` },
    barre(row),
  ];
}

function barre(row: number): Contenu {
  return { formule: `=IF(N(H${row})=0;"";SPARKLINE(MIN(1;H${row});${PLAGE_BARRE}))` };
}
