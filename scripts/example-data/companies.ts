import { siren, siret } from "./siret.js";

/** A company paid by the grant's orders; all of them are fictitious. */
export interface Company {
  readonly nom: string;
  readonly siret: string;
  /** Département of the head office. */
  readonly departement: string;
}

const company = (nom: string, rank: number, departement: string): Company => ({
  nom,
  siret: siret(siren(`00010${String(rank).padStart(3, "0")}`)),
  departement,
});

/** No real SIREN begins with 000: these can be mistaken for nobody's. */
export const COMPANIES = {
  oeuvre: company("L'Œuvre & fils", 1, "59"),
  beffroi: company("Beffroi Numérique (fictif)", 2, "59"),
  lys: company("Ateliers de la Lys (fictif)", 3, "62"),
  cap: company("Cap Usagers Conseil (fictif)", 4, "75"),
  craie: company("Craie & Pixel (fictif)", 5, "51"),
  vesle: company("Vesle Formation (fictif)", 6, "51"),
  bugey: company("Bugey Données (fictif)", 7, "01"),
  ile: company("Île d'Usages (fictif)", 8, "2A"),
  brie: company("Brie Logiciels libres (fictif)", 9, "77"),
  marne: company("Bords de Marne Design (fictif)", 10, "94"),
} as const;

export type CompanyName = keyof typeof COMPANIES;
