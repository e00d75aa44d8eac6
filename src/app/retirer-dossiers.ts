import { blocs } from "./blocs.js";
import { type Brut, encodeBrut } from "./brut.js";
import { type GrilleDossiers, lireGrille } from "./grille-dossiers.js";
import type { OngletDossiers } from "./lire-suivi.js";
import type { Classeur, Operation } from "./ports.js";
import { runsOf } from "./runs.js";

/** Takes away rows that were emptied; those at the bottom are left empty, as they were. */
export function retirerLignes(
  { nom, derniere }: GrilleDossiers,
  lignes: readonly number[],
): readonly Operation[] {
  const gone = new Set(lignes);
  let bottom = derniere;
  while (gone.delete(bottom)) bottom -= 1;
  const sorted = [...gone].sort((a, b) => a - b);
  return runsOf(sorted.map((ligne, index) => ligne - index))
    .map(({ value, start, length }): Operation => {
      return { op: "enlever", onglet: nom, ligne: value + start, lignes: length };
    })
    .reverse();
}

/**
 * Takes the rows of dossiers away, whose fields are empty by now but for the number. Rows may be sorted by
 * hand at any moment: the numbers are read again just after, and one that went by mistake comes back.
 */
export function retirerDossiers(
  classeur: Classeur,
  onglet: OngletDossiers,
  numeros: readonly string[],
): void {
  const before = numeros.length > 0 ? lireGrille(classeur, onglet) : undefined;
  if (!before || "kind" in before) return;
  const lignes = numeros.flatMap((numero) => before.lignes.get(numero) ?? []);
  const colonne = before.numeros + 1;
  const emptied = lignes.map((ligne) => ({ ligne, colonne, contenu: "" }));
  classeur.appliquer([
    ...blocs(emptied, () => undefined).map(
      (bloc): Operation => ({ op: "ecrire", onglet: before.nom, ...bloc }),
    ),
    ...retirerLignes(before, lignes),
  ]);
  const after = lireGrille(classeur, onglet);
  if (!("kind" in after)) classeur.appliquer(rendre(before, after, new Set(numeros)));
}

/** Gives back the numbers that went from other dossiers: into their row where it stands, else as a new row. */
function rendre(
  before: GrilleDossiers,
  after: GrilleDossiers,
  gone: ReadonlySet<string>,
): readonly Operation[] {
  const sansNumero = (row: readonly Brut[]) =>
    row.map((brut, index) => (index === before.numeros ? "" : encodeBrut(brut))).join("\u0000");
  const standing = new Map(after.rows.map((row, index) => [sansNumero(row), index + 1]));
  let next = after.derniere;
  return [...before.lignes]
    .filter(([numero]) => !gone.has(numero) && !after.lignes.has(numero))
    .map(([, from]): Operation => {
      const row = before.rows[from - 1] ?? [];
      const ligne = standing.get(sansNumero(row));
      if (ligne !== undefined) {
        const colonne = before.numeros + 1;
        const contenus = [[before.telQuel(from, colonne)]];
        return { op: "ecrire", onglet: before.nom, ligne, colonne, contenus };
      }
      next += 1;
      const contenus = [row.map((_, index) => before.telQuel(from, index + 1))];
      return { op: "ecrire", onglet: before.nom, ligne: next, colonne: 1, contenus };
    });
}
