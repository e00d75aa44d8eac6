import { CHAMPS } from "../dossiers/champs.js";
import type { Contenu } from "../reports/plan.js";
import type { Champ } from "../rules/dossier.js";
import { brutsDe, type Trace, type TraceCellules } from "./annulation.js";
import { blocs, type CelluleEcrite } from "./blocs.js";
import { type Brut, brutDe, memeBrut } from "./brut.js";
import type { GrilleDossiers } from "./grille-dossiers.js";
import { lignesParNumero } from "./lignes-par-numero.js";
import type { Classeur, Operation } from "./ports.js";

/** One field of one dossier; `""` empties the cell. */
export interface Ecriture {
  readonly numero: string;
  readonly champ: Champ;
  readonly apres: Contenu;
  /** Told in the Journal by another line, of the whole dossier. */
  readonly muette?: true;
}

/** A dossier whose row is added below the last one. */
export interface Ajout {
  readonly numero: string;
  /** Fields of the new row, its number among them. */
  readonly contenus: ReadonlyMap<Champ, Contenu>;
}

/** A cell that changes, where it stood when it was read. */
export interface Valeur {
  readonly numero: string;
  readonly champ: Champ;
  readonly ligne: number;
  readonly colonne: number;
  readonly avant: Brut;
  readonly contenu: Contenu;
  readonly apres: Brut;
  readonly muette: boolean;
}

/** The cells that change; those with a formula of the référent's are left alone. */
export function valeursDe(
  grille: GrilleDossiers,
  ecritures: readonly Ecriture[],
): {
  readonly valeurs: readonly Valeur[];
  readonly laissees: readonly { readonly numero: string; readonly champ: Champ }[];
} {
  const valeurs: Valeur[] = [];
  const laissees: { numero: string; champ: Champ }[] = [];
  for (const { numero, champ, apres: contenu, muette = false } of ecritures) {
    const ligne = grille.lignes.get(numero) ?? 0;
    const colonne = grille.colonneDe(champ) ?? 0;
    const avant = grille.valeurDe(ligne, colonne);
    const apres = brutDe(contenu) ?? "";
    if (memeBrut(avant, apres)) continue;
    if (grille.formuleDe(ligne, colonne) !== "") laissees.push({ numero, champ });
    else valeurs.push({ numero, champ, ligne, colonne, avant, contenu, apres, muette });
  }
  return { valeurs, laissees };
}

/** Writes of single cells. */
export function ecrireCellules(
  { nom, formuleDe, valeurDe }: GrilleDossiers,
  cells: readonly CelluleEcrite[],
): readonly Operation[] {
  const asItIs = (ligne: number, colonne: number) =>
    formuleDe(ligne, colonne) === "" ? valeurDe(ligne, colonne) : undefined;
  return blocs(cells, asItIs).map((bloc): Operation => ({ op: "ecrire", onglet: nom, ...bloc }));
}

/**
 * Makes days that were written show as dates, where their cells show a number: those that held a date, or
 * that the column's own format makes one, need nothing.
 *
 * @param apres the tab as it is after the write
 */
export function montrerLesJours(
  grille: GrilleDossiers,
  valeurs: readonly Valeur[],
  apres: readonly (readonly Brut[])[],
): readonly Operation[] {
  const { lignes } = lignesParNumero(apres, grille.premiere, grille.numeros);
  const days = valeurs.flatMap(({ numero, colonne, contenu }): readonly CelluleEcrite[] => {
    const ligne = lignes.get(numero);
    if (ligne === undefined || typeof contenu !== "object" || !("jour" in contenu)) return [];
    const now = apres[ligne - 1]?.[colonne - 1] ?? "";
    return typeof now === "object" ? [] : [{ ligne, colonne, contenu }];
  });
  const asItIs = (ligne: number, colonne: number) =>
    grille.formuleDe(ligne, colonne) === "" ? apres[ligne - 1]?.[colonne - 1] : undefined;
  const onglet = grille.nom;
  return blocs(days, asItIs).flatMap(({ ligne, colonne, contenus }): readonly Operation[] => {
    const zone = { ligne, colonne, lignes: contenus.length, colonnes: contenus[0]?.length ?? 1 };
    const isText = contenus.some((row, atRow) =>
      row.some(
        (_, atColumn) => typeof apres[ligne - 1 + atRow]?.[colonne - 1 + atColumn] === "string",
      ),
    );
    return [
      { op: "format", onglet, zone, kind: "day" },
      ...(isText ? ([{ op: "ecrire", onglet, ligne, colonne, contenus }] as const) : []),
    ];
  });
}

/** New rows in one write, so that none is ever half there. */
export function planAjouts(
  { nom, derniere, colonneDe }: GrilleDossiers,
  ajouts: readonly Ajout[],
): readonly Operation[] {
  const champs = [...new Set(ajouts.flatMap(({ contenus }) => [...contenus.keys()]))].flatMap(
    (champ) => {
      const colonne = colonneDe(champ);
      return colonne === undefined ? [] : [{ champ, colonne }];
    },
  );
  if (champs.length === 0) return [];
  const first = Math.min(...champs.map(({ colonne }) => colonne));
  const width = Math.max(...champs.map(({ colonne }) => colonne)) - first + 1;
  const champAt = new Map(champs.map(({ champ, colonne }) => [colonne, champ]));
  return [
    {
      op: "ecrire",
      onglet: nom,
      ligne: derniere + 1,
      colonne: first,
      contenus: ajouts.map(({ contenus }) =>
        Array.from({ length: width }, (_, index) => {
          const champ = champAt.get(first + index);
          return (champ && contenus.get(champ)) ?? "";
        }),
      ),
    },
    ...champs
      .filter(({ champ }) => CHAMPS[champ].kind === "day")
      .map(
        ({ colonne }): Operation => ({
          op: "format",
          onglet: nom,
          zone: { ligne: derniere + 1, colonne, lignes: ajouts.length, colonnes: 1 },
          kind: "day",
        }),
      ),
  ];
}

/** All that is needed to take the batch back. */
export function tracesDe(
  classeur: Classeur,
  { nom }: GrilleDossiers,
  valeurs: readonly Valeur[],
  ajouts: readonly Ajout[],
  autres: readonly Operation[],
): readonly Trace[] {
  const champs = new Map<string, Map<Champ, { avant: Brut; apres: Brut }>>();
  for (const { numero, champ, avant, apres } of valeurs) {
    const own = champs.get(numero) ?? new Map();
    own.set(champ, { avant, apres });
    champs.set(numero, own);
  }
  return [
    ...[...champs].map(([numero, own]) => ({
      nature: "modifié" as const,
      onglet: nom,
      numero,
      champs: own,
    })),
    ...ajouts.map(({ numero, contenus }) => ({
      nature: "ajouté" as const,
      onglet: nom,
      numero,
      champs: new Map(
        [...contenus].map(([champ, contenu]) => [
          champ,
          { avant: "" as Brut, apres: brutDe(contenu) ?? "" },
        ]),
      ),
    })),
    ...tracesCellules(classeur, autres),
  ];
}

/** What the rectangles of the program's own tabs hold before they are written; one read for each tab. */
export function tracesCellules(
  classeur: Classeur,
  autres: readonly Operation[],
): readonly TraceCellules[] {
  const read = new Map<string, readonly (readonly Brut[])[]>();
  const names = classeur.noms();
  return autres.flatMap((operation): readonly TraceCellules[] => {
    if (operation.op !== "ecrire") return [];
    const { onglet, ligne, colonne, contenus } = operation;
    const rows = read.get(onglet) ?? (names.includes(onglet) ? classeur.lireBrut(onglet) : []);
    read.set(onglet, rows);
    const avant = contenus.map((row, atRow) =>
      row.map((_, atColumn) => rows[ligne - 1 + atRow]?.[colonne - 1 + atColumn] ?? ""),
    );
    return [{ nature: "cellules", onglet, ligne, colonne, avant, apres: brutsDe(contenus) }];
  });
}
