import { readWhole } from "../../dossiers/numbers.js";
import { cleDuGuichet, lireReglage, type Parametres } from "../../dossiers/parametres.js";
import { quoted } from "../../dossiers/text.js";
import { type ComiteTenu, comitesTenus, estComite } from "../../reports/releve-comite.js";
import type { Decision } from "../../reports/releve-decisions.js";
import type { Suivi } from "../../reports/suivi.js";
import { type Day, formatDay } from "../../rules/day.js";
import type { Champ } from "../../rules/dossier.js";
import type { Guichet } from "../../rules/guichet.js";
import { echeanceNotification } from "../../rules/suites-notification.js";
import { type ColonnesManquantes, ouvrirOnglet } from "../colonnes-requises.js";
import { lireSuivi, type OngletDossiers } from "../lire-suivi.js";
import { texteDe } from "../parametres.js";
import { type Classeur, type Refus, refus } from "../ports.js";
import { phraseNotification } from "./phrases.js";
import type { ComiteChoix } from "./protocole.js";

/** Fields without which a committee's decisions can't be told. */
export const CHAMPS_DECISION: readonly Champ[] = ["numero", "porteur", "etat", "montant_accorde"];

/** All that the time after a committee needs of the workbook. */
export interface Ouvert {
  readonly kind: "ouvert";
  readonly parametres: Parametres;
  readonly prefecture: string;
  readonly onglet: OngletDossiers;
  readonly suivi: Suivi;
  /** The latest first. */
  readonly comites: readonly ComiteTenu[];
}

/**
 * Reads the workbook, one read per tab.
 *
 * @param needed fields without which the action can do nothing
 */
export function ouvrir(
  classeur: Classeur,
  needed: readonly Champ[],
): Ouvert | ColonnesManquantes | Refus {
  const pret = ouvrirOnglet(classeur, { indispensables: needed });
  if (pret.kind !== "pret") return pret;
  const { parametres, onglet } = pret;
  const suivi = lireSuivi(classeur, onglet, parametres);
  return {
    kind: "ouvert",
    parametres,
    prefecture: texteDe(parametres, "prefecture"),
    onglet,
    suivi,
    comites: comitesTenus(suivi),
  };
}

/** A committee as a person chooses it. */
export function choixDe({ nom, date }: ComiteTenu): ComiteChoix {
  const day = formatDay(date);
  return nom === ""
    ? { cle: date, libelle: `Décisions du ${day}`, date }
    : { cle: nom, libelle: nom.includes(day) ? nom : `${nom} (${day})`, date };
}

/** The committee to begin with: the latest that was held by a day, else the first to come. */
export function comiteParDefaut({ comites }: Ouvert, aujourdhui: Day): ComiteTenu | undefined {
  return comites.find(({ date }) => date <= aujourdhui) ?? comites[comites.length - 1];
}

/** The committee that is asked for by its name or its day, or why there is none. */
export function comiteDemande({ comites, suivi }: Ouvert, cle: string): ComiteTenu | Refus {
  const found = comites.find((comite) => estComite(comite, cle));
  if (found) return found;
  const dateless = suivi.comites.some(
    ({ valeurs: { comite, date } }) =>
      comite !== undefined && date === undefined && comite.trim() === cle.trim(),
  );
  return refus(
    dateless
      ? `Le comité ${quoted(cle)} n’a pas de date\u00a0: complétez-la dans l’onglet «\u00a0Comités\u00a0».`
      : `Aucun comité ${quoted(cle)}\u00a0: ni dans l’onglet «\u00a0Comités\u00a0», ni parmi les dates de décision.`,
  );
}

/** The workbook opened on one committee. */
export interface ComiteOuvert extends Ouvert {
  readonly comite: ComiteTenu;
}

/**
 * Reads the workbook for a tab that is named after a committee's day.
 *
 * @param cle name of the committee, or a day of decision `2021-07-06`
 * @returns a refusal where there is no such committee, or two on its day
 */
export function ouvrirComite(
  classeur: Classeur,
  cle: string,
): ComiteOuvert | ColonnesManquantes | Refus {
  const open = ouvrir(classeur, CHAMPS_DECISION);
  if (open.kind !== "ouvert") return open;
  const comite = comiteDemande(open, cle);
  if ("kind" in comite) return comite;
  return memeJour(open, comite) ?? { ...open, comite };
}

/** Two committees on one day: their tabs would have the same name. */
function memeJour({ comites }: Ouvert, { date, nom }: ComiteTenu): Refus | undefined {
  const other = comites.find((comite) => comite.date === date && comite.nom !== nom);
  return (
    other &&
    refus(
      `Deux comités portent la date du ${formatDay(date)}\u00a0: ${quoted(nom)} et ${quoted(other.nom)}. L’onglet à faire porte cette date\u00a0: donnez-leur des dates différentes dans l’onglet «\u00a0Comités\u00a0», ou un seul nom. Rien n’a été modifié.`,
    )
  );
}

const CLE_DELAI = "notification.jours";

/** The delay that the préfecture set for a guichet, in days; nothing where it set none. */
function delaiRegle(parametres: Parametres, { id }: Guichet): number | undefined {
  return lireReglage(parametres, cleDuGuichet(parametres, id, CLE_DELAI), readWhole());
}

/** When a committee's decisions are to be notified, a sentence for each guichet that it decided for. */
export function notifications(
  { parametres }: Ouvert,
  comite: ComiteTenu,
  decisions: readonly Pick<Decision, "guichet">[],
): readonly string[] {
  const guichets = new Map(decisions.map(({ guichet }) => [guichet.id, guichet]));
  return [...guichets.values()].map((guichet) =>
    phraseNotification(
      guichet.id,
      echeanceNotification(guichet, comite.date, delaiRegle(parametres, guichet)),
    ),
  );
}
