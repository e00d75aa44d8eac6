/** Reports that make a tab for each period; a new one is named here, and its tabs are known everywhere. */
export const RAPPORTS = [
  "DITP",
  "Relevé",
  "Information régionale",
  "Trimestre DITP",
  "Démat.ADS",
  "Propositions",
  "Publication",
  "SCDL",
  "Relances",
] as const;

export type Rapport = (typeof RAPPORTS)[number];

/** What the name of a report's tab says. */
export interface NomRapport {
  readonly rapport: Rapport;
  /** A month `2021-06`, a quarter `2021-T2` or a day `2021-06-30`. */
  readonly periode: string;
  /** 1, or more where earlier ones of the period were sent. */
  readonly version: number;
}

const FORME = /^(.+) (\d{4}-(?:\d{2}(?:-\d{2})?|T[1-4]))(?: \((\d{1,3})\))?$/;

/**
 * Reads the name of a tab that a report made.
 *
 * @returns nothing where no report makes such a tab
 * @example lireNomRapport("DITP 2021-06 (2)") // { rapport: "DITP", periode: "2021-06", version: 2 }
 */
export function lireNomRapport(nom: string): NomRapport | undefined {
  const [, titre, periode = "", version = "1"] = FORME.exec(nom) ?? [];
  const rapport = RAPPORTS.find((known) => known === titre);
  return rapport && { rapport, periode, version: Number(version) };
}

/** The name of a report's tab. @example ecrireNomRapport({ rapport: "DITP", periode: "2021-06", version: 1 }) // "DITP 2021-06" */
export function ecrireNomRapport({ rapport, periode, version }: NomRapport): string {
  return `${rapport} ${periode}${version > 1 ? ` (${version})` : ""}`;
}

/** The dashboard's tab: one for the workbook, made again at its place. */
export const NOM_TABLEAU = "Tableau de bord";
