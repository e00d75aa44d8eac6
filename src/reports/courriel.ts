import type { Cell } from "../dossiers/cell.js";
import { compter } from "../dossiers/text.js";
import { type Cents, formatEuros } from "../rules/cents.js";
import { boundsOfMonth, formatDay, isMonth, nameOfMonth } from "../rules/day.js";
import { isTrimestre, nameOfTrimestre } from "../rules/trimestre.js";
import type { NomRapport } from "./rapports.js";

/** A message ready to be copied into one's own mail. */
export interface Courriel {
  readonly objet: string;
  readonly corps: string;
}

export interface EntreeCourriel {
  readonly rapport: NomRapport;
  readonly prefecture: string;
  readonly nombre: number | undefined;
  readonly total: Cents | undefined;
  /** The tab's values. */
  readonly rows: readonly (readonly Cell[])[];
}

const SUJETS: Readonly<Partial<Record<NomRapport["rapport"], string>>> = {
  DITP: "lauréats",
  Relevé: "relevé de décisions",
  "Trimestre DITP": "compte rendu trimestriel",
  "Démat.ADS": "demandes et attributions Démat.ADS",
  Propositions: "propositions au comité régional",
  Publication: "lauréats à publier",
  SCDL: "subventions, données ouvertes",
};

/** The same as a sentence names it; a report without one goes by its subject. */
const NOMS: Readonly<Partial<Record<NomRapport["rapport"], string>>> = {
  DITP: "la liste des lauréats du fonds (FITN7, axe 3)",
  "Trimestre DITP": "le compte rendu trimestriel du fonds (FITN7, axe 3)",
  "Démat.ADS": "la liste des demandes et des attributions Démat.ADS",
  Propositions: "nos propositions au comité régional",
  Publication: "la liste des lauréats à publier",
  SCDL: "les subventions en données ouvertes (schéma SCDL 2.1.1)",
};

/** Changes that the body names; the file has them all. */
const NOMMES = 20;

/** The subject and the body of the message that goes with a report. */
export function courrielDe(entree: EntreeCourriel): Courriel {
  const { rapport, prefecture, rows } = entree;
  const sujet = SUJETS[rapport.rapport] ?? rapport.rapport.toLowerCase();
  const rectifie = rapport.version > 1 ? ` (version ${rapport.version}, annule la précédente)` : "";
  const origin = prefecture === "" ? "" : ` – ${prefecture}`;
  return {
    objet: `FITN7 axe 3 – ${sujet} – ${periodeDe(rapport)}${origin}${rectifie}`,
    corps: [
      "Bonjour,",
      `Vous trouverez ci-joint ${NOMS[rapport.rapport] ?? sujet}, ${periodeDe(rapport)}${situationDe(rapport)}${chiffresDe(entree)}.${rectifie === "" ? "" : " Cet envoi annule et remplace le précédent."}`,
      ...changementsDe(rows),
      `Cordialement,${prefecture === "" ? "" : `\n${prefecture}`}`,
    ].join("\n\n"),
  };
}

function periodeDe({ periode }: NomRapport): string {
  if (isMonth(periode)) return nameOfMonth(periode);
  if (isTrimestre(periode)) return nameOfTrimestre(periode);
  return formatDay(periode);
}

function situationDe({ periode }: NomRapport): string {
  return isMonth(periode) ? ` (situation au ${formatDay(boundsOfMonth(periode).last)})` : "";
}

function chiffresDe({ rapport, nombre, total }: EntreeCourriel): string {
  if (nombre === undefined) return "";
  const [one, several] = /^(DITP|Trimestre DITP|Publication)$/.test(rapport.rapport)
    ? ["lauréat", "lauréats"]
    : ["ligne", "lignes"];
  const amount = total === undefined ? "" : `, ${formatEuros(total)}`;
  return `\u00a0: ${compter(nombre, one, several)}${amount}`;
}

/** What the tab says changed since the last list that was sent. */
function changementsDe(rows: readonly (readonly Cell[])[]): readonly string[] {
  const at = rows.findIndex(([cell]) => String(cell).startsWith("Changements depuis"));
  if (at < 0) return [];
  const texts = rows
    .slice(at + 1)
    .filter(([cell]) => cell !== "N° dossier")
    .map((row) => row.filter((cell) => cell !== "").map(String))
    .filter((cells) => cells.length >= 3)
    .map(([, porteur, quoi]) => `- ${porteur}\u00a0: ${quoi}`);
  if (texts.length === 0) return ["Aucun changement depuis le dernier envoi."];
  const more = texts.length - NOMMES;
  const rest = more > 0 ? [`- et ${compter(more, "autre", "autres")}, dans le fichier joint.`] : [];
  return [["Depuis le dernier envoi\u00a0:", ...texts.slice(0, NOMMES), ...rest].join("\n")];
}
