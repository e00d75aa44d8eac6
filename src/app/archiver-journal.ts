import type { Cell } from "../dossiers/cell.js";
import { NOM_JOURNAL, onglet } from "../dossiers/onglets.js";
import { groupThousands } from "../rules/cents.js";
import { cloreDernier } from "./annulation.js";
import { creerOnglet } from "./nouvel-onglet.js";
import type { Classeur, Operation, Ports } from "./ports.js";

/** Lines moved in one go: a fraction of what a run has time for. */
const PAQUET = 20_000;

/** Beyond so many lines, archiving is proposed: each action adds below them. */
const JOURNAL_LONG = 20_000;

export interface ResultatArchivage {
  readonly kind: "fait";
  /** Lines moved in this run. */
  readonly deplacees: number;
  /** The tab they went to; `""` where none was to be moved. */
  readonly onglet: string;
  /** Whether lines of former years are left: call again. */
  readonly encore: boolean;
  /** Lines that stay in the Journal. */
  readonly restantes: number;
}

/** The tab of a year's lines. @example nomArchive("2021") // "Journal 2021" */
function nomArchive(annee: string): string {
  return `${NOM_JOURNAL} ${annee}`;
}

/**
 * Moves lines of a former year from the Journal to that year's tab, so many at a time: copied first,
 * taken away after. Cut short in between and run again, it finds the copy and only takes away.
 */
export function archiverJournal(ports: Ports): ResultatArchivage {
  return ports.sousVerrou(() => {
    const { classeur, contexte } = ports;
    const present = contexte.maintenant().slice(0, 4);
    const lines = classeur.lireLignes(NOM_JOURNAL, 2, Math.min(PAQUET, linesOf(classeur)));
    const annee = String(lines[0]?.[0] ?? "").slice(0, 4);
    const run = lines.findIndex((row) => String(row[0]).slice(0, 4) !== annee);
    const moved = isPast(annee, present) ? lines.slice(0, run < 0 ? lines.length : run) : [];
    if (moved.length === 0) {
      const restantes = linesOf(classeur);
      return { kind: "fait", deplacees: 0, onglet: "", encore: false, restantes };
    }
    const nom = nomArchive(annee);
    classeur.appliquer(cloreDernier(classeur));
    if (!isCopied(classeur, nom, moved)) {
      classeur.appliquer(copier(classeur, nom, moved));
    }
    classeur.appliquer(retirer(classeur, moved.length));
    const [next = []] = classeur.lireLignes(NOM_JOURNAL, 2, 1);
    return {
      kind: "fait",
      deplacees: moved.length,
      onglet: nom,
      encore: isPast(String(next[0] ?? "").slice(0, 4), present),
      restantes: linesOf(classeur),
    };
  });
}

/** What to tell of a Journal that has grown long; nothing of a short one. One service call. */
export function journalLong(classeur: Classeur): readonly string[] {
  const lines = linesOf(classeur);
  return lines > JOURNAL_LONG
    ? [
        `Le Journal compte ${groupThousands(lines)} lignes et ralentit le classeur\u00a0: lancez FITN7 ▸ Archiver le journal.`,
      ]
    : [];
}

function isPast(annee: string, present: string): boolean {
  return /^\d{4}$/.test(annee) && annee < present;
}

function linesOf(classeur: Classeur): number {
  return Math.max(0, classeur.derniereLigne(NOM_JOURNAL) - 1);
}

/** Whether the archive ends with these very lines: a former run copied them and was cut short. */
function isCopied(classeur: Classeur, nom: string, moved: readonly (readonly Cell[])[]): boolean {
  const last = classeur.derniereLigne(nom);
  const first = last - moved.length + 1;
  if (first < 2) return false;
  const text = (row: readonly Cell[]) => row.map(String).join("\n").trimEnd();
  const there = classeur.lireLignes(nom, first, moved.length);
  return moved.every((row, index) => text(there[index] ?? []) === text(row));
}

function copier(
  classeur: Classeur,
  nom: string,
  moved: readonly (readonly Cell[])[],
): readonly Operation[] {
  const exists = classeur.noms().includes(nom);
  return [
    ...(exists ? [] : creerOnglet({ ...onglet(NOM_JOURNAL), nom })),
    {
      op: "ecrire",
      onglet: nom,
      ligne: (exists ? Math.max(1, classeur.derniereLigne(nom)) : 1) + 1,
      colonne: 1,
      contenus: moved,
    },
  ];
}

/** A sheet keeps one row that is not frozen: where all would go, an empty one is added first. */
function retirer(classeur: Classeur, lignes: number): readonly Operation[] {
  const { lignes: rows } = classeur.taille(NOM_JOURNAL);
  return [
    ...(rows - lignes < 2
      ? ([
          { op: "ecrire", onglet: NOM_JOURNAL, ligne: rows + 1, colonne: 1, contenus: [[""]] },
        ] as const)
      : []),
    { op: "enlever", onglet: NOM_JOURNAL, ligne: 2, lignes },
  ];
}
