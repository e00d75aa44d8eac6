import type { LigneTable } from "../dossiers/table.js";
import { GUICHETS } from "../guichets/index.js";
import type { Cents } from "../rules/cents.js";
import type { Day } from "../rules/day.js";
import type { Faits } from "../rules/dossier.js";
import { isEngage } from "../rules/etat.js";
import type { Guichet } from "../rules/guichet.js";
import { THEMES, type Theme } from "../rules/theme.js";
import type { Abandon } from "./abandons.js";
import { formatAvancement } from "./avancement.js";
import type { LaureatDitp } from "./ditp-lignes.js";
import { isLaureatAu } from "./laureats.js";
import { byNumero, type Suivi } from "./suivi.js";

/** A lauréat as the quarterly report lists it, from this workbook or from a département's. */
export interface LigneTrimestre {
  readonly numero: string;
  /** Nothing where a consolidated dossier's is not known. */
  readonly guichet: Guichet | undefined;
  /** The département it was consolidated from; "" for a dossier of this workbook. */
  readonly origine: string;
  readonly porteur: string;
  readonly intitule: string;
  readonly montant: Cents | undefined;
  readonly theme: Theme | undefined;
  readonly engage: Cents;
  readonly paye: Cents;
  readonly fin: Day | undefined;
  readonly avancement: string;
}

export type DossierConsolide = LigneTable<"Consolidé">;

/** A dossier without a known guichet goes by this. */
export const GUICHET_INCONNU = "non reconnu";

function engageAu({ etat, date_engagement, montant_accorde = 0 }: Faits, day: Day): Cents {
  const committed =
    date_engagement === undefined ? etat !== undefined && isEngage(etat) : date_engagement <= day;
  return committed ? montant_accorde : 0;
}

/** The lauréats of this workbook, each with what was committed and paid by a day. */
export function lignesPropres(
  suivi: Suivi,
  laureats: readonly LaureatDitp[],
  day: Day,
): readonly LigneTrimestre[] {
  const payments = byNumero(suivi.paiements);
  return laureats.map(
    ({ numero, guichet, porteur, dossier: { faits }, theme, fin, avancement }) => ({
      numero,
      guichet,
      origine: "",
      porteur,
      intitule: faits.intitule ?? "",
      montant: faits.montant_accorde,
      theme,
      engage: engageAu(faits, day),
      paye: (payments.get(numero) ?? [])
        .filter(({ valeurs }) => (valeurs.date ?? "") <= day)
        .reduce((sum, { valeurs }) => sum + (valeurs.montant ?? 0), 0),
      fin,
      avancement: avancement ? formatAvancement(avancement.valeurs) : "",
    }),
  );
}

function faitsDe({ valeurs }: DossierConsolide): Faits {
  const { numero, etat, accorde, date_decision, date_engagement, date_abandon } = valeurs;
  return {
    ...(numero !== undefined && { numero }),
    ...(etat !== undefined && { etat }),
    ...(accorde !== undefined && { montant_accorde: accorde }),
    ...(date_decision !== undefined && { date_decision }),
    ...(date_engagement !== undefined && { date_engagement }),
    ...(date_abandon !== undefined && { date_abandon }),
  };
}

/** Whether a consolidated dossier is a lauréat as of a day. */
export function isLaureatConsolide(dossier: DossierConsolide, day: Day): boolean {
  return isLaureatAu(faitsDe(dossier), day, new Map());
}

/** The lauréats of départements as of a day; what was paid is known as of their consolidation. */
export function lignesConsolidees(
  dossiers: readonly DossierConsolide[],
  day: Day,
): readonly LigneTrimestre[] {
  return dossiers
    .filter((dossier) => isLaureatConsolide(dossier, day))
    .map((dossier) => {
      const {
        numero = "",
        guichet,
        departement = "",
        porteur = "",
        intitule = "",
      } = dossier.valeurs;
      const { accorde, theme, paye = 0, fin, avancement = "" } = dossier.valeurs;
      return {
        numero,
        guichet: guichet && GUICHETS[guichet],
        origine: departement,
        porteur,
        intitule,
        montant: accorde,
        theme: THEMES.find((known) => known === theme),
        engage: engageAu(faitsDe(dossier), day),
        paye,
        fin,
        avancement,
      };
    });
}

/** Consolidated dossiers given up by a day after something was paid on them. */
export function abandonsConsolides(
  dossiers: readonly DossierConsolide[],
  day: Day,
): readonly Abandon[] {
  return dossiers.flatMap(({ valeurs }) => {
    const { numero = "", porteur = "", guichet = GUICHET_INCONNU, departement = "" } = valeurs;
    const { etat, paye = 0, date_abandon: le, date_decision = "" } = valeurs;
    const counts = etat === "Abandonné" && paye > 0 && (le ?? "") <= day && date_decision <= day;
    return counts ? [{ numero, porteur, guichet, origine: departement, paye, le }] : [];
  });
}
