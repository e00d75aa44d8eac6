import { createRequire } from "node:module";
import { siren, siret } from "./siret.js";

interface Member {
  code: string;
  siren: string;
  nom: string;
  populationMunicipale: number;
}
interface Epci {
  code: string;
  type: "CC" | "CA" | "CU" | "METRO";
  nom: string;
  populationMunicipale: number;
  membres: Member[];
}
interface Commune {
  code: string;
  departement: string;
  type: string;
  codesPostaux?: string[];
}

const load = createRequire(import.meta.url);
const epcis: Epci[] = load("@etalab/decoupage-administratif/data/epci.json");
const communes: Commune[] = load("@etalab/decoupage-administratif/data/communes.json");
const departements: { code: string; nom: string; chefLieu: string }[] = load(
  "@etalab/decoupage-administratif/data/departements.json",
);

/** A body that asks for a grant. Real, with its real codes and population, unless `fictif`. */
export interface Collectivite {
  readonly nom: string;
  readonly type: string;
  readonly siren: string;
  readonly siret: string;
  /** INSEE code of a commune; empty for any other body. */
  readonly insee: string;
  readonly codePostal: string;
  /** The commune where it sits, and that commune's INSEE code; empty for a fictitious body. */
  readonly siege: string;
  readonly siegeInsee: string;
  readonly departement: string;
  /** Municipal population, of the COG of 2022 as the codes. */
  readonly population: number;
}

const TYPES = {
  CC: "Communauté de communes",
  CA: "Communauté d'agglomération",
  CU: "Communauté urbaine",
  METRO: "Métropole",
};

const postalCode = (insee: string) =>
  communes.find(({ code, type }) => code === insee && type === "commune-actuelle")
    ?.codesPostaux?.[0] ?? "";

/** A commune by its INSEE code. */
export function commune(insee: string): Collectivite {
  const member = epcis.flatMap(({ membres }) => membres).find(({ code }) => code === insee);
  if (!member) throw new Error(`No commune ${insee}`);
  return {
    nom: member.nom,
    type: "Commune",
    siren: member.siren,
    siret: siret(member.siren),
    insee,
    codePostal: postalCode(insee),
    siege: member.nom,
    siegeInsee: insee,
    departement: insee.slice(0, 2),
    population: member.populationMunicipale,
  };
}

/** The name of a département. */
export function departementName(code: string): string {
  return departements.find((candidate) => candidate.code === code)?.nom ?? "";
}

/** An intercommunalité by its SIREN; it sits here in its largest commune. */
export function epci(code: string): Collectivite {
  const found = epcis.find((candidate) => candidate.code === code);
  const seat = found?.membres.reduce((a, b) =>
    b.populationMunicipale > a.populationMunicipale ? b : a,
  );
  if (!found || !seat) throw new Error(`No EPCI ${code}`);
  return {
    nom: found.nom,
    type: TYPES[found.type],
    siren: code,
    siret: siret(code),
    insee: "",
    codePostal: postalCode(seat.code),
    siege: seat.nom,
    siegeInsee: seat.code,
    departement: seat.code.slice(0, 2),
    population: found.populationMunicipale,
  };
}

/** The council of a département: its SIREN is the one that INSEE's numbering gives. */
export function departement(code: string): Collectivite {
  const found = departements.find((candidate) => candidate.code === code);
  if (!found) throw new Error(`No département ${code}`);
  const { nom, chefLieu: seat } = found;
  const own = siren(`22${code}0001`);
  const members = epcis
    .flatMap(({ membres }) => membres)
    .filter((member) => member.code.startsWith(code));
  return {
    nom: `Département ${code === "59" ? "du" : "de la"} ${nom}`.replace("de la Seine", "de Seine"),
    type: "Département",
    siren: own,
    siret: siret(own),
    insee: "",
    codePostal: postalCode(seat),
    siege: members.find((member) => member.code === seat)?.nom ?? "",
    siegeInsee: seat,
    departement: code,
    population: members.reduce((sum, member) => sum + member.populationMunicipale, 0),
  };
}

/** A fictitious syndicat: no real SIREN begins with 000. */
export function syndicat(
  nom: string,
  code: string,
  rank: number,
  population: number,
): Collectivite {
  const own = siren(`0000${code}0${rank}`);
  return {
    nom,
    type: "Syndicat mixte",
    siren: own,
    siret: siret(own),
    insee: "",
    codePostal: "",
    siege: "",
    siegeInsee: "",
    departement: code,
    population,
  };
}
