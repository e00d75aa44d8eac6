import type { Champ, Faits } from "../../../src/rules/dossier";
import type { GuichetId } from "../../../src/rules/guichet";

/** Cents of an amount in euros. */
export const euros = (amount: number) => Math.round(amount * 100);

const argent = { cout: euros(50_000), demande: euros(40_000), autres: euros(10_000) };
const sansExclu = { personnel: 0, equipement: 0, licences_hors_ue: 0 };
const nationales = { equipement: 0, licences_hors_ue: 0, engagement_decideur: true };
const laboratoire = { laboratoire: "Labo du territoire", part_collectivites: euros(40_000) };

/**
 * For each guichet, a dossier that says all its document asks for, each value at the edge of what is
 * allowed, and nothing else: every fact below is one that the guichet's rules need.
 */
export const COMPLETS: Readonly<Record<string, Faits & { readonly theme: string }>> = {
  DITP: {
    ...argent,
    ...nationales,
    theme: "3c",
    type: "commune",
    depot: "2021-06-15",
    fin: "2022-12-31",
  },
  "DITP, laboratoire": {
    ...argent,
    ...laboratoire,
    theme: "3d",
    type: "departement",
    equipement: 0,
    licences_hors_ue: 0,
    depot: "2021-06-15",
    fin: "2023-06-15",
  },
  DEP: {
    ...argent,
    ...nationales,
    theme: "3b",
    type: "cc",
    depot: "2021-01-25",
    fin: "2022-12-31",
  },
  HDF: {
    ...argent,
    theme: "3c",
    type: "commune",
    departement: "59",
    depot: "2021-06-25",
    date_engagement: "2021-12-30",
    personnel: 0,
    equipement: 0,
    libre: true,
    engagement_decideur: true,
    document: true,
  },
  "HDF, laboratoire": {
    ...argent,
    ...laboratoire,
    theme: "3d",
    type: "metropole",
    departement: "59",
    depot: "2021-04-01",
    date_engagement: "2021-12-30",
    personnel: 0,
    equipement: 0,
    libre: true,
    engagement_decideur: true,
    document: true,
  },
  "IDF-V1": {
    ...argent,
    ...sansExclu,
    theme: "3a",
    type: "commune",
    departement: "77",
    population: 15_000,
    depot: "2021-05-31",
    deja_engage: false,
    debut: "2021-09-15",
    date_decision: "2021-09-15",
    fin: "2022-10-31",
    engagement_decideur: true,
  },
  "IDF-ADS": {
    ...sansExclu,
    theme: "ADS",
    type: "cc",
    departement: "77",
    demande: euros(16_000),
    communes: 30,
    depot: "2021-10-30",
    points_verifies: "FACTURES",
  },
  "IDF-V2": {
    ...argent,
    ...sansExclu,
    ...laboratoire,
    theme: "3d",
    type: "ept",
    departement: "75",
    depot: "2021-05-31",
    deja_engage: false,
    debut: "2021-09-15",
    date_decision: "2021-09-15",
    fin: "2022-10-31",
  },
  "MARNE-V1": {
    ...argent,
    ...sansExclu,
    theme: "3c",
    type: "commune",
    departement: "51",
    population: 80_000,
    depot: "2021-07-16",
    deja_engage: false,
    fin: "2023-07-16",
  },
  "MARNE-V2": {
    ...argent,
    ...sansExclu,
    ...laboratoire,
    theme: "3d",
    type: "ca",
    departement: "08",
    depot: "2021-07-16",
    deja_engage: false,
    fin: "2023-07-16",
  },
};

export type NomComplet = keyof typeof COMPLETS & string;

/** The guichet of a complete dossier, told by the first word of its name. */
export function guichetDe(nom: NomComplet): GuichetId {
  return nom.split(",")[0] as GuichetId;
}

/** Points settled by hand are no fact; a committee still to come is said, and holds nothing up. */
const FACULTATIFS: ReadonlySet<Champ> = new Set(["points_verifies", "date_decision"]);

/** The facts of a dossier that a rule needs: all but the hand-settled points. */
export function faitsNecessaires(faits: Faits): readonly Champ[] {
  return (Object.keys(faits) as Champ[]).filter((champ) => !FACULTATIFS.has(champ));
}
