import { NOM_ANNULATION } from "../dossiers/onglets.js";
import type { Contenu } from "../reports/plan.js";
import type { Champ } from "../rules/dossier.js";
import { type Brut, brutDe, decodeBrut, encodeBrut } from "./brut.js";
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

const TITRES = ["Lot", "Onglet", "N° dossier", "Nature", "Détail"];

/** Column that holds, in the header row, the batch that is being written. */
const EN_COURS = TITRES.length + 2;

/** A cell takes 50 000 characters. */
const LONGEST = 40_000;

/** Rows kept: beyond twice as many, the oldest batches are forgotten. */
const GARDEES = 6_000;

/** The batch that was being written when a run was cut short; nothing where none was. One service call. */
export function lotInterrompu(classeur: Classeur): string | undefined {
  const [header = []] = classeur.lireLignes(NOM_ANNULATION, 1, 1, EN_COURS);
  const lot = String(header[EN_COURS - 1] ?? "");
  return lot === "" ? undefined : lot;
}

/** Marks a batch as being written, with all that is needed to put things back. */
export function ouvrirLot(
  classeur: Classeur,
  lot: string,
  traces: readonly Trace[],
): readonly Operation[] {
  const last = classeur.derniereLigne(NOM_ANNULATION);
  const rows = traces.flatMap(lignesDe).map((cells) => [lot, ...cells]);
  return [
    ...(classeur.noms().includes(NOM_ANNULATION)
      ? []
      : ([{ op: "creer", onglet: NOM_ANNULATION }] as const)),
    ...(last === 0
      ? ([
          { op: "cacher", onglet: NOM_ANNULATION },
          { op: "ecrire", onglet: NOM_ANNULATION, ligne: 1, colonne: 1, contenus: [TITRES] },
        ] as const)
      : []),
    ...(rows.length > 0
      ? ([
          {
            op: "ecrire",
            onglet: NOM_ANNULATION,
            ligne: Math.max(1, last) + 1,
            colonne: 1,
            contenus: rows,
          },
        ] as const)
      : []),
    marque(lot),
  ];
}

/** Marks that no batch is being written any more. */
export function fermerLot(): Operation {
  return marque("");
}

function marque(lot: string): Operation {
  return { op: "ecrire", onglet: NOM_ANNULATION, ligne: 1, colonne: EN_COURS, contenus: [[lot]] };
}

/** Forgets the oldest batches once they are many, whole batches only. */
export function oublierAnciens(classeur: Classeur): readonly Operation[] {
  const last = classeur.derniereLigne(NOM_ANNULATION);
  if (last <= 2 * GARDEES) return [];
  const lots = classeur.lire(NOM_ANNULATION).lignes.map(([lot = ""]) => String(lot));
  let keep = last - GARDEES;
  while (keep > 1 && lots[keep] === lots[keep - 1]) keep -= 1;
  return keep > 1 ? [{ op: "enlever", onglet: NOM_ANNULATION, ligne: 2, lignes: keep - 1 }] : [];
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
