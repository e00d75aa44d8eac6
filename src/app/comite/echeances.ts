import { phraseEcheance, phrasePrepares } from "../../dossiers/phrases-echeance.js";
import { normalise } from "../../dossiers/text.js";
import type { Day } from "../../rules/day.js";
import { dueDes, type EcheanceComite, echeanceOf } from "../../rules/echeance.js";
import { isADecider } from "../../rules/etat.js";
import type { Guichet } from "../../rules/guichet.js";
import type { Ports } from "../ports.js";
import { isDecideEn } from "./decide-en.js";
import { guichetsDe } from "./enveloppe.js";
import { lireSeance, type Seance } from "./lire-seance.js";
import type { Comite, Echeance } from "./protocole.js";

/** The calendar of each guichet of the sheet, and the first day from which one of them has a committee due. */
export interface Calendrier {
  readonly echeances: readonly Echeance[];
  readonly depuis?: Day;
}

/** When the next committee of each guichet of the sheet is due. */
export function calendrierDe(seance: Seance): Calendrier {
  const { comites, jour } = seance;
  const tenus = comitesTenus(seance);
  const found = guichetsDe(seance).map((guichet) => ({
    guichet,
    echeance: echeanceDe(seance, tenus, guichet),
  }));
  const [depuis] = found.flatMap(({ echeance }) => dueDes(echeance) ?? []).sort();
  const passes = comites.filter(
    (comite) => comite.date !== undefined && comite.date < jour && !tenus.includes(comite),
  );
  return {
    echeances: found.map(({ guichet, echeance }) => echeanceMontree(guichet, echeance, passes)),
    ...(depuis !== undefined && { depuis }),
  };
}

/** Works out anew what the menu says of the next committee; a workbook without dossiers has none. */
export function rappelerEcheance(ports: Ports): void {
  const seance = lireSeance(ports);
  ports.rappels.comite("kind" in seance ? undefined : calendrierDe(seance).depuis);
}

/** @param passes committees prepared for a day that is over, of which nothing says that they were held */
function echeanceMontree(
  guichet: Guichet,
  found: EcheanceComite,
  passes: readonly Comite[],
): Echeance {
  const due = "date" in found && found.due;
  const texte = phraseEcheance(found);
  const prepares =
    due && passes.length > 0 ? ` ${phrasePrepares(passes.map(({ nom }) => nom))}` : "";
  return {
    guichet: guichet.id,
    due,
    texte: texte + prepares,
    ...("date" in found && { date: found.date }),
  };
}

/** The committees that were held: said to be, or with a dossier that they decided. To prepare one is not to hold it. */
function comitesTenus({ lignes, comites }: Seance): readonly Comite[] {
  const dates = new Map(comites.map(({ nom, date }) => [normalise(nom), date]));
  const decideurs = new Set<string>();
  for (const { dossier } of lignes) {
    const { comite = "", date_decision, etat } = dossier.faits;
    const nom = normalise(comite);
    const decide =
      date_decision === undefined ? !isADecider(etat) : isDecideEn(dossier.faits, dates.get(nom));
    if (decide) decideurs.add(nom);
  }
  return comites.filter(({ nom, statut }) => statut !== "préparé" || decideurs.has(normalise(nom)));
}

/** The calendar of one guichet: committees held and days its dossiers were decided. */
function echeanceDe(
  { lignes, jour }: Seance,
  tenus: readonly Comite[],
  guichet: Guichet,
): EcheanceComite {
  const own = lignes.filter((ligne) => ligne.guichet.id === guichet.id);
  const decisions = own.flatMap(({ dossier }) => dossier.faits.date_decision ?? []);
  const seances = tenus.flatMap(({ date }) => date ?? []);
  const enAttente = own
    .filter(({ dossier }) => isADecider(dossier.faits.etat))
    .flatMap(({ dossier }): readonly Day[] => {
      const { depot } = dossier.faits;
      return depot === undefined ? [] : [depot];
    });
  return echeanceOf(guichet.comite, { comites: [...seances, ...decisions], enAttente, jour });
}
