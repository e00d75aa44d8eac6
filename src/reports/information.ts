import type { Cents } from "../rules/cents.js";
import { type Citation, formatCitation } from "../rules/citation.js";
import { formatDay } from "../rules/day.js";
import type { GuichetId } from "../rules/guichet.js";
import { typeset } from "../rules/typographie.js";
import { type Etendue, ligneEntete, nombre, nomPrefecture, somme, titres } from "./parties.js";
import { type Cellule, cellule, completer, type PlanOnglet } from "./plan.js";
import { type ComiteTenu, dossiersDuComite } from "./releve-comite.js";
import { type Decision, decisionDe } from "./releve-decisions.js";
import {
  COLONNES_ACCORD,
  COLONNES_DOSSIER,
  ligneAccord,
  lignes,
  lignesManques,
  ligneTotal,
  manquesDesDecisions,
} from "./releve-lignes.js";
import { totalDe } from "./resume.js";
import type { Suivi } from "./suivi.js";

const COLONNES = [...COLONNES_DOSSIER, ...COLONNES_ACCORD, ["Notification", 140] as const];

export interface EntreeInformation {
  /** Name of the tab to make. */
  readonly nom: string;
  readonly comite: ComiteTenu;
  readonly prefecture: string;
  readonly suivi: Suivi;
}

/** What a run of the list says of itself. */
export interface ResumeInformation {
  readonly laureats: number;
  readonly total: Cents;
  /** Told to the applicant already, although the regional level comes first. */
  readonly dejaNotifies: readonly string[];
  /** Guichets of the committee whose document asks for no such list. */
  readonly nonPrevus: readonly GuichetId[];
  readonly manques: readonly string[];
}

/**
 * What a département retained, for the regional level to know before anybody is notified (IDF, "2. Modalités
 * de subventionnement"): the dossiers of the guichets whose document asks for it.
 *
 * @returns no plan where no guichet of the committee asks for it
 */
export function planInformation(entree: EntreeInformation): {
  plan: PlanOnglet | undefined;
  resume: ResumeInformation;
} {
  const { comite, suivi } = entree;
  const retained = dossiersDuComite(suivi, comite)
    .map((entry) => decisionDe(entry, comite.date))
    .filter(({ sens, dossier }) => sens === "favorable" && dossier.faits.etat !== "Abandonné");
  const asked = retained.filter(({ guichet }) => guichet.suites?.informationRegionale);
  const others = retained.filter(({ guichet }) => !guichet.suites?.informationRegionale);
  const resume = {
    laureats: asked.length,
    total: totalDe(asked),
    dejaNotifies: asked.flatMap(({ dossier: { faits } }) =>
      faits.etat === "Retenu" ? [] : [faits.numero ?? faits.porteur ?? ""],
    ),
    nonPrevus: [...new Set(others.map(({ guichet }) => guichet.id))],
    manques: manquesDesDecisions(asked),
  };
  return { plan: asked.length > 0 ? planDe(entree, asked, resume.manques) : undefined, resume };
}

function planDe(
  { nom, comite, prefecture }: EntreeInformation,
  asked: readonly Decision[],
  manques: readonly string[],
): PlanOnglet {
  const sources = lignes("Source", sourcesDe(asked));
  const first = sources.length + FIXED_ROWS + 1;
  const list: Etendue = { first, last: first + asked.length - 1 };
  const titre = comite.nom === "" ? "" : ` – ${comite.nom}`;
  const rows: Cellule[][] = [
    [cellule(`Information du niveau régional avant notification${titre}`, "titre")],
    ligneEntete("Préfecture", cellule(nomPrefecture(prefecture))),
    ligneEntete("Comité du", cellule({ jour: comite.date }, "jour")),
    ...sources,
    ligneEntete("Lauréats", nombre(list)),
    ligneEntete("Total accordé", cellule(somme("H", list), "euro")),
    [],
    titres(COLONNES.map(([titre]) => titre)),
    ...asked.map((decision) => [...ligneAccord(decision), cellule(notification(decision))]),
    ligneTotal(list),
    ...lignesManques(manques),
  ];
  return {
    nom,
    lignes: rows.map((row) => completer(row, COLONNES.length)),
    largeurs: COLONNES.map(([, largeur]) => largeur),
    figees: 1,
  };
}

/** Rows above the list besides the sources. */
const FIXED_ROWS = 7;

function sourcesDe(asked: readonly Decision[]): readonly string[] {
  const cited = asked.flatMap(({ guichet }): readonly Citation[] => {
    const source = guichet.suites?.informationRegionale;
    return source ? [source] : [];
  });
  return [...new Set(cited.map((source) => `${typeset(source.note)} ${formatCitation(source)}`))];
}

function notification({ dossier: { faits } }: Decision): string {
  if (faits.etat === "Retenu") return "à venir";
  return faits.date_notification === undefined
    ? "déjà notifié, sans date"
    : `notifié le ${formatDay(faits.date_notification)}`;
}
