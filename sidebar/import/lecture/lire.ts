import { isEmpty } from "../../../src/dossiers/cell.js";
import { nommer } from "../../../src/dossiers/text.js";
import type { TableRecue, Tables } from "../../../src/imports/tables.js";
import { lireClasseur } from "./classeur.js";
import { lignesCsv, type Separateur, separateurDe } from "./csv.js";
import { natureDe } from "./nature.js";
import { FichierRefuse, LIMITES, RAISONS } from "./refus.js";
import { type Encodage, texteDe } from "./texte.js";

/** A file as read: its tables, how it was written, and what must be known of it. */
export interface Lecture {
  readonly nom: string;
  readonly format: "csv" | "xlsx" | "ods";
  readonly tables: Tables;
  /** Of a CSV. */
  readonly encodage?: Encodage;
  readonly separateur?: Separateur;
  /** Sentences. */
  readonly avertissements: readonly string[];
}

/** Most line numbers that a warning names. */
const NAMED = 5;

/** Lines of another number of cells than the headers: their values may stand in a wrong column. */
function shifted(rows: readonly (readonly string[])[]): readonly string[] {
  const width = rows[0]?.length ?? 0;
  const lines = rows.flatMap((row, index) =>
    row.length > width && row.slice(width).some((cell) => !isEmpty(cell)) ? [index + 1] : [],
  );
  if (lines.length === 0) return [];
  return [
    `${lines.length > 1 ? "Lignes" : "Ligne"} ${nommer(lines, NAMED)}\u00a0: plus de cellules que d’en-têtes (${width}). Leurs valeurs sont peut-être décalées\u00a0: vérifiez-les dans l’aperçu.`,
  ];
}

function squared(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) =>
    row.length === width ? row : [...row, ...new Array<string>(width - row.length).fill("")],
  );
}

function readCsv(octets: Uint8Array, nom: string): Lecture {
  const { texte, encodage } = texteDe(octets);
  const hint = /^sep=([,;\t])\r?\n/.exec(texte);
  const body = hint ? texte.slice(hint[0].length) : texte;
  const separateur = (hint?.[1] as Separateur | undefined) ?? separateurDe(body);
  const rows = lignesCsv(body, separateur);
  const tab = nom.replace(/\.[^.]*$/, "");
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > LIMITES.lignes) throw new FichierRefuse(RAISONS.tropDeLignes(tab, rows.length));
  if (width > LIMITES.colonnes) throw new FichierRefuse(RAISONS.tropDeColonnes(tab, width));
  return {
    nom,
    format: "csv",
    encodage,
    separateur,
    tables: { onglets: [{ nom: tab, lignes: squared(rows) }] },
    avertissements: shifted(rows),
  };
}

const isBlank = ({ lignes }: TableRecue) => lignes.every((row) => row.every(isEmpty));

/**
 * Reads the bytes of a file: what they are decides, not the file's name.
 *
 * @param nom the file's name; a CSV's table takes it
 * @throws FichierRefuse with a French message
 */
export function lireOctets(octets: Uint8Array, nom: string): Lecture {
  const nature = natureDe(octets);
  const lecture: Lecture =
    nature.format === "csv"
      ? readCsv(octets, nom)
      : { nom, format: nature.format, tables: lireClasseur(octets, nature), avertissements: [] };
  if (lecture.tables.onglets.every(isBlank)) throw new FichierRefuse(RAISONS.sansDonnees);
  return lecture;
}
