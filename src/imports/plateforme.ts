import { type Cell, isEmpty } from "../dossiers/cell.js";
import { readEntetes } from "../dossiers/headers.js";
import { normalise } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";
import type { TableRecue, Tables } from "./tables.js";

/** Fixed columns of the platform's export, of 2021 and of 2026, by normalised header. */
const FIXES: Readonly<Record<string, Champ>> = {
  id: "numero",
  email: "courriel",
  "etablissement siret": "siret",
  "entreprise raison sociale": "porteur",
  "etat du dossier": "etat_plateforme",
  "derniere mise a jour le": "maj_plateforme",
  "depose le": "depot",
  "traite le": "date_decision",
  "motivation de la decision": "motif",
  "etablissement code insee localite": "code_insee",
};

/** Columns that no other list of dossiers has together. */
const SIGNATURE = ["id", "etat du dossier", "depose le", "instructeurs"];

/** Legal categories (INSEE) of the applicants the fund knows, by their code. */
const CATEGORIES: Readonly<Record<string, string>> = {
  "7210": "commune",
  "7220": "département",
  "7229": "collectivité d’outre-mer",
  "7230": "région",
  "7343": "communauté urbaine",
  "7344": "métropole",
  "7346": "communauté de communes",
  "7348": "communauté d’agglomération",
  "7353": "syndicat",
  "7354": "syndicat",
  "7355": "syndicat",
};

/** One dossier of an export: what its columns say, as written. */
export interface LigneExport {
  /** One-based line in the file's table. */
  readonly ligne: number;
  readonly cells: ReadonlyMap<Champ, Cell>;
}

export interface EntrepriseExport {
  readonly numero: string;
  readonly nom: Cell;
  readonly siret: Cell;
  readonly departement: Cell;
  readonly montant: Cell;
}

export interface ExportPlateforme {
  readonly lignes: readonly LigneExport[];
  readonly entreprises: readonly EntrepriseExport[];
  /** Columns that go into no field. */
  readonly ignorees: readonly string[];
}

/** The table of dossiers of a platform's export; `undefined` where the file is something else. */
export function tableDossiers({ onglets }: Tables): TableRecue | undefined {
  return onglets.find(({ lignes }) => {
    const names = new Set((lignes[0] ?? []).map((cell) => normalise(String(cell))));
    return SIGNATURE.every((name) => names.has(name));
  });
}

/**
 * Reads a platform's export by the names of its columns, never by their place. What the applicant or
 * an instructor typed in a field of the form wins over the fixed column of the same meaning.
 *
 * @param tables all tabs of the file: SIRET and companies stand in their own in a workbook
 */
export function readExport(table: TableRecue, tables: Tables): ExportPlateforme {
  const [headers = [], ...rows] = table.lignes;
  const fixed = new Map<Champ, number>();
  const category = positionOf(headers, "entreprise forme juridique code");
  const own = headers.map((header, position) => {
    const champ = FIXES[normalise(String(header))];
    if (champ && !fixed.has(champ)) fixed.set(champ, position);
    return champ || normalise(String(header)).startsWith("etablissement ") ? "" : header;
  });
  const form = readEntetes(own).colonnes;
  const columns = new Map([...fixed, ...form]);
  const known = new Set(columns.values());
  const joined = etablissements(tables);
  return {
    lignes: rows.flatMap((row, index) => {
      if (row.every(isEmpty)) return [];
      const cells = new Map<Champ, Cell>();
      for (const [champ, column] of [...fixed, ...form]) {
        const cell = row[column] ?? "";
        if (!isEmpty(cell)) cells.set(champ, cell);
      }
      const place = joined.get(String(cells.get("numero") ?? ""));
      const code = String((category >= 0 ? row[category] : place?.categorie) ?? "");
      fill(cells, "siret", place?.siret);
      fill(cells, "code_insee", place?.codeInsee);
      fill(cells, "type", CATEGORIES[code]);
      return [{ ligne: index + 2, cells }];
    }),
    entreprises: entreprises(tables),
    ignorees: headers.flatMap((header, position) =>
      known.has(position) || isEmpty(header) ? [] : [String(header)],
    ),
  };
}

function fill(cells: Map<Champ, Cell>, champ: Champ, value: Cell | undefined): void {
  if (value !== undefined && !isEmpty(value) && !cells.has(champ)) cells.set(champ, value);
}

function positionOf(headers: readonly Cell[], name: string): number {
  return headers.findIndex((header) => normalise(String(header)) === name);
}

/** The columns of a table by name, and its rows. */
function columnsOf({ lignes }: TableRecue, names: readonly string[]) {
  const [headers = [], ...rows] = lignes;
  const positions = names.map((name) => positionOf(headers, name));
  return rows.map((row) => positions.map((position) => row[position] ?? ""));
}

/** In a workbook, the SIRET stands in "Etablissements", on the row whose `Champ` is "Dossier". */
function etablissements({ onglets }: Tables) {
  const table = onglets.find(({ nom }) => normalise(nom) === "etablissements");
  const rows = table
    ? columnsOf(table, [
        "dossier id",
        "champ",
        "etablissement siret",
        "etablissement code insee localite",
        "entreprise forme juridique code",
      ])
    : [];
  return new Map(
    rows.flatMap(([id = "", champ = "", siret = "", codeInsee = "", categorie = ""]) =>
      normalise(String(champ)) === "dossier"
        ? [[String(id), { siret, codeInsee, categorie }] as const]
        : [],
    ),
  );
}

/** A repetition of companies: "(123456) Entreprises retenues". */
function entreprises({ onglets }: Tables): readonly EntrepriseExport[] {
  return onglets
    .filter(({ nom }) => /^\(\d+\)/.test(nom) && /(entreprise|prestataire)/.test(normalise(nom)))
    .flatMap((table) =>
      columnsOf(table, [
        "dossier id",
        "raison sociale",
        "siret",
        "departement du siege",
        "montant",
      ]),
    )
    .flatMap(([numero = "", nom = "", siret = "", departement = "", montant = ""]) =>
      isEmpty(numero) || isEmpty(nom)
        ? []
        : [{ numero: String(numero), nom, siret, departement, montant }],
    );
}
