import { formatCitation } from "../rules/citation.js";
import { formatDay, nameOfMonth } from "../rules/day.js";
import type { EcheanceComite } from "../rules/echeance.js";
import { typeset } from "../rules/typographie.js";
import { compter, nommer, quoted } from "./text.js";

/** When the next committee is due, as a référent reads it, with its source. */
export function phraseEcheance(echeance: EcheanceComite): string {
  return typeset(`${phrase(echeance)} ${formatCitation(echeance.source)}`);
}

/** How many committees are named. */
const NOMMES = 3;

/**
 * What to do about committees that were prepared for a day that is over.
 *
 * @param noms at least one
 * @example phrasePrepares(["Comité de juin"]) // "« Comité de juin » est préparé, sans décision : s’il a eu lieu, passez-le à « tenu »."
 */
export function phrasePrepares(noms: readonly string[]): string {
  const named = nommer(noms.map(quoted), NOMMES);
  return typeset(
    noms.length > 1
      ? `${named} sont préparés, sans décision : s’ils ont eu lieu, passez-les à « tenu ».`
      : `${named} est préparé, sans décision : s’il a eu lieu, passez-le à « tenu ».`,
  );
}

/** Where there is no day to give. */
const SANS_DATE = {
  non_prevu: "Calendrier des comités non prévu par le document.",
  passe: "Les comités annoncés ont eu lieu, aucun autre n’est prévu.",
  attente: "Aucun dossier en attente d’un comité.",
} as const;

function phrase(echeance: EcheanceComite): string {
  if (!("date" in echeance)) return SANS_DATE[echeance.kind];
  const { kind, date, due, attendus } = echeance;
  const waiting = compter(attendus, "dossier en attente", "dossiers en attente");
  const day = formatDay(date);
  if (kind === "releve") {
    return `${due ? "Comité attendu depuis le" : "Comité à tenir après le"} relevé du ${day}, ${waiting}.`;
  }
  if (kind === "annonce") {
    const month = nameOfMonth(date.slice(0, 7));
    return `Comité annoncé en ${month}${due ? ", pas encore tenu" : ""}, ${waiting}.`;
  }
  const when = due ? `Comité attendu depuis le ${day}` : `Prochain comité le ${day} au plus tard`;
  if (kind === "nombre") return `${when} : ${echeance.seuil} dossiers déposés, ${waiting}.`;
  const from = echeance.dernier
    ? `le dernier comité, ${formatDay(echeance.dernier)}`
    : "le premier dépôt en attente (notre lecture, aucun comité n’ayant été tenu)";
  return `${when} : ${echeance.seuil} mois après ${from}, ${waiting}.`;
}
