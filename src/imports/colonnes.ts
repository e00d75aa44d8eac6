import { type Cell, isEmpty } from "../dossiers/cell.js";
import { CHAMPS } from "../dossiers/champs.js";
import { columnLetters } from "../dossiers/column-letters.js";
import { readEntetes } from "../dossiers/headers.js";
import { normalise } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";
import { ETABLISSEMENTS, FIXES, isDePlateforme } from "./colonnes-plateforme.js";
import type { ColonneRecue, Reconnu } from "./fichier.js";
import { exemplesDe, natureDe } from "./nature.js";
import { type TableRecue, type Tables, tableNommee } from "./tables.js";

const PREFIXE = "etablissements/";

/** Columns that join `Etablissements` to the dossiers: no field of theirs. */
const JOINTURE: ReadonlySet<string> = new Set([ETABLISSEMENTS.numero, ETABLISSEMENTS.champ]);

/**
 * The columns of a table with their samples; one that is empty from header to foot is none.
 *
 * @param header zero-based row of the headers
 */
function columnsOf(
  { lignes }: TableRecue,
  header: number,
  table: ColonneRecue["table"],
): readonly ColonneRecue[] {
  const headers = lignes[header] ?? [];
  const rows = lignes.slice(header + 1);
  const width = rows.reduce((most, row) => Math.max(most, row.length), headers.length);
  const names = Array.from({ length: width }, (_, position) =>
    normalise(String(headers[position] ?? "")),
  );
  const seen = new Map<string, number>();
  return names.flatMap((name, position): ColonneRecue[] => {
    const cells = rows.map((row): Cell => row[position] ?? "");
    const written = String(headers[position] ?? "").trim();
    if (name === "" && cells.every(isEmpty)) return [];
    if (table === "etablissements" && JOINTURE.has(name)) return [];
    const own = name === "" ? `colonne ${columnLetters(position).toLowerCase()}` : name;
    const use = (seen.get(own) ?? 0) + 1;
    seen.set(own, use);
    return [
      {
        cle: use > 1 ? `${own}#${use}` : own,
        titre: written === "" ? `(sans titre, colonne ${columnLetters(position)})` : written,
        table,
        position,
        reconnu: "aucun",
        nature: natureDe(cells),
        exemples: exemplesDe(cells),
        doublon: name !== "" && names.indexOf(name) !== names.lastIndexOf(name),
      },
    ];
  });
}

/** Normalised header of a column, from its key. @example nomDe("etablissements/siret#2") // "siret" */
export function nomDe(cle: string): string {
  return cle.replace(PREFIXE, "").replace(/#\d+$/, "");
}

/**
 * The columns of the dossiers' table, then those joined from `Etablissements`; no field yet. A CSV has
 * both in one table: the same column has the same key, so that a mapping is remembered for both.
 */
export function colonnesDe(
  tables: Tables,
  table: TableRecue,
  header: number,
): readonly ColonneRecue[] {
  const joined = tableNommee(tables, ETABLISSEMENTS.onglet);
  const own = columnsOf(table, header, "dossiers");
  if (!joined || joined === table) return own;
  const taken = new Set(own.map(({ cle }) => cle));
  return [
    ...own,
    ...columnsOf(joined, 0, "etablissements").map((colonne) =>
      taken.has(colonne.cle) ? { ...colonne, cle: PREFIXE + colonne.cle } : colonne,
    ),
  ];
}

/** Two columns that could give one field: neither is proposed. */
export interface Ambiguite {
  readonly champ: Champ;
  readonly titres: readonly string[];
}

/**
 * Matches columns to fields by their names: the platform's fixed columns, the field's own title, its
 * synonyms. A column of the form and a fixed one may give the same field; two of the form may not.
 */
export function parNom(
  colonnes: readonly ColonneRecue[],
  plateforme: boolean,
): {
  readonly colonnes: readonly ColonneRecue[];
  readonly ambigues: readonly Ambiguite[];
} {
  const isFixed = ({ cle }: ColonneRecue) => plateforme && isDePlateforme(nomDe(cle));
  const form = colonnes.map((colonne) =>
    isFixed(colonne) || colonne.table === "etablissements" ? "" : colonne.titre,
  );
  const { colonnes: found, ambigus } = readEntetes(form);
  const champAt = new Map([...found].map(([champ, index]) => [index, champ]));
  const fixed = new Set<Champ>();
  return {
    colonnes: colonnes.map((colonne, index) => {
      const own = champAt.get(index);
      if (own) return { ...colonne, champ: own, reconnu: rankOf(own, colonne) };
      const champ = isFixed(colonne) ? FIXES[nomDe(colonne.cle)] : undefined;
      if (!champ || fixed.has(champ)) return colonne;
      fixed.add(champ);
      return { ...colonne, champ, reconnu: "plateforme" };
    }),
    ambigues: ambigus.map(({ champ, colonnes: claimed }) => ({
      champ,
      titres: claimed.map((index) => colonnes[index]?.titre ?? ""),
    })),
  };
}

function rankOf(champ: Champ, { titre }: ColonneRecue): Reconnu {
  return normalise(titre) === normalise(CHAMPS[champ].titre) ? "titre" : "synonyme";
}
