import { isEmpty } from "../dossiers/cell.js";
import { findHeaderRow, readEntetes } from "../dossiers/headers.js";
import { normalise } from "../dossiers/text.js";
import { alertesDe } from "./alertes.js";
import { estEntreprises } from "./annexes.js";
import { colonnesDe, parNom } from "./colonnes.js";
import { AVIS, ETABLISSEMENTS, epoqueDe, SIGNATURE } from "./colonnes-plateforme.js";
import type { Memoire, NonReconnu, Reconnaissance } from "./fichier.js";
import { avecMemoire, demarcheDe } from "./memoire.js";
import { compterLignes, type TableRecue, type Tables, tableNommee } from "./tables.js";

/** What is known besides the tables. */
export interface Connu {
  /** File's name. */
  readonly fichier?: string;
  /** Mappings of former imports. */
  readonly memoires?: readonly Memoire[];
}

/** The table of dossiers and its zero-based row of headers. */
interface Trouvee {
  readonly table: TableRecue;
  readonly header: number;
  readonly plateforme: boolean;
}

function headersOf({ lignes }: TableRecue, header: number): ReadonlySet<string> {
  return new Set((lignes[header] ?? []).map((cell) => normalise(String(cell))));
}

/** The platform's own table where there is one, else the one that names the most fields, else the largest. */
function tableDesDossiers({ onglets }: Tables): Trouvee | undefined {
  const own = onglets.find((table) => {
    const names = headersOf(table, 0);
    return SIGNATURE.every((name) => names.has(name));
  });
  if (own) return { table: own, header: 0, plateforme: true };
  const lists = onglets.flatMap((table) => {
    const named = findHeaderRow(table.lignes);
    const header = named ?? table.lignes.findIndex((row) => filledCells(row) > 1);
    if (header < 0 || compterLignes(table, header + 1) === 0) return [];
    const fields = named === undefined ? 0 : readEntetes(table.lignes[named] ?? []).colonnes.size;
    return [{ table, header, plateforme: false, fields }];
  });
  return lists.sort(
    (one, other) =>
      other.fields - one.fields || other.table.lignes.length - one.table.lignes.length,
  )[0];
}

function filledCells(row: TableRecue["lignes"][number]): number {
  return row.filter((cell) => !isEmpty(cell)).length;
}

/**
 * Says what a file is and how its columns would be read: by their names, never by their place. A column
 * mapped before for this démarche goes where the référent put it.
 *
 * @param tables all tabs of the file
 * @example reconnaitre(tables, { fichier: "dossiers_fitn7-axe-3_2021-06-30_10-00.csv" })
 */
export function reconnaitre(
  tables: Tables,
  { fichier = "", memoires = [] }: Connu = {},
): Reconnaissance | NonReconnu {
  if (tables.onglets.every(({ lignes }) => lignes.every((row) => row.every(isEmpty)))) {
    return { kind: "non_reconnu", message: "Le fichier ne contient aucune ligne." };
  }
  const found = tableDesDossiers(tables);
  if (!found) {
    return {
      kind: "non_reconnu",
      message:
        "Aucun tableau dans ce fichier\u00a0: il faut une ligne d’en-têtes d’au moins deux colonnes, et au moins une ligne en dessous.",
    };
  }
  const { table, header, plateforme } = found;
  const named = parNom(colonnesDe(tables, table, header), plateforme);
  const demarche = demarcheDe(fichier, named.colonnes, memoires);
  const memoire = memoires.find((one) => one.demarche === demarche);
  const colonnes = memoire ? avecMemoire(named.colonnes, memoire) : named.colonnes;
  const annexes = tables.onglets.filter((one) => one !== table);
  const epoque = plateforme ? epoqueDe(headersOf(table, header)) : undefined;
  return {
    kind: "reconnu",
    format: plateforme ? "plateforme" : "liste",
    ...(epoque && { epoque }),
    demarche,
    dejaVue: memoire !== undefined,
    onglet: table.nom,
    ligneEntetes: header + 1,
    lignes: compterLignes(table, header + 1),
    colonnes,
    entreprises: annexes
      .filter(estEntreprises)
      .map((one) => ({ onglet: one.nom, lignes: compterLignes(one, 1) })),
    avis: compterLignes(tableNommee(tables, AVIS) ?? { nom: "", lignes: [] }, 1),
    autres: annexes
      .filter(
        (one) =>
          !estEntreprises(one) &&
          ![ETABLISSEMENTS.onglet, AVIS].includes(normalise(one.nom)) &&
          compterLignes(one, 0) > 0,
      )
      .map(({ nom }) => nom),
    alertes: alertesDe(colonnes, named.ambigues, memoire),
  };
}
