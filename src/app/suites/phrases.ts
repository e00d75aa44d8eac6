import { formatEuros } from "../../rules/cents.js";
import { formatCitation } from "../../rules/citation.js";
import { type Day, formatDay } from "../../rules/day.js";
import type { Guichet } from "../../rules/guichet.js";
import type { AvisSuite, EtatSuite, RefusSuite } from "../../rules/suites.js";
import type { EcheanceNotification } from "../../rules/suites-notification.js";
import { typeset } from "../../rules/typographie.js";

const quand = (jour: Day | undefined) => (jour === undefined ? "" : ` le ${formatDay(jour)}`);

/** Why a dossier can't go to a state, in French. */
export function phraseRefus(refus: RefusSuite): string {
  switch (refus.code) {
    case "PAS_LAUREAT": {
      const now =
        refus.etat === undefined ? "le dossier n’a pas d’état" : `le dossier est « ${refus.etat} »`;
      const how = refus.vers === "Abandonné" ? "" : ` avant « ${refus.vers} »`;
      return typeset(`${now} : il faut d’abord qu’il soit retenu par un comité${how}.`);
    }
    case "DEJA":
      return typeset(`le dossier est déjà « ${refus.etat} »${quand(refus.jour)}.`);
    case "ORDRE": {
      const next =
        refus.suivant === undefined
          ? "aucune étape ne suit"
          : `l’étape suivante est « ${refus.suivant} »`;
      return typeset(`le dossier est « ${refus.etat} » : ${next}, pas « ${refus.vers} ».`);
    }
    case "SANS_DATE":
      return typeset(`la date de « ${refus.vers} » manque.`);
    case "FUTUR":
      return typeset(
        `« ${refus.vers} » le ${formatDay(refus.jour)} : cette date est après aujourd’hui, ${formatDay(refus.aujourdhui)}.`,
      );
    case "AVANT":
      return typeset(
        `« ${refus.vers} » le ${formatDay(refus.jour)} : cette date est avant « ${refus.precedent} », le ${formatDay(refus.depuis)}.`,
      );
    case "SANS_MONTANT":
      return typeset(
        `le montant accordé manque ou est nul : complétez-le avant « ${refus.vers} ».`,
      );
    case "SANS_PAIEMENT":
      return typeset(
        `aucun paiement daté au ${formatDay(refus.aujourdhui)} dans l’onglet « Paiements » : la date de « Payé » vient de là.`,
      );
  }
}

/** What is worth knowing of a change that was made, in French. */
export function phraseAvis(avis: AvisSuite): string {
  if (avis.code === "DATE_PRECEDENTE_ABSENTE") {
    return typeset(
      `la date de « ${avis.precedent} » manque : l’ordre des dates n’a pas pu être vérifié.`,
    );
  }
  const { paye, accorde } = avis;
  const gap = formatEuros(Math.abs(accorde - paye));
  const said = paye > accorde ? `${gap} de trop` : `${gap} de moins`;
  return typeset(
    `${formatEuros(paye)} payés (onglet « Paiements ») pour ${formatEuros(accorde)} accordés, soit ${said}.`,
  );
}

/** Who has to do it, where the document gives it to the région. */
export function avisRegion({ id, suites }: Guichet, vers: EtatSuite): string | undefined {
  const source = suites?.parLaRegion;
  return source && vers !== "Abandonné"
    ? typeset(`${id} : cette étape revient à la préfecture de région ${formatCitation(source)}.`)
    : undefined;
}

/** When a guichet's decisions are to be notified, with the source. */
export function phraseNotification(id: string, echeance: EcheanceNotification): string {
  switch (echeance.kind) {
    case "semaine":
      return typeset(
        `${id} : la semaine du ${formatDay(echeance.debut)} au ${formatDay(echeance.fin)} ${formatCitation(echeance.source)}`,
      );
    case "delai":
      return typeset(
        `${id} : au plus tard le ${formatDay(echeance.fin)}, ${echeance.jours} jours après le comité (réglage de la préfecture, clé notification.jours)`,
      );
    case "non_prevue":
      return typeset(`${id} : délai non prévu par le document`);
  }
}
