import { type Cell, isEmpty } from "../dossiers/cell.js";
import { CHAMPS } from "../dossiers/champs.js";
import { quoted } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";
import { avisDe, entreprisesDe, etablissementsDe } from "./annexes.js";
import type {
  CelluleDouteuse,
  ColonneRecue,
  Correspondance,
  Extraction,
  LigneLue,
  LigneRefusee,
  Reconnaissance,
} from "./fichier.js";
import type { Element } from "./protocole.js";
import type { Tables } from "./tables.js";
import { attenduDe, isBrouillon, montrer, texteDe, valeurRecue } from "./valeurs.js";

/** Characters of a cell of Google's, kept well below: a dossier waits in one cell of the staging tab. */
const MAX_CARACTERES = 40_000;

/** What one line of the file gives, and which column gave each field. */
interface Lecture {
  readonly valeurs: Partial<Record<Champ, Cell>>;
  readonly colonnes: Partial<Record<Champ, ColonneRecue>>;
}

/**
 * Takes the mapped columns of a file, and nothing else. A line without a number, with one that came
 * before, or never filed is refused; a cell that its field can't read is told and comes in as it is.
 *
 * @param tables the file
 * @param reconnu what `reconnaitre` said of it
 * @param correspondance columns by field, without the problems that `problemesDe` tells
 */
export function extraire(
  tables: Tables,
  reconnu: Reconnaissance,
  correspondance: Correspondance,
): Extraction {
  const table = tables.onglets.find(({ nom }) => nom === reconnu.onglet);
  const joined = etablissementsDe(tables);
  const byKey = new Map(reconnu.colonnes.map((colonne) => [colonne.cle, colonne]));
  const links = correspondance.flatMap(({ cle, champ }) => {
    const colonne = byKey.get(cle);
    return colonne ? [{ champ, colonne }] : [];
  });
  const [number] = links.filter(({ champ }) => champ === "numero");
  const lignes: LigneLue[] = [];
  const refusees: LigneRefusee[] = [];
  const douteuses: CelluleDouteuse[] = [];
  const seen = new Map<string, number>();
  (table?.lignes ?? []).slice(reconnu.ligneEntetes).forEach((row, index) => {
    if (row.every(isEmpty)) return;
    const ligne = reconnu.ligneEntetes + index + 1;
    const numero = number ? texteDe(row[number.colonne.position] ?? "") : "";
    const read = readRow(links, row, joined.get(numero) ?? []);
    const refused = refusalOf(numero, read, seen);
    if (refused) {
      refusees.push({
        ligne,
        numero,
        ...refused,
        colonne: refused.colonne ?? number?.colonne.titre ?? "",
      });
      return;
    }
    seen.set(numero, ligne);
    lignes.push({ ligne, numero, valeurs: read.valeurs });
    douteuses.push(...doubtfulOf(ligne, numero, read));
  });
  return {
    lignes,
    entreprises: entreprisesDe(tables),
    avis: avisDe(tables),
    refusees,
    douteuses,
  };
}

function readRow(
  links: readonly { readonly champ: Champ; readonly colonne: ColonneRecue }[],
  row: readonly Cell[],
  establishment: readonly Cell[],
): Lecture {
  const valeurs: Partial<Record<Champ, Cell>> = {};
  const colonnes: Partial<Record<Champ, ColonneRecue>> = {};
  for (const { champ, colonne } of links) {
    if (valeurs[champ] !== undefined) continue;
    const source = colonne.table === "dossiers" ? row : establishment;
    const cell = valeurRecue(champ, source[colonne.position] ?? "");
    if (isEmpty(cell)) continue;
    valeurs[champ] = cell;
    colonnes[champ] = colonne;
  }
  return { valeurs, colonnes };
}

/** Why a line is not taken in; the column is the number's where none is named. */
function refusalOf(
  numero: string,
  { valeurs, colonnes }: Lecture,
  seen: ReadonlyMap<string, number>,
): { colonne?: string; valeur: string; pourquoi: string } | undefined {
  if (numero === "") return { valeur: "", pourquoi: "numéro de dossier absent" };
  const state = valeurs.etat_plateforme;
  if (isBrouillon(state)) {
    return {
      colonne: colonnes.etat_plateforme?.titre,
      valeur: texteDe(state ?? ""),
      pourquoi: "brouillon, non déposé",
    };
  }
  const before = seen.get(numero);
  if (before !== undefined) {
    return { valeur: numero, pourquoi: `numéro ${numero} déjà lu à la ligne ${before}` };
  }
  const length = JSON.stringify(valeurs).length;
  if (length > MAX_CARACTERES) {
    const [longest] = (Object.keys(valeurs) as Champ[]).sort(
      (one, other) => String(valeurs[other]).length - String(valeurs[one]).length,
    );
    return {
      colonne: longest && colonnes[longest]?.titre,
      valeur: longest ? quoted(valeurs[longest]) : "",
      pourquoi: `dossier de ${length} caractères, ${MAX_CARACTERES} au plus`,
    };
  }
  return undefined;
}

function doubtfulOf(ligne: number, numero: string, { valeurs, colonnes }: Lecture) {
  return (Object.keys(valeurs) as Champ[]).flatMap((champ): CelluleDouteuse[] => {
    const cell = valeurs[champ] ?? "";
    const attendu = attenduDe(champ, cell);
    return attendu === undefined
      ? []
      : [
          {
            ligne,
            numero,
            champ,
            colonne: colonnes[champ]?.titre ?? CHAMPS[champ].titre,
            valeur: montrer(champ, cell),
            attendu,
          },
        ];
  });
}

/** What is sent, in order; the page cuts it into chunks of `TAILLE_BLOC`. */
export function elementsDe({ lignes, entreprises }: Extraction): readonly Element[] {
  return [
    ...lignes.map((dossier) => ({ dossier })),
    ...entreprises.map((entreprise) => ({ entreprise })),
  ];
}
