import { columnLetters } from "../dossiers/column-letters.js";
import { NOM_CONSOLIDE, NOM_MOUVEMENTS } from "../dossiers/onglets-demande.js";
import { type Cents, eurosOf } from "../rules/cents.js";
import { type Day, formatDay } from "../rules/day.js";
import { ETATS_ENGAGES, ETATS_LAUREAT } from "../rules/etat.js";
import type { GuichetId } from "../rules/guichet.js";
import { celluleJour, type Etendue, ligneEntete, titres } from "./parties.js";
import { type Cellule, cellule, completer, nomDeFormule, type PlanOnglet } from "./plan.js";

export const NOM_REGIONAL = "Suivi régional";

/** A département on the consolidated follow-up; its figures are formulas, but for its first drawing right. */
export interface DepartementConsolide {
  readonly code: string;
  readonly nom: string;
  readonly initial?: Cents;
  readonly consolideLe?: Day;
  readonly horsTerritoire?: true;
}

export interface EntreeConsolide {
  readonly guichet: GuichetId;
  readonly jour: Day;
  readonly departements: readonly DepartementConsolide[];
  readonly notes: readonly string[];
  /** The guichet's envelope, where it is one for all. */
  readonly enveloppe?: { readonly total: Cents; readonly source: string };
  /** One-based columns of the fields of `Consolidé` and of `Mouvements`, wherever they stand. */
  readonly consolide: ReadonlyMap<string, number>;
  readonly mouvements: ReadonlyMap<string, number>;
}

const COLONNES = [
  ["Département", 160],
  ["Nom", 180],
  ["Dossiers", 80],
  ["Demandé", 120],
  ["Droit initial", 120],
  ["Mouvements", 120],
  ["Droit de tirage", 120],
  ["Accordé", 120],
  ["Engagé", 120],
  ["Payé", 120],
  ["Reste", 120],
  ["Consolidé le", 100],
] as const;

const ENVELOPPE = ["Enveloppe du guichet", "Accordé en tout", "Reste de l’enveloppe"] as const;

/** Columns that the last row sums. */
const SOMMES = ["C", "D", "E", "F", "G", "H", "I", "J", "K"];

/**
 * The consolidated follow-up of a region, by département: drawing right, granted, committed, paid,
 * remaining. Figures are formulas over `Consolidé` and `Mouvements`.
 */
export function planConsolide(entree: EntreeConsolide): PlanOnglet {
  const { guichet, jour, departements, notes, enveloppe } = entree;
  const header = 4 + (enveloppe ? ENVELOPPE.length : 0) + notes.length + 2;
  const list: Etendue = { first: header + 1, last: header + departements.length };
  const rows: Cellule[][] = [
    [cellule("Suivi régional consolidé", "titre")],
    ligneEntete("Guichet", cellule(guichet)),
    ligneEntete("Fait le", cellule(formatDay(jour))),
    [
      ...ligneEntete(
        "Somme des mouvements",
        cellule({ formule: `=ROUND(F${list.last + 1};2)` }, "euro"),
      ),
      cellule("toujours nulle\u00a0: ce qu’un département cède, un autre le reçoit"),
    ],
    ...(enveloppe ? lignesEnveloppe(enveloppe, 5, list.last + 1) : []),
    ...notes.map((note) => [cellule("Note", "note"), cellule(note)]),
    [],
    titres(COLONNES.map(([titre]) => titre)),
    ...departements.map((departement, index) => ligne(entree, departement, list.first + index)),
    total(list),
  ];
  return {
    nom: NOM_REGIONAL,
    lignes: rows.map((row) => completer(row, COLONNES.length)),
    largeurs: COLONNES.map(([, largeur]) => largeur),
    figees: 1,
  };
}

/** The envelope, what is granted of it in all, what is left. */
function lignesEnveloppe(
  { total: euros, source }: NonNullable<EntreeConsolide["enveloppe"]>,
  first: number,
  totals: number,
): Cellule[][] {
  const [titre, accorde, reste] = ENVELOPPE;
  return [
    [...ligneEntete(titre, cellule(eurosOf(euros), "euro")), cellule(source)],
    ligneEntete(accorde, cellule({ formule: `=H${totals}` }, "euro")),
    ligneEntete(reste, cellule({ formule: `=B${first}-B${first + 1}` }, "euro")),
  ];
}

function ligne(
  { guichet, consolide, mouvements }: EntreeConsolide,
  { code, nom, initial, consolideLe, horsTerritoire }: DepartementConsolide,
  row: number,
): Cellule[] {
  const column = (onglet: string, colonnes: ReadonlyMap<string, number>) => (champ: string) => {
    const letters = columnLetters((colonnes.get(champ) ?? 1) - 1);
    return `${nomDeFormule(onglet)}!$${letters}$2:$${letters}`;
  };
  const of = column(NOM_CONSOLIDE, consolide);
  const moved = column(NOM_MOUVEMENTS, mouvements);
  const criteria = `${of("departement")};$A${row};${of("guichet")};"${guichet}"`;
  const during = (champ: string, etats: readonly string[]) =>
    etats.map((etat) => `SUMIFS(${of(champ)};${criteria};${of("etat")};"${etat}")`).join("+");
  const abandoned = during("paye", ["Abandonné"]);
  const euro = (formule: string) => cellule({ formule: `=${formule}` }, "euro");
  return [
    cellule(code),
    cellule(horsTerritoire ? `${nom} (hors territoire)` : nom),
    cellule({ formule: `=COUNTIFS(${criteria})` }, "entier"),
    euro(`SUMIFS(${of("demande")};${criteria})`),
    cellule(initial === undefined ? "non prévu" : eurosOf(initial), "euro"),
    euro(
      `SUMIF(${moved("vers")};$A${row};${moved("montant")})-SUMIF(${moved("de")};$A${row};${moved("montant")})`,
    ),
    initial === undefined ? cellule("") : euro(`E${row}+F${row}`),
    euro(`${during("accorde", ETATS_LAUREAT)}+${abandoned}`),
    euro(`${during("accorde", ETATS_ENGAGES)}+${abandoned}`),
    euro(`${during("paye", ETATS_LAUREAT)}+${abandoned}`),
    initial === undefined ? cellule("") : euro(`G${row}-H${row}`),
    celluleJour(consolideLe),
  ];
}

function total({ first, last }: Etendue): Cellule[] {
  const sums = SOMMES.map((letter) =>
    cellule(
      last < first ? 0 : { formule: `=SUM(${letter}${first}:${letter}${last})` },
      letter === "C" ? "total" : "total_euro",
    ),
  );
  return [cellule("Total", "total"), cellule("", "total"), ...sums, cellule("", "total")];
}
