import { normalise } from "../dossiers/text.js";
import type { ColonneRecue, Correspondance, Memoire, Reconnaissance } from "./fichier.js";

/** Share of columns in common from which two files are of one démarche. */
const RESEMBLANCE = 0.8;

/** The path of the démarche in the name the platform gives its files. */
const NOM_PLATEFORME = /^dossiers?_(.+?)_\d{4}-\d{2}-\d{2}/i;

/**
 * Which démarche a file is of: by the name the platform gave it, else by a remembered file with nearly
 * the same columns, else by the file's own name.
 *
 * @example demarcheDe("dossiers_fitn7-axe-3_2021-06-30_10-00.csv", colonnes, []) // "fitn7-axe-3"
 */
export function demarcheDe(
  fichier: string,
  colonnes: readonly ColonneRecue[],
  memoires: readonly Memoire[],
): string {
  const path = NOM_PLATEFORME.exec(fichier)?.[1];
  if (path !== undefined) return path.toLowerCase();
  const keys = new Set(colonnes.map(({ cle }) => cle));
  const [best] = memoires
    .map(({ demarche, colonnes: known }) => {
      const common = known.filter(({ cle }) => keys.has(cle)).length;
      return { demarche, share: common / (keys.size + known.length - common) };
    })
    .sort((one, other) => other.share - one.share);
  if (best && best.share >= RESEMBLANCE) return best.demarche;
  return normalise(fichier.replace(/\.[a-z]+$/i, ""));
}

/** Columns as the référent mapped them last time; one that is new keeps its match, unless its field is taken. */
export function avecMemoire(
  colonnes: readonly ColonneRecue[],
  memoire: Memoire,
): readonly ColonneRecue[] {
  const known = new Map(memoire.colonnes.map((colonne) => [colonne.cle, colonne]));
  const here = new Set(colonnes.map(({ cle }) => cle));
  const taken = new Set(
    memoire.colonnes.flatMap(({ cle, champ }) => (champ !== "" && here.has(cle) ? [champ] : [])),
  );
  return colonnes.map(({ champ, reconnu, ...colonne }): ColonneRecue => {
    const remembered = known.get(colonne.cle);
    if (remembered) {
      return {
        ...colonne,
        ...(remembered.champ !== "" && { champ: remembered.champ }),
        reconnu: "memoire",
      };
    }
    return champ && !taken.has(champ)
      ? { ...colonne, champ, reconnu }
      : { ...colonne, reconnu: "aucun" };
  });
}

/** What is remembered of a mapping: every column of the file, those left aside too. */
export function memoireDe(
  { colonnes }: Reconnaissance,
  correspondance: Correspondance,
): Memoire["colonnes"] {
  const champs = new Map(correspondance.map(({ cle, champ }) => [cle, champ]));
  return colonnes.map(({ cle, titre, nature }) => ({
    cle,
    titre,
    champ: champs.get(cle) ?? "",
    nature,
  }));
}
