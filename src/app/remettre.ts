import type { Cell } from "../dossiers/cell.js";
import { NOM_ANNULATION, NOM_JOURNAL } from "../dossiers/onglets.js";
import { clore, dernierLot, type Trace, type TraceDossier, tracesDe } from "./annulation.js";
import type { CelluleEcrite } from "./blocs.js";
import { blocs } from "./blocs.js";
import { memeBrut } from "./brut.js";
import { type GrilleDossiers, lireGrille } from "./grille-dossiers.js";
import { finAvant } from "./journal.js";
import { lireOngletDossiers, ongletDesDossiers } from "./lire-suivi.js";
import { lireParametres } from "./parametres.js";
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
 * back until all is. It is closed where it stands: its rows are missing where writing them is what failed. It
 * stays open where the référent's tab is not to be found.
 */
export function remettreLot(classeur: Classeur, { lot, traces }: LotCommence): void {
  classeur.appliquer(effacerDuJournal(classeur, lot));
  if (!remettre(classeur, traces)) return;
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

/**
 * Gives cells back what they held, where they still hold what the batch wrote; its new rows are emptied.
 *
 * @returns false where the référent's tab is not to be found: the batch stays open until it is
 */
function remettre(classeur: Classeur, traces: readonly Trace[]): boolean {
  const operations: Operation[] = [];
  const noms = classeur.noms();
  let found = true;
  for (const nom of new Set(traces.map(({ onglet }) => onglet))) {
    const own = traces.filter(({ onglet }) => onglet === nom);
    if (noms.includes(nom)) operations.push(...cellulesARemettre(classeur, nom, own));
    const dossiers = own.flatMap((trace) => (trace.nature === "cellules" ? [] : [trace]));
    if (dossiers.length === 0) continue;
    const grille = grilleDe(classeur, nom);
    if (grille) operations.push(...dossiersARemettre(grille, dossiers));
    else found = false;
  }
  classeur.appliquer(operations);
  return found;
}

/** The cells alone that still hold what the batch wrote: what stands beside them, a formula say, stays. */
function cellulesARemettre(
  classeur: Classeur,
  nom: string,
  traces: readonly Trace[],
): readonly Operation[] {
  const written = traces.flatMap((trace) => (trace.nature === "cellules" ? [trace] : []));
  if (written.length === 0) return [];
  const rows = classeur.lireBrut(nom);
  const now = (ligne: number, colonne: number) => rows[ligne - 1]?.[colonne - 1] ?? "";
  const cells = written.flatMap(({ ligne, colonne, avant, apres }) =>
    apres.flatMap((row, atRow) =>
      row.flatMap((left, atColumn): readonly CelluleEcrite[] => {
        const contenu = avant[atRow]?.[atColumn] ?? "";
        const at = { ligne: ligne + atRow, colonne: colonne + atColumn };
        return !memeBrut(left, contenu) && memeBrut(now(at.ligne, at.colonne), left)
          ? [{ ...at, contenu }]
          : [];
      }),
    ),
  );
  return ecrire(nom, cells);
}

/** Where the cells are many and apart, more calls: what stands between two of them may be a formula. */
function ecrire(nom: string, cells: readonly CelluleEcrite[]): readonly Operation[] {
  return blocs(cells, () => undefined).map((bloc) => ({ op: "ecrire", onglet: nom, ...bloc }));
}

function dossiersARemettre(
  grille: GrilleDossiers,
  traces: readonly TraceDossier[],
): readonly Operation[] {
  const cells = traces.flatMap((trace) => cellulesDe(grille, trace));
  const added = traces
    .filter(({ nature }) => nature === "ajouté")
    .flatMap((trace) => ligneSeule(grille, trace) ?? []);
  return [...ecrire(grille.nom, cells), ...retirerLignes(grille, added)];
}

/** The référent's tab, under the name that the settings give it where it was renamed meanwhile. */
function grilleDe(classeur: Classeur, nom: string): GrilleDossiers | undefined {
  const onglet = classeur.noms().includes(nom)
    ? lireOngletDossiers(classeur, nom)
    : ongletDesDossiers(classeur, lireParametres(classeur).parametres);
  if (!onglet || "kind" in onglet) return undefined;
  const grille = lireGrille(classeur, onglet);
  return "kind" in grille ? undefined : grille;
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
