import type { Contenu } from "../reports/plan.js";
import { LIBELLES_TYPE, TYPES_COLLECTIVITE, type TypeCollectivite } from "../rules/collectivite.js";

/** Départements by région (COG 2022); the collectivités of overseas have no région and one file. */
export const REGIONS: Readonly<Record<string, string>> = {
  "01": "971",
  "02": "972",
  "03": "973",
  "04": "974",
  "06": "976",
  "11": "75 77 78 91 92 93 94 95",
  "24": "18 28 36 37 41 45",
  "27": "21 25 39 58 70 71 89 90",
  "28": "14 27 50 61 76",
  "32": "02 59 60 62 80",
  "44": "08 10 51 52 54 55 57 67 68 88",
  "52": "44 49 53 72 85",
  "53": "22 29 35 56",
  "75": "16 17 19 23 24 33 40 47 64 79 86 87",
  "76": "09 11 12 30 31 32 34 46 48 65 66 81 82",
  "84": "01 03 07 15 26 38 42 43 63 69 73 74",
  "93": "04 05 06 13 83 84",
  "94": "2A 2B",
  "outre-mer": "975 977 978 986 987 988",
};

/** Codes of a région's départements. @example departementsDe("94") // ["2A", "2B"] */
export function departementsDe(region: string): readonly string[] {
  return (REGIONS[region] ?? "").split(" ").filter((code) => code !== "");
}

/** The région whose data file holds a département. */
export function regionDe(departement: string): string | undefined {
  return Object.keys(REGIONS).find((region) => departementsDe(region).includes(departement));
}

/** Name of a région's data file in the project, without `.html`. */
export function fichierDe(region: string): string {
  return `Territoires-${region}`;
}

/**
 * Reference years of the populations, as the package's sources state them: legal populations of 2020 for
 * communes, 2017 in Mayotte; those of 2019, in force on 1 January 2022, in the list of EPCI, where
 * alone a total population is given. A département's and a région's are the sums of their communes'.
 */
const ANNEE_COMMUNES = "2020";
const ANNEE_EPCI = "2019";
const ANNEE_MAYOTTE = "2017";

/** A collectivité of a data file. */
export interface LigneInsee {
  readonly code: string;
  readonly siren: string;
  readonly nom: string;
  readonly type: TypeCollectivite;
  readonly departements: readonly string[];
  readonly municipale: number | undefined;
  readonly totale: number | undefined;
  /** "2020", or "2020 (totale : 2019)". */
  readonly millesime: string;
}

function millesimeDe(type: TypeCollectivite, departements: readonly string[], total: boolean) {
  if (departements.includes("976")) return ANNEE_MAYOTTE;
  if (type === "commune") {
    return total ? `${ANNEE_COMMUNES} (totale\u00a0: ${ANNEE_EPCI})` : ANNEE_COMMUNES;
  }
  return ["departement", "region", "outre_mer"].includes(type) ? ANNEE_COMMUNES : ANNEE_EPCI;
}

const countOf = (text: string) => (text === "" ? undefined : Number(text));

/** Reads a data file: the text between the tags of its one script element. */
export function lireDonnees(page: string): readonly LigneInsee[] {
  const text = page.slice(page.indexOf(">") + 1, page.lastIndexOf("</script>"));
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): LigneInsee => {
      const [code = "", siren = "", nom = "", kind = "", where = "", municipale = "", totale = ""] =
        line.split("|");
      const type = TYPES_COLLECTIVITE.find((one) => one === kind) ?? "autre";
      const departements = where.split(",");
      return {
        code,
        siren,
        nom,
        type,
        departements,
        municipale: countOf(municipale),
        totale: countOf(totale),
        millesime:
          municipale === "" && totale === "" ? "" : millesimeDe(type, departements, totale !== ""),
      };
    });
}

/** The row of a collectivité in the tab `Territoires`, under the contract's columns. */
export function ligneTerritoire(one: LigneInsee): readonly Contenu[] {
  return [
    one.code,
    one.siren,
    one.nom,
    LIBELLES_TYPE[one.type],
    one.departements.join(", "),
    one.municipale ?? "",
    one.totale ?? "",
    one.millesime,
  ];
}
