import type { Cell } from "../dossiers/cell.js";
import { NOM_ANNULATION, NOM_JOURNAL } from "../dossiers/onglets.js";
import { clore, dernierLot, type Trace, type TraceDossier, tracesDe } from "./annulation.js";
import type { CelluleEcrite } from "./blocs.js";
import { blocs } from "./blocs.js";
import { memeBrut } from "./brut.js";
import { type GrilleDossiers, lireGrille } from "./grille-dossiers.js";
import { finAvant } from "./journal.js";
import { lireOngletDossiers } from "./lire-suivi.js";
import type { Classeur, Operation } from "./ports.js";
import { lireReperes } from "./reperes.js";
import { retirerLignes } from "./retirer-dossiers.js";

/**
 * Puts right what a run that was cut short left behind: a batch after which the Journal grew is whole, any
 * other is taken back. Learns where the program's lists end. Where there is no such batch it costs one
 * service call, the reading of the settings.
 */
export function reprendre(classeur: Classeur): void {
  const { journal, annulation, aucunLot } = lireReperes(classeur);
  if (journal !== undefined) classeur.retenir(NOM_JOURNAL, journal);
  if (annulation !== undefined) classeur.retenir(NOM_ANNULATION, annulation);
  if (!aucunLot) reprendreLot(classeur);
}

function reprendreLot(classeur: Classeur): void {
  const begun = dernierLot(classeur);
  const end = classeur.derniereLigne(NOM_JOURNAL);
  if (!begun || end !== finAvant(begun.lot) || finitPar(classeur, end, begun.lot)) return;
  remettreLot(classeur, { lot: begun.lot, traces: tracesDe(classeur, begun.lot) });
}

/** Whether the Journal's last line tells a batch: as many older ones may have been taken away by hand. */
function finitPar(classeur: Classeur, ligne: number, lot: string): boolean {
  return ligne > 0 && classeur.lireLignes(NOM_JOURNAL, ligne, 1).some((row) => tells(row, lot));
}

function tells(row: readonly Cell[], lot: string): boolean {
  return row.some((cell) => String(cell) === lot);
}

/** A batch that was begun. */
interface LotCommence {
  readonly lot: string;
  readonly traces: readonly Trace[];
}

/**
 * Takes back a batch that was begun: its lines of the Journal first, so that it is one that is to be taken
 * back until all is. It is closed where it stands: its rows are missing where writing them is what failed.
 */
export function remettreLot(classeur: Classeur, { lot, traces }: LotCommence): void {
  classeur.appliquer(effacerDuJournal(classeur, lot));
  remettre(classeur, traces);
  const begun = dernierLot(classeur);
  if (begun?.lot === lot) classeur.appliquer([clore(begun.ligne)]);
}

function effacerDuJournal(classeur: Classeur, lot: string): readonly Operation[] {
  const before = finAvant(lot) ?? 0;
  const lines = classeur.derniereLigne(NOM_JOURNAL) - before;
  if (lines <= 0) return [];
  const told = classeur.lireLignes(NOM_JOURNAL, before + 1, lines).filter((row) => tells(row, lot));
  if (told.length === 0) return [];
  const contenus = told.map((row) => row.map(() => ""));
  return [{ op: "ecrire", onglet: NOM_JOURNAL, ligne: before + 1, colonne: 1, contenus }];
}

/** Gives cells back what they held, where they still hold what the batch wrote; its new rows are emptied. */
function remettre(classeur: Classeur, traces: readonly Trace[]): void {
  const operations: Operation[] = [];
  for (const nom of new Set(traces.map(({ onglet }) => onglet))) {
    const own = traces.filter(({ onglet }) => onglet === nom);
    if (!classeur.noms().includes(nom)) continue;
    operations.push(
      ...cellulesARemettre(classeur, nom, own),
      ...dossiersARemettre(classeur, nom, own),
    );
  }
  classeur.appliquer(operations);
}

function cellulesARemettre(
  classeur: Classeur,
  nom: string,
  traces: readonly Trace[],
): readonly Operation[] {
  const cells = traces.flatMap((trace) => (trace.nature === "cellules" ? [trace] : []));
  if (cells.length === 0) return [];
  const rows = classeur.lireBrut(nom);
  return cells.map(({ ligne, colonne, avant, apres }): Operation => {
    const contenus = apres.map((row, atRow) =>
      row.map((written, atColumn) => {
        const now = rows[ligne - 1 + atRow]?.[colonne - 1 + atColumn] ?? "";
        return memeBrut(now, written) ? (avant[atRow]?.[atColumn] ?? "") : now;
      }),
    );
    return { op: "ecrire", onglet: nom, ligne, colonne, contenus };
  });
}

function dossiersARemettre(
  classeur: Classeur,
  nom: string,
  traces: readonly Trace[],
): readonly Operation[] {
  const dossiers = traces.flatMap((trace) => (trace.nature === "cellules" ? [] : [trace]));
  const onglet = dossiers.length > 0 ? lireOngletDossiers(classeur, nom) : undefined;
  const grille = onglet && lireGrille(classeur, onglet);
  if (!grille || "kind" in grille) return [];
  const cells = dossiers.flatMap((trace) => cellulesDe(grille, trace));
  const added = dossiers
    .filter(({ nature }) => nature === "ajouté")
    .flatMap((trace) => ligneSeule(grille, trace) ?? []);
  return [
    ...blocs(cells, () => undefined).map(
      (bloc): Operation => ({ op: "ecrire", onglet: nom, ...bloc }),
    ),
    ...retirerLignes(grille, added),
  ];
}

/** The row of a dossier that was added, where it holds nothing besides: what a person typed in it stays. */
function ligneSeule(grille: GrilleDossiers, { numero, champs }: TraceDossier): number | undefined {
  const ligne = grille.lignes.get(numero);
  if (ligne === undefined) return undefined;
  const written = new Map(
    [...champs].map(([champ, { apres }]) => [grille.colonneDe(champ), apres]),
  );
  const alone = (grille.rows[ligne - 1] ?? []).every(
    (now, index) =>
      now === "" ||
      grille.formuleDe(ligne, index + 1) !== "" ||
      memeBrut(now, written.get(index + 1) ?? ""),
  );
  return alone ? ligne : undefined;
}

/** The cells of a dossier that still hold what the batch wrote. */
function cellulesDe(
  grille: GrilleDossiers,
  { numero, champs }: TraceDossier,
): readonly CelluleEcrite[] {
  const ligne = grille.lignes.get(numero);
  if (ligne === undefined) return [];
  return [...champs].flatMap(([champ, { avant, apres }]) => {
    const colonne = grille.colonneDe(champ);
    return colonne !== undefined && memeBrut(grille.valeurDe(ligne, colonne), apres)
      ? [{ ligne, colonne, contenu: avant }]
      : [];
  });
}
