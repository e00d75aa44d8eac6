/** Kinds of applicant that the documents tell apart. `epci` is a groupement whose kind was not given. */
export const TYPES_COLLECTIVITE = [
  "commune",
  "cc",
  "ca",
  "cu",
  "metropole",
  "epci",
  "ept",
  "syndicat",
  "departement",
  "region",
  "outre_mer",
  "autre",
] as const;

export type TypeCollectivite = (typeof TYPES_COLLECTIVITE)[number];

export const LIBELLES_TYPE: Readonly<Record<TypeCollectivite, string>> = {
  commune: "commune",
  cc: "communauté de communes",
  ca: "communauté d’agglomération",
  cu: "communauté urbaine",
  metropole: "métropole",
  epci: "EPCI",
  ept: "établissement public territorial",
  syndicat: "syndicat",
  departement: "département",
  region: "région",
  outre_mer: "collectivité d’outre-mer",
  autre: "autre organisme",
};
