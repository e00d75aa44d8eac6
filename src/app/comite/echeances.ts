import { phraseEcheance } from "../../dossiers/phrases-echeance.js";
import type { Day } from "../../rules/day.js";
import { dueDes, type EcheanceComite, echeanceOf } from "../../rules/echeance.js";
import { isADecider } from "../../rules/etat.js";
import type { Guichet } from "../../rules/guichet.js";
import type { Ports } from "../ports.js";
import { guichetsDe } from "./enveloppe.js";
import { lireSeance, type Seance } from "./lire-seance.js";
import type { Echeance } from "./protocole.js";

/** The calendar of each guichet of the sheet, and the first day from which one of them has a committee due. */
export interface Calendrier {
  readonly echeances: readonly Echeance[];
  readonly depuis?: Day;
}

/** When the next committee of each guichet of the sheet is due. */
export function calendrierDe(seance: Seance): Calendrier {
  const found = guichetsDe(seance).map((guichet) => ({
    guichet,
    echeance: echeanceDe(seance, guichet),
  }));
  const [depuis] = found.flatMap(({ echeance }) => dueDes(echeance) ?? []).sort();
  return {
    echeances: found.map(({ guichet, echeance }) => echeanceMontree(guichet, echeance)),
    ...(depuis !== undefined && { depuis }),
  };
}

/** Works out anew what the menu says of the next committee; a workbook without dossiers has none. */
export function rappelerEcheance(ports: Ports): void {
  const seance = lireSeance(ports);
  ports.rappels.comite("kind" in seance ? undefined : calendrierDe(seance).depuis);
}

function echeanceMontree(guichet: Guichet, found: EcheanceComite): Echeance {
  return {
    guichet: guichet.id,
    due: "date" in found && found.due,
    texte: phraseEcheance(found),
    ...("date" in found && { date: found.date }),
  };
}

/** The calendar of one guichet: committees of the workbook and days its dossiers were decided. */
function echeanceDe({ lignes, comites, jour }: Seance, guichet: Guichet): EcheanceComite {
  const own = lignes.filter((ligne) => ligne.guichet.id === guichet.id);
  const held = own.flatMap(({ dossier }) => dossier.faits.date_decision ?? []);
  const planned = comites.flatMap(({ date }) => date ?? []);
  const enAttente = own
    .filter(({ dossier }) => isADecider(dossier.faits.etat))
    .flatMap(({ dossier }): readonly Day[] => {
      const { depot } = dossier.faits;
      return depot === undefined ? [] : [depot];
    });
  return echeanceOf(guichet.comite, { comites: [...planned, ...held], enAttente, jour });
}
