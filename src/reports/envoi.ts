import type { Cell } from "../dossiers/cell.js";
import { isEmpty } from "../dossiers/cell.js";
import type { Cents } from "../rules/cents.js";
import { roundToCents } from "../rules/cents.js";
import type { Day } from "../rules/day.js";
import { ecrireNomRapport, lireNomRapport, type NomRapport, RAPPORTS } from "./rapports.js";

/** A report that was sent, as the tab `Envois` keeps it. */
export interface Envoi extends NomRapport {
  readonly date: Day | undefined;
  readonly qui: string;
  readonly empreinte: string;
}

/** The name of the tab that was sent. */
export function ongletEnvoye(envoi: Envoi): string {
  return ecrireNomRapport(envoi);
}

/** A row of `Envois` as read; nothing where it names no report of this tool. */
export function envoiDe(valeurs: {
  readonly rapport?: string;
  readonly mois?: string;
  readonly version?: number;
  readonly date?: Day;
  readonly qui?: string;
  readonly empreinte?: string;
}): Envoi | undefined {
  const rapport = RAPPORTS.find((known) => known === valeurs.rapport);
  if (!rapport || valeurs.mois === undefined) return undefined;
  const { mois: periode, version = 1, date, qui = "", empreinte = "" } = valeurs;
  return { rapport, periode, version, date, qui, empreinte };
}

/** The sending of a tab, if it was sent. */
export function envoiDeLOnglet(envois: readonly Envoi[], nom: string): Envoi | undefined {
  return envois.find((envoi) => ongletEnvoye(envoi) === nom);
}

/**
 * The tab that a report may write: its own name, or the next version where it was sent already.
 *
 * @param base name without a version, `DITP 2021-06`
 * @example nomLibreParmi([], "DITP 2021-06") // "DITP 2021-06"
 */
export function nomLibreParmi(envois: readonly Envoi[], base: string): string {
  const nom = lireNomRapport(base);
  if (!nom) throw new Error(`${base} names no report.`);
  const sent = envois.filter(
    ({ rapport, periode }) => rapport === nom.rapport && periode === nom.periode,
  );
  const version = Math.max(0, ...sent.map((envoi) => envoi.version)) + 1;
  return ecrireNomRapport({ ...nom, version });
}

/** The last report of a kind that was sent for a period or before it; the highest version counts. */
export function dernierEnvoi(
  envois: readonly Envoi[],
  { rapport, periode }: Pick<NomRapport, "rapport" | "periode">,
): Envoi | undefined {
  return envois
    .filter((envoi) => envoi.rapport === rapport && envoi.periode <= periode)
    .reduce<Envoi | undefined>(
      (last, envoi) => (last && isLater(last, envoi) ? last : envoi),
      undefined,
    );
}

function isLater(a: Envoi, b: Envoi): boolean {
  return a.periode === b.periode ? a.version > b.version : a.periode > b.periode;
}

/**
 * The text whose SHA-256 is a report's checksum: its values row by row as JSON, days as `2021-06-30`,
 * empty cells and rows at the end left out. Looks do not count.
 *
 * @example texteEmpreinte([["a", ""], [1, "b"], ["", ""]]) // '[["a"],[1,"b"]]'
 */
export function texteEmpreinte(rows: readonly (readonly Cell[])[]): string {
  const trimmed = rows.map((row) => {
    const width = row.reduce<number>((last, cell, at) => (cell === "" ? last : at + 1), 0);
    return row.slice(0, width);
  });
  const height = trimmed.reduce((last, row, at) => (row.length > 0 ? at + 1 : last), 0);
  return JSON.stringify(trimmed.slice(0, height));
}

/** What a report's header says of itself: how many it lists, and its total. */
export interface TotauxAffiches {
  readonly nombre: number | undefined;
  readonly total: Cents | undefined;
}

const NOMBRES = /^(Lauréats|Dossiers|Demandes|Propositions|Lignes)$/;
const TOTAUX = /^(Total( |$)|Montant total)/;

/** Reads the figures of a report's header, which stand beside their labels in its first two columns. */
export function totauxAffiches(rows: readonly (readonly Cell[])[]): TotauxAffiches {
  const beside = (label: RegExp) =>
    rows.find(([title = "", value]) => label.test(String(title)) && typeof value === "number")?.[1];
  const nombre = beside(NOMBRES);
  const total = beside(TOTAUX);
  return {
    nombre: typeof nombre === "number" ? nombre : undefined,
    total: typeof total === "number" ? roundToCents(total) : undefined,
  };
}

const ERREUR = /^(#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)|Loading\.\.\.)$/;

/** Cells that show an error or are still being computed, zero-based: a report with one is not fit to be sent. */
export function cellulesEnErreur(
  rows: readonly (readonly Cell[])[],
): readonly { readonly ligne: number; readonly colonne: number }[] {
  return rows.flatMap((row, ligne) =>
    row.flatMap((cell, colonne) =>
      !isEmpty(cell) && ERREUR.test(String(cell)) ? [{ ligne, colonne }] : [],
    ),
  );
}
