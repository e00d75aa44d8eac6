import type { Cell } from "../dossiers/cell.js";
import { readWhole } from "../dossiers/numbers.js";
import { normalise } from "../dossiers/text.js";
import { readType } from "../dossiers/vocabulary.js";
import { groupThousands } from "../rules/cents.js";
import type { TypeCollectivite } from "../rules/collectivite.js";
import { grouped } from "../rules/grouped.js";
import type { Candidat, Population, TerritoiresPresents } from "./protocole.js";
import { texteDe } from "./valeurs.js";

/** A row of `Territoires`. */
export interface Collectivite {
  /** SIREN, else its type and INSEE code. */
  readonly cle: string;
  readonly code: string;
  readonly siren: string;
  readonly nom: string;
  /** Words of its name, without what kind of body it is. */
  readonly mots: readonly string[];
  readonly type: TypeCollectivite | undefined;
  /** As written: "commune". */
  readonly typeLibelle: string;
  /** One code, or several for a groupement that lies in several. */
  readonly departements: readonly string[];
  readonly municipale: number | undefined;
  readonly totale: number | undefined;
  /** Year of reference of each population. */
  readonly millesimes: Readonly<Record<Population, string>>;
}

/** The tab, ready for searches. */
export interface Territoires {
  readonly toutes: readonly Collectivite[];
  readonly parCle: ReadonlyMap<string, Collectivite>;
  readonly parSiren: ReadonlyMap<string, Collectivite>;
  /** Communes by INSEE code. */
  readonly parCode: ReadonlyMap<string, Collectivite>;
  readonly parNom: ReadonlyMap<string, readonly Collectivite[]>;
}

/** What names a collectivité: its SIREN, else its type and INSEE code. @example cleDe("", "région", "32") // "région 32" */
export function cleDe(siren: string, type: string, code: string): string {
  return siren === "" ? `${type} ${code}` : siren;
}

/** Order of the columns of `Territoires`. */
const COLONNES = [
  "code insee",
  "siren",
  "nom",
  "type",
  "departement",
  "population municipale",
  "population totale",
  "millesime",
] as const;

/** Words that say what a body is, not which one. */
const GENERIQUES =
  /^(communaute (de communes|d agglomeration|urbaine)|metropole|commune|ville|mairie|departement|region|conseil (departemental|regional)|cc|ca|cu|ept)\b\s*/;
const ARTICLES = /^(de la|de l|du|des|de|d|le|la|les|l)\s+/;

/** A name without what kind of body it is. @example nomNu("Communauté de communes du Pays d'Othe") // "pays d othe" */
export function nomNu(nom: string): string {
  const bare = normalise(nom).replace(GENERIQUES, "").replace(ARTICLES, "");
  return bare === "" ? normalise(nom) : bare;
}

/** Words of a name that tell one body from another. */
export function motsDe(nom: string): readonly string[] {
  return nomNu(nom)
    .split(" ")
    .filter((word) => word.length > 2);
}

/** The year of a vintage: "2020", or "2020 (totale : 2019)" where the two populations differ. */
function millesimesOf(text: string): Readonly<Record<Population, string>> {
  const own = /totale\s*:?\s*(\d{4})/.exec(text)?.[1];
  const municipale = text.replace(/\s*\(.*\)\s*$/, "");
  return { municipale, totale: own ?? municipale };
}

function populationOf(cell: Cell): number | undefined {
  const reading = readWhole()(cell);
  return reading.ok ? reading.value : undefined;
}

/** The rows of the tab `Territoires`, under its own headers; columns that are missing say nothing. */
export function lireTerritoires(rows: readonly (readonly Cell[])[]): Territoires {
  const [headers = [], ...body] = rows;
  const names = headers.map((header) => normalise(String(header)));
  const positions = COLONNES.map((name) => names.indexOf(name));
  const toutes = body.flatMap((row): Collectivite[] => {
    const [code, siren, nom, libelle, departement, municipale, totale, millesime] = positions.map(
      (position) => row[position] ?? "",
    ) as [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];
    if (texteDe(nom) === "") return [];
    const type = readType(libelle);
    const id = texteDe(siren);
    return [
      {
        cle: cleDe(id, texteDe(libelle), texteDe(code)),
        code: texteDe(code),
        siren: id,
        nom: texteDe(nom),
        mots: motsDe(texteDe(nom)),
        type: type.ok ? type.value : undefined,
        typeLibelle: texteDe(libelle),
        departements: texteDe(departement)
          .split(/\s*,\s*/)
          .filter((part) => part !== ""),
        municipale: populationOf(municipale),
        totale: populationOf(totale),
        millesimes: millesimesOf(texteDe(millesime)),
      },
    ];
  });
  return {
    toutes,
    parCle: new Map(toutes.map((one) => [one.cle, one])),
    parSiren: new Map(toutes.filter(({ siren }) => siren !== "").map((one) => [one.siren, one])),
    parCode: new Map(toutes.filter(({ type }) => type === "commune").map((one) => [one.code, one])),
    parNom: grouped(toutes, ({ nom }) => nomNu(nom)),
  };
}

/** Which départements the tab covers: those of its communes. */
export function territoiresPresents({ toutes }: Territoires): TerritoiresPresents {
  const departements = new Set(
    toutes.flatMap(({ type, departements: own }) => (type === "commune" ? own : [])),
  );
  return { departements: [...departements].sort(), collectivites: toutes.length };
}

/** A collectivité as shown in a list to choose from, with the population that counts and its year. */
export function candidatDe(one: Collectivite, population: Population): Candidat {
  const where = one.departements.join(", ");
  const count = one[population];
  const people =
    count === undefined
      ? "population inconnue"
      : `${groupThousands(count)} habitants (${one.millesimes[population]})`;
  return { cle: one.cle, libelle: `${one.nom} (${one.typeLibelle}, ${where}), ${people}` };
}
