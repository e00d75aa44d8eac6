import type { Champ } from "../rules/dossier.js";

/** Fixed columns of the platform's export, of 2021 and of 2026, by normalised header. */
export const FIXES: Readonly<Partial<Record<string, Champ>>> = {
  id: "numero",
  email: "courriel",
  "etablissement siret": "siret",
  "entreprise raison sociale": "porteur",
  "entreprise forme juridique code": "type",
  "etat du dossier": "etat_plateforme",
  "derniere mise a jour le": "maj_plateforme",
  "depose le": "depot",
  "traite le": "date_decision",
  "motivation de la decision": "motif",
  "etablissement code insee localite": "code_insee",
};

/** Blocks of columns about the applicant's establishment: never a field of the form. */
const BLOCS = /^(etablissement|entreprise|association) /;

/** Columns that no other list of dossiers has together. */
export const SIGNATURE = ["id", "etat du dossier", "depose le", "instructeurs"] as const;

/** Tab of a workbook export where the SIRET stands, and the label of the applicant's own row there. */
export const ETABLISSEMENTS = { onglet: "etablissements", numero: "dossier id", champ: "champ" };
export const CHAMP_DOSSIER = "dossier";
export const AVIS = "avis";

/** Whether a column belongs to the platform itself, not to the form of a démarche. */
export function isDePlateforme(header: string): boolean {
  return FIXES[header] !== undefined || BLOCS.test(header);
}

/**
 * The era of an export by its own columns: "Archivé" became "À archiver" after 2022.
 *
 * @param headers normalised headers
 */
export function epoqueDe(headers: ReadonlySet<string>): 2021 | 2026 | undefined {
  if (headers.has("a archiver") || headers.has("franceconnect")) return 2026;
  return headers.has("archive") ? 2021 : undefined;
}

/** Legal categories (INSEE) of the applicants the fund knows, by their code. */
const CATEGORIES: Readonly<Partial<Record<string, string>>> = {
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

/** The kind of collectivité of a legal category; `""` for one the fund does not name. */
export function typeDeCategorie(code: string): string {
  return CATEGORIES[code] ?? "";
}
