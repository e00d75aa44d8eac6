import { readWhole } from "../../dossiers/numbers.js";
import { NOM_NOTES } from "../../dossiers/onglets.js";
import { lireReglage, type Parametres } from "../../dossiers/parametres.js";
import { SaisieInvalide } from "../../dossiers/saisie.js";
import { readTable } from "../../dossiers/table.js";
import { normalise } from "../../dossiers/text.js";
import { formatCitation } from "../../rules/citation.js";
import type { Critere, Guichet } from "../../rules/guichet.js";
import { weightedScore } from "../../rules/score.js";
import type { Theme } from "../../rules/theme.js";
import type { Changement } from "../journal.js";
import { CLE_NOTE_MAX, NOTE_MAX } from "../parametres.js";
import type { Classeur, Operation, Refus } from "../ports.js";
import type { DemandeDecision, LigneCritere } from "./protocole.js";
import { ecrireLignes, type LigneAEcrire, lireTableOutil, type TableOutil } from "./table-outil.js";

/**
 * The highest score a criterion can get: the préfecture's setting, else 5 (ours).
 *
 * @throws SaisieInvalide where the setting is no whole number above zero
 */
export function noteMaxDe(parametres: Parametres): number {
  const max = lireReglage(parametres, CLE_NOTE_MAX, readWhole());
  if (max === 0) {
    throw new SaisieInvalide(`Paramètres, clé ${CLE_NOTE_MAX}\u00a0: lu 0, attendu 1 ou plus.`);
  }
  return max ?? NOTE_MAX;
}

/** Fields of a score. */
const ECRITS = ["numero", "comite", "critere", "note", "justification", "auteur"];

/** The scores of a dossier in a committee, with the tab they are written in. */
export interface NotesDossier {
  readonly table: TableOutil;
  /** Criteria of the guichet for the theme, with the scores given so far. */
  readonly criteres: readonly LigneCritere[];
  /** One-based row of the score of a criterion, by code. */
  readonly lignes: ReadonlyMap<string, number>;
}

/** Reads the scores of a dossier; refused where the tab of scores is gone. */
export function lireNotes(
  classeur: Classeur,
  guichet: Guichet,
  theme: Theme | undefined,
  { numero, comite }: { readonly numero: string; readonly comite: string },
): NotesDossier | Refus {
  const table = lireTableOutil(classeur, NOM_NOTES, ECRITS);
  if ("kind" in table) return table;
  const criteres = (theme && guichet.criteres[theme]) ?? [];
  const rows = readTable(NOM_NOTES, table.lignes).filter(
    ({ valeurs }) =>
      valeurs.numero === numero && normalise(valeurs.comite ?? "") === normalise(comite),
  );
  const lignes = new Map<string, number>();
  const read = criteres.map((critere): LigneCritere => {
    const row = rows.find(({ valeurs }) => isCritere(critere, valeurs.critere));
    if (row) lignes.set(critere.code, row.ligne);
    const { note, justification = "" } = row?.valeurs ?? {};
    return {
      code: critere.code,
      libelle: critere.libelle,
      source: formatCitation(critere.source),
      poids: guichet.poids?.[critere.code]?.value ?? 1,
      justification,
      ...(note !== undefined && { note }),
    };
  });
  return { table, criteres: read, lignes };
}

function isCritere({ code, libelle }: Critere, cell = ""): boolean {
  return cell === code || normalise(cell) === normalise(libelle);
}

/** Weighted mean of the scores given so far; nothing without any. */
export function scoreDe(criteres: readonly LigneCritere[]): number | undefined {
  return weightedScore(
    criteres.map(({ note }) => note),
    criteres.map(({ poids }) => poids),
  );
}

/** What is wrong with scores as typed, in French. */
export function verifierNotes(
  { criteres }: NotesDossier,
  notes: DemandeDecision["notes"],
  max: number,
): readonly string[] {
  return notes.flatMap(({ code, note }) => {
    const critere = criteres.find((known) => known.code === code);
    if (!critere) return [`Critère inconnu pour ce guichet et ce thème\u00a0: ${code}.`];
    const fits = note === undefined || (Number.isInteger(note) && note >= 0 && note <= max);
    return fits
      ? []
      : [`${critere.libelle}\u00a0: note lue ${note}, attendu un nombre entier de 0 à ${max}.`];
  });
}

/** What scores become in the tab and in the Journal. */
export interface PlanNotes {
  readonly operations: readonly Operation[];
  readonly journal: readonly Changement[];
  /** The criteria once written. */
  readonly criteres: readonly LigneCritere[];
}

/** Writes the scores that change: in place where the criterion has a row, below the last one otherwise. */
export function planNotes(
  { table, criteres, lignes }: NotesDossier,
  notes: DemandeDecision["notes"],
  { numero, comite, auteur }: { numero: string; comite: string; auteur: string },
): PlanNotes {
  const rows: LigneAEcrire[] = [];
  const journal: Changement[] = [];
  let next = table.lignes.length + 1;
  const written = criteres.map((critere): LigneCritere => {
    const given = notes.find(({ code }) => code === critere.code);
    if (!given) return critere;
    const { note: _, ...rest } = critere;
    const { note } = given;
    const after: LigneCritere = {
      ...rest,
      justification: given.justification.trim(),
      ...(note !== undefined && { note }),
    };
    if (texteNote(after) === texteNote(critere)) return critere;
    const known = lignes.get(critere.code);
    const values = { note: note ?? "", justification: after.justification, auteur };
    rows.push(
      known === undefined
        ? { ligne: next, contenus: { numero, comite, critere: critere.libelle, ...values } }
        : { ligne: known, contenus: values },
    );
    if (known === undefined) next += 1;
    journal.push({
      numero,
      champ: `Note – ${critere.libelle}`,
      avant: texteNote(critere),
      apres: texteNote(after),
    });
    return after;
  });
  return { operations: ecrireLignes(table, rows), journal, criteres: written };
}

/** A score with its justification, as one text. @example "4 – portage par le maire" */
export function texteNote({ note, justification }: LigneCritere): string {
  return [note === undefined ? "" : String(note), justification]
    .filter((part) => part !== "")
    .join(" – ");
}
