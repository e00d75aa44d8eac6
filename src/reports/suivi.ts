import { CHAMPS } from "../dossiers/champs.js";
import type { LigneTable } from "../dossiers/table.js";
import { quoted } from "../dossiers/text.js";
import type { Champ, Dossier } from "../rules/dossier.js";
import type { Verdict } from "../rules/eligibilite/index.js";
import { grouped } from "../rules/grouped.js";
import type { Guichet } from "../rules/guichet.js";
import type { Theme } from "../rules/theme.js";

/** One dossier where it stands: its row in the référent's tab and the rules it is under. */
export interface DossierSuivi {
  readonly dossier: Dossier;
  readonly guichet: Guichet;
  /** Canonical theme; nothing where it is missing or not understood. */
  readonly theme: Theme | undefined;
  readonly verdict: Verdict;
  /** One-based row in the sheet. */
  readonly ligne: number;
}

/** All that a report reads of a workbook. */
export interface Suivi {
  /** Name of the référent's tab. */
  readonly onglet: string;
  /** The référent's own header of each field that has a column. */
  readonly titres: ReadonlyMap<Champ, string>;
  readonly dossiers: readonly DossierSuivi[];
  readonly entreprises: readonly LigneTable<"Entreprises">[];
  readonly avancement: readonly LigneTable<"Avancement">[];
  readonly paiements: readonly LigneTable<"Paiements">[];
  readonly comites: readonly LigneTable<"Comités">[];
}

/** Whether a dossier's guichet is known: where its cell can't be read, no envelope counts it. */
export function isGuichetLu({ dossier }: Pick<DossierSuivi, "dossier">): boolean {
  return !dossier.illisibles.some(({ champ }) => champ === "guichet");
}

/** A gap in the sheet: what is missing, for whom, and where to type it. */
export interface Manque {
  readonly numero: string;
  readonly porteur: string;
  readonly quoi: string;
  readonly ou: string;
}

/** Rows of a tab by dossier number, in the sheet's order. */
export function byNumero<L extends { readonly valeurs: { readonly numero?: string } }>(
  lignes: readonly L[],
): ReadonlyMap<string, readonly L[]> {
  return grouped(lignes, ({ valeurs }) => valeurs.numero);
}

/** A gap in one cell of a dossier. */
export function manqueDe(
  suivi: Suivi,
  { dossier: { faits }, ligne }: DossierSuivi,
  champ: Champ,
  quoi: string,
): Manque {
  const { numero = "", porteur = "" } = faits;
  return { numero, porteur, quoi, ou: placeDossier(suivi, ligne, champ) };
}

/** A field that a report needs, and how its absence is told. */
export type Attendu = readonly [champ: Champ, absent: string];

/** The gaps of a dossier among the fields a report needs: what is not there, and what can't be read. */
export function champsAbsents(
  suivi: Suivi,
  entry: DossierSuivi,
  attendus: readonly Attendu[],
): readonly Manque[] {
  const { faits, illisibles } = entry.dossier;
  return attendus.flatMap(([champ, absent]) => {
    if (faits[champ] !== undefined) return [];
    const unread = illisibles.find((one) => one.champ === champ);
    const quoi = unread
      ? `${CHAMPS[champ].titre}\u00a0: lu ${quoted(unread.lu)}, illisible`
      : absent;
    return [manqueDe(suivi, entry, champ, quoi)];
  });
}

/** Where a cell of the référent's tab is, in French. */
export function placeDossier({ onglet, titres }: Suivi, ligne: number, champ: Champ): string {
  const titre = titres.get(champ) ?? CHAMPS[champ].titre;
  return `onglet «\u00a0${onglet}\u00a0», ligne ${ligne}, «\u00a0${titre}\u00a0»`;
}
