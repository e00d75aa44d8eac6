/** A cell of a synthetic dossier; a day is a number of days since 1 January 2021. */
export type CelluleSynthetique = string | number | { readonly jour: number };

/** Headers as a référent words them, one column of the référent's own included. */
export const ENTETES = [
  "N° dossier",
  "Collectivité",
  "Type",
  "Dept",
  "Pop.",
  "Thématique",
  "Intitulé du projet",
  "Coût total HT",
  "Montant sollicité",
  "Autres financements",
  "Date de dépôt",
  "Fin prévisionnelle",
  "Déjà engagé",
  "Frais de personnel",
  "Matériel",
  "Délibération",
  "Décision",
  "Date CODIR",
  "Subvention État",
  "Prestataire(s)",
  "Observations",
] as const;

const TYPES = ["commune", "communauté de communes", "communauté d’agglomération"] as const;
const THEMES = ["3a", "3b", "3c", "1", "2", "3"] as const;

/** Whether the dossier of a rank is a lauréat: every other one. */
export function isLaureat(rank: number): boolean {
  return rank % 2 === 0;
}

/** Number of the dossier of a rank. */
export function numero(rank: number): string {
  return String(4_300_000 + rank);
}

/** The dossier of a rank: the same at every run, complete or not, within the rules or not. */
export function dossier(rank: number): readonly CelluleSynthetique[] {
  const cout = 20_000 + ((rank * 7_919) % 90_000);
  const laureat = isLaureat(rank);
  return [
    numero(rank),
    `Collectivité ${rank}`,
    TYPES[rank % TYPES.length] ?? "commune",
    rank % 5 === 0 ? "62" : "59 – Nord",
    500 + ((rank * 104_729) % 90_000),
    THEMES[rank % THEMES.length] ?? "3a",
    `Projet numérique ${rank}`,
    rank % 9 === 0 ? `${cout},50 €` : cout,
    Math.round(cout * 0.7),
    rank % 4 === 0 ? "" : 1_000,
    { jour: 60 + (rank % 120) },
    rank % 7 === 0 ? "" : { jour: 300 + (rank % 200) },
    "Non",
    0,
    rank % 6 === 0 ? 2_500 : 0,
    "Oui",
    laureat ? "Favorable" : rank % 3 === 0 ? "Défavorable" : "En instruction",
    laureat ? { jour: 100 + (rank % 80) } : "",
    laureat ? Math.round(cout * 0.6) : "",
    rank % 8 === 0 ? `Société ${rank} (59)` : "",
    `Vu le ${(rank % 28) + 1}`,
  ];
}
