import { createRequire } from "node:module";
import { departementsDe, fichierDe, REGIONS } from "../src/imports/donnees-insee.js";
import type { PageBuilt } from "./pages.js";
import { EPT } from "./territoires-ept.js";
import { ALSACE, SIREN_DEPARTEMENTS, SIREN_REGIONS } from "./territoires-siren.js";

interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement: string;
  readonly siren?: string;
  readonly population?: number;
}

interface Membre {
  readonly code: string;
  readonly populationMunicipale: number;
  readonly populationTotale: number;
}

interface Epci {
  readonly code: string;
  readonly nom: string;
  readonly type: "CC" | "CA" | "CU" | "METRO" | "MET69";
  readonly populationMunicipale: number;
  readonly populationTotale: number;
  readonly membres: readonly Membre[];
}

interface Nomme {
  readonly code: string;
  readonly nom: string;
  readonly zone: "metro" | "drom" | "com";
}

const load = createRequire(import.meta.url);
const read = <T>(name: string): readonly T[] =>
  load(`@etalab/decoupage-administratif/data/${name}.json`);

/** One collectivité: the fields of a line of a data file, in order. */
interface Ligne {
  readonly code: string;
  readonly siren: string;
  readonly nom: string;
  readonly type:
    | "commune"
    | "cc"
    | "ca"
    | "cu"
    | "metropole"
    | "ept"
    | "departement"
    | "region"
    | "outre_mer";
  /** The one where most people live first. */
  readonly departements: readonly string[];
  readonly municipale?: number;
  readonly totale?: number;
}

const TYPES = { CC: "cc", CA: "ca", CU: "cu", METRO: "metropole", MET69: "metropole" } as const;

/** Every commune, EPCI with its own taxation, département and région of the package, and the EPT. */
function toutes(): readonly Ligne[] {
  const actuelles = read<Commune>("communes").filter(({ type }) => type === "commune-actuelle");
  const epcis = read<Epci>("epci");
  const membres = new Map(epcis.flatMap((epci) => epci.membres.map((one) => [one.code, one])));
  const departementOf = new Map(actuelles.map(({ code, departement }) => [code, departement]));
  const communes = actuelles.map(
    ({ code, siren = "", nom, departement, population }): Ligne => ({
      code,
      siren,
      nom,
      type: "commune",
      departements: [departement],
      ...(population !== undefined && { municipale: population }),
      ...(membres.has(code) && { totale: membres.get(code)?.populationTotale }),
    }),
  );
  const sums = sumsBy(communes, ({ departements: [code = ""] }) => code);
  return [
    ...communes,
    ...epcis.map((epci): Ligne => {
      const people = sumsBy(epci.membres, ({ code }) => departementOf.get(code) ?? "");
      return {
        code: "",
        siren: epci.code,
        nom: epci.nom,
        type: TYPES[epci.type],
        departements: [...people].sort(([, a], [, b]) => b - a).map(([code]) => code),
        municipale: epci.populationMunicipale,
        totale: epci.populationTotale,
      };
    }),
    ...EPT.map((one): Ligne => ({ code: "", type: "ept", ...one })),
    ...read<Nomme>("departements").map(
      ({ code, nom, zone }): Ligne => ({
        code,
        siren: SIREN_DEPARTEMENTS[code] ?? "",
        nom,
        type: zone === "com" ? "outre_mer" : "departement",
        departements: [code],
        municipale: sums.get(code),
      }),
    ),
    {
      code: "",
      type: "departement",
      ...ALSACE,
      municipale: ALSACE.departements.reduce((sum, code) => sum + (sums.get(code) ?? 0), 0),
    },
    ...read<Nomme>("regions").flatMap(({ code, nom, zone }): readonly Ligne[] => {
      if (zone === "com") return [];
      const own = departementsDe(code);
      const municipale = own.reduce((sum, one) => sum + (sums.get(one) ?? 0), 0);
      const siren = SIREN_REGIONS[code] ?? "";
      return [{ code, siren, nom, type: "region", departements: own, municipale }];
    }),
  ];
}

/** Municipal populations added up: that of a département is by definition the sum of its communes'. */
function sumsBy<T extends { readonly municipale?: number } | Membre>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) {
    const people = "populationMunicipale" in item ? item.populationMunicipale : item.municipale;
    sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + (people ?? 0));
  }
  return sums;
}

/**
 * The data files of the add-in: one for each région, read on demand, so that no custom function carries
 * them. One line for each collectivité, its fields parted by `|`.
 */
export function territoiresPages(): readonly PageBuilt[] {
  const lines = toutes();
  return Object.keys(REGIONS).map((region) => {
    const own = new Set(departementsDe(region));
    const rows = lines
      .filter(({ departements }) => departements.some((code) => own.has(code)))
      .map(({ code, siren, nom, type, departements, municipale = "", totale = "" }) =>
        [code, siren, nom, type, departements.join(","), municipale, totale].join("|"),
      );
    if (rows.some((row) => row.split("|").length !== 7 || row.includes("<"))) {
      throw new Error(`${region}: a name holds a separator or markup.`);
    }
    return {
      file: `${fichierDe(region)}.html`,
      html: `<script type="text/plain">\n${rows.join("\n")}\n</script>\n`,
    };
  });
}
