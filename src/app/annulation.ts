import { NOM_ANNULATION } from "../dossiers/onglets.js";
import type { Contenu } from "../reports/plan.js";
import type { Champ } from "../rules/dossier.js";
import { type Brut, brutDe, decodeBrut, encodeBrut } from "./brut.js";
import { ongletCache } from "./onglet-cache.js";
import type { Classeur, Operation } from "./ports.js";

/** What one batch changed of one dossier, or of a rectangle of a tab of the program. */
export type Trace = TraceDossier | TraceCellules;

/** Fields of a dossier that was changed, or of one whose row was added. */
export interface TraceDossier {
  readonly nature: "modifié" | "ajouté";
  readonly onglet: string;
  readonly numero: string;
  readonly champs: ReadonlyMap<Champ, { readonly avant: Brut; readonly apres: Brut }>;
}

/** A rectangle of a tab of the program. */
export interface TraceCellules {
  readonly nature: "cellules";
  readonly onglet: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly avant: readonly (readonly Brut[])[];
  readonly apres: readonly (readonly Brut[])[];
}

const TITRES = ["Lot", "Onglet", "N° dossier", "Nature", "Détail", "Clos"];

/** Column that says of a batch's last row that nothing is to be put back, where the Journal does not tell it. */
const CLOS = TITRES.length;

/** A cell takes 50 000 characters, 32 767 in an .xlsx. */
const LONGEST = 30_000;

/** Rows kept: beyond twice as many, the oldest batches are forgotten. */
const GARDEES = 6_000;

/** The hidden tab, where the workbook has none. */
export function creerAnnulation(classeur: Classeur): readonly Operation[] {
  return ongletCache(classeur, NOM_ANNULATION, TITRES);
}

/** The rows of a batch before anything of it is written: enough to put things back. */
export interface Ouverture {
  readonly operations: readonly Operation[];
  /** The batch's last row; zero where it has nothing to put back. */
  readonly ligne: number;
}

/** Keeps what a batch is about to change. A batch is open until the Journal tells it, or until it is closed. */
export function ouvrirLot(classeur: Classeur, lot: string, traces: readonly Trace[]): Ouverture {
  const contenus = traces.flatMap(lignesDe).map((cells) => [lot, ...cells, ""]);
  if (contenus.length === 0) return { operations: [], ligne: 0 };
  const last = classeur.derniereLigne(NOM_ANNULATION);
  const gone = anciennes(classeur, last);
  const ligne = Math.max(1, last) + 1 - gone;
  return {
    operations: [
      ...(last > 0 ? [] : commencer(classeur)),
      ...(gone === 0
        ? []
        : ([{ op: "enlever", onglet: NOM_ANNULATION, ligne: 2, lignes: gone }] as const)),
      { op: "ecrire", onglet: NOM_ANNULATION, ligne, colonne: 1, contenus },
    ],
    ligne: ligne + contenus.length - 1,
  };
}

/** The hidden tab, or its headers where somebody emptied it. */
function commencer(classeur: Classeur): readonly Operation[] {
  const made = creerAnnulation(classeur);
  return made.length > 0
    ? made
    : [{ op: "ecrire", onglet: NOM_ANNULATION, ligne: 1, colonne: 1, contenus: [TITRES] }];
}

/** How many rows of the oldest batches are to be forgotten once they are many: whole batches only. */
function anciennes(classeur: Classeur, last: number): number {
  if (last <= 2 * GARDEES) return 0;
  const lots = classeur.lire(NOM_ANNULATION).lignes.map(([lot = ""]) => String(lot));
  let keep = last - GARDEES;
  while (keep > 1 && lots[keep] === lots[keep - 1]) keep -= 1;
  return keep - 1;
}

/** Closes the batch whose last row is given. */
export function clore(ligne: number): Operation {
  return { op: "ecrire", onglet: NOM_ANNULATION, ligne, colonne: CLOS, contenus: [["oui"]] };
}

/**
 * The batch begun last and not closed, with its last row: open where the Journal does not tell it either.
 * Two service calls.
 */
export function dernierLot(
  classeur: Classeur,
): { readonly lot: string; readonly ligne: number } | undefined {
  const ligne = classeur.derniereLigne(NOM_ANNULATION);
  if (ligne < 2) return undefined;
  const [row = []] = classeur.lireLignes(NOM_ANNULATION, ligne, 1, CLOS);
  return row[CLOS - 1] === "" ? { lot: String(row[0]), ligne } : undefined;
}

/** Closes the last batch for good, before the Journal loses lines: by its end alone it would look open. */
export function cloreDernier(classeur: Classeur): readonly Operation[] {
  const last = dernierLot(classeur);
  return last ? [clore(last.ligne)] : [];
}

/** All that a batch changed; nothing where it is unknown or forgotten. */
export function tracesDe(classeur: Classeur, lot: string): readonly Trace[] {
  return classeur
    .lire(NOM_ANNULATION)
    .lignes.slice(1)
    .filter(([own]) => String(own) === lot)
    .map(([, onglet = "", numero = "", nature = "", detail = ""]) =>
      traceDe(String(onglet), String(numero), String(nature), String(detail)),
    );
}

/** What a rectangle of contents becomes in a sheet, formulas left out: they are not compared. */
export function brutsDe(contenus: readonly (readonly Contenu[])[]): readonly (readonly Brut[])[] {
  return contenus.map((row) => row.map((contenu) => brutDe(contenu) ?? ""));
}

function lignesDe(trace: Trace): readonly (readonly string[])[] {
  if (trace.nature === "cellules") {
    const { onglet, colonne, avant, apres } = trace;
    const pairs = apres.map((row, index) => [
      row.map(encodeBrut),
      (avant[index] ?? []).map(encodeBrut),
    ]);
    return morceaux(pairs).map(({ start, items }) => [
      onglet,
      "",
      trace.nature,
      JSON.stringify({ ligne: trace.ligne + start, colonne, lignes: items }),
    ]);
  }
  const fields = [...trace.champs].map(([champ, { avant, apres }]) => [
    champ,
    encodeBrut(avant),
    encodeBrut(apres),
  ]);
  return morceaux(fields).map(({ items }) => [
    trace.onglet,
    trace.numero,
    trace.nature,
    JSON.stringify(items),
  ]);
}

/** Parts that each fit in a cell. */
function morceaux<T>(items: readonly T[]): readonly { start: number; items: readonly T[] }[] {
  const parts: { start: number; items: T[] }[] = [];
  let length = 0;
  items.forEach((item, start) => {
    const own = JSON.stringify(item).length + 1;
    const last = parts[parts.length - 1];
    if (last && length + own <= LONGEST) last.items.push(item);
    else parts.push({ start, items: [item] });
    length = last && length + own <= LONGEST ? length + own : own;
  });
  return parts;
}

function traceDe(onglet: string, numero: string, nature: string, detail: string): Trace {
  if (nature === "cellules") {
    const { ligne, colonne, lignes } = JSON.parse(detail) as {
      ligne: number;
      colonne: number;
      lignes: [string[], string[]][];
    };
    return {
      nature,
      onglet,
      ligne,
      colonne,
      avant: lignes.map(([, avant]) => avant.map(decodeBrut)),
      apres: lignes.map(([apres]) => apres.map(decodeBrut)),
    };
  }
  const fields = JSON.parse(detail) as [Champ, string, string][];
  return {
    nature: nature === "ajouté" ? "ajouté" : "modifié",
    onglet,
    numero,
    champs: new Map(
      fields.map(([champ, avant, apres]) => [
        champ,
        { avant: decodeBrut(avant), apres: decodeBrut(apres) },
      ]),
    ),
  };
}
