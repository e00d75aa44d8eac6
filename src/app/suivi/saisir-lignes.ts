import { readDay } from "../../dossiers/readers.js";
import { normalise, quoted } from "../../dossiers/text.js";
import type { Contenu } from "../../reports/plan.js";
import { type Day, formatDay, isDay } from "../../rules/day.js";
import type { Faits } from "../../rules/dossier.js";
import { texteBrut } from "../brut.js";
import { ecrireOutils } from "../ecrire-lot.js";
import type { Changement } from "../journal.js";
import type { Operation, Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { ajouterLignes, lireTable, modifierLigne, type Table } from "./lignes.js";
import { ouvrirSuivi } from "./ouvrir.js";
import type { ResultatSaisie } from "./protocole.js";

/** What the Journal calls what is typed of lauréats. */
export const SOURCE_SUIVI = "Suivi des lauréats";

/** What a row to write may rest on. */
interface Ouvert {
  readonly auteur: string;
  readonly today: Day;
  readonly faits: Faits;
}

/** One row to write: found by its key, else added; only what is typed is written. */
export interface LigneSaisie {
  readonly cle: Readonly<Record<string, string>>;
  readonly contenus: Readonly<Record<string, Contenu>>;
  readonly champ: string;
  readonly apres: string;
  /** Nothing is typed: it empties a row that is there, and adds none. */
  readonly vide?: boolean;
}

/**
 * Writes a lauréat's rows into a tab of the contract, by key, and journals each.
 *
 * @param lignes what to write, or why it is refused
 */
export function saisirLignes(
  ports: Ports,
  onglet: string,
  numero: string,
  lignes: (ouvert: Ouvert) => readonly LigneSaisie[] | Refus,
): ResultatSaisie {
  const { classeur, contexte } = ports;
  const ouvert = ouvrirSuivi(classeur);
  if (ouvert.kind === "refus") return ouvert;
  const found = ouvert.suivi.dossiers.find(({ dossier }) => dossier.faits.numero === numero);
  if (!found) {
    return refus(
      `Le dossier ${quoted(numero)} n’est plus dans l’onglet ${quoted(ouvert.onglet.nom)}. Rien n’a été écrit\u00a0: ce que vous avez saisi est encore là.`,
    );
  }
  const table = lireTable(classeur, onglet);
  if ("kind" in table) return table;
  const today = contexte.maintenant().slice(0, 10);
  const rows = lignes({ auteur: contexte.qui(), today, faits: found.dossier.faits });
  if ("kind" in rows) return rows;
  const operations: Operation[] = [];
  const changes: Changement[] = [];
  const added: Readonly<Record<string, Contenu>>[] = [];
  for (const { cle, contenus, champ, apres, vide } of rows) {
    const at = ligneDe(table, { ...cle, numero });
    if (vide && at === undefined) continue;
    if (at === undefined) added.push({ ...cle, ...contenus, numero });
    else operations.push(...modifierLigne(table, at, contenus));
    changes.push({ numero, champ, avant: avantDe(table, at, Object.keys(contenus)), apres });
  }
  if (changes.length === 0) return refus("Rien n’est saisi\u00a0: rien n’a été écrit.");
  classeur.appliquer(table.creation);
  const lot = ecrireOutils(
    ports,
    [...operations, ...ajouterLignes(table, added)],
    changes,
    SOURCE_SUIVI,
  );
  return {
    kind: "fait",
    lot,
    message: changes.map(({ champ, apres }) => `${champ}\u00a0: ${apres}`).join("\n"),
  };
}

/** What the fields of a row held before they are written over. */
function avantDe(
  { lignes, colonnes }: Table,
  ligne: number | undefined,
  champs: readonly string[],
): string {
  if (ligne === undefined) return "";
  const row = lignes[ligne - 1] ?? [];
  return champs
    .map((champ) => row[(colonnes.get(champ) ?? 0) - 1] ?? "")
    .filter((cell) => cell !== "")
    .map((cell) => (typeof cell === "string" && isDay(cell) ? formatDay(cell) : texteBrut(cell)))
    .join(" – ");
}

/** One-based row of a key, the last that has it; days compare as days, texts without case or accents. */
function ligneDe(
  { lignes, colonnes }: Table,
  cle: Readonly<Record<string, string>>,
): number | undefined {
  const same = (cell: unknown, wanted: string) => {
    const day = readDay(cell as string);
    if (day.ok && day.value === wanted) return true;
    return normalise(String(cell)) === normalise(wanted);
  };
  const found = lignes.flatMap((row, index) =>
    index > 0 &&
    Object.entries(cle).every(([champ, wanted]) =>
      same(row[(colonnes.get(champ) ?? 0) - 1] ?? "", wanted),
    )
      ? [index + 1]
      : [],
  );
  return found[found.length - 1];
}
