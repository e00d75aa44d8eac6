import { NOM_JOURNAL } from "../dossiers/onglets.js";
import { fermerLot, lotInterrompu, type Trace, type TraceDossier, tracesDe } from "./annulation.js";
import type { CelluleEcrite } from "./blocs.js";
import { blocs } from "./blocs.js";
import { memeBrut } from "./brut.js";
import { type GrilleDossiers, lireGrille } from "./grille-dossiers.js";
import { lireOngletDossiers } from "./lire-suivi.js";
import type { Classeur, Operation } from "./ports.js";
import { retirerLignes } from "./retirer-dossiers.js";

/** Rows at the end of the Journal among which a batch just written is looked for. */
const DERNIERES = 500;

/**
 * Puts right what a run that was cut short left behind: a batch that reached the Journal is whole, any
 * other is taken back. Costs one service call where there is none.
 */
export function reprendre(classeur: Classeur): void {
  const lot = lotInterrompu(classeur);
  if (lot === undefined) return;
  if (!estJournalise(classeur, lot)) remettre(classeur, tracesDe(classeur, lot));
  classeur.appliquer([fermerLot()]);
}

function estJournalise(classeur: Classeur, lot: string): boolean {
  const last = classeur.derniereLigne(NOM_JOURNAL);
  const first = Math.max(1, last - DERNIERES);
  return classeur
    .lireLignes(NOM_JOURNAL, first, last - first + 1)
    .some((row) => row.some((cell) => String(cell) === lot));
}

/** Gives cells back what they held, where they still hold what the batch wrote; its new rows are emptied. */
export function remettre(classeur: Classeur, traces: readonly Trace[]): void {
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
  return cells.flatMap(({ ligne, colonne, avant, apres }): readonly Operation[] => {
    const contenus = apres.map((row, atRow) =>
      row.map((written, atColumn) => {
        const now = rows[ligne - 1 + atRow]?.[colonne - 1 + atColumn] ?? "";
        return memeBrut(now, written) ? (avant[atRow]?.[atColumn] ?? "") : now;
      }),
    );
    return [{ op: "ecrire", onglet: nom, ligne, colonne, contenus }];
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
  const added = dossiers.flatMap(({ nature, numero }) => {
    const ligne = nature === "ajouté" ? grille.lignes.get(numero) : undefined;
    return ligne === undefined ? [] : [ligne];
  });
  return [
    ...blocs(cells, () => undefined).map(
      (bloc): Operation => ({ op: "ecrire", onglet: nom, ...bloc }),
    ),
    ...retirerLignes(grille, added),
  ];
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
