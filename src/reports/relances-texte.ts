import { STATUTS_AVANCEMENT } from "../dossiers/onglets.js";
import { formatEuros } from "../rules/cents.js";
import { formatDay } from "../rules/day.js";
import { formatAvancement } from "./avancement.js";
import type { Relance } from "./relances.js";

/**
 * A reminder to a lauréat, ready to be copied into a message: what it was granted, what is due since when,
 * what is already known.
 *
 * @param prefecture name under the text, or `""`
 */
export function texteRelance(relance: Relance, prefecture: string): string {
  const { numero, dossier, echeance, entreprises } = relance;
  const { intitule = "sans intitulé", montant_accorde, fin } = dossier.faits;
  const grant =
    montant_accorde === undefined
      ? "une subvention"
      : `une subvention de ${formatEuros(montant_accorde)}`;
  const due =
    echeance === undefined
      ? ""
      : ` Le prochain ${relance.statut === "retard" ? "était" : "est"} attendu pour le ${formatDay(echeance)}.`;
  const companies =
    entreprises.length === 0
      ? "aucune connue à ce jour"
      : `connues à ce jour\u00a0: ${entreprises
          .map(({ nom, departement }) => `${nom} (${departement ?? "département à préciser"})`)
          .join(", ")}`;
  const statuts = STATUTS_AVANCEMENT.map((statut) => statut.toLowerCase()).join(", ");
  return [
    `Objet\u00a0: état d’avancement de votre projet «\u00a0${intitule}\u00a0» (dossier ${numero})`,
    "",
    "Madame, Monsieur,",
    "",
    `Votre projet «\u00a0${intitule}\u00a0» a obtenu ${grant} du fonds «\u00a0Transformation numérique des collectivités territoriales\u00a0» (France Relance, axe 3). Un état d’avancement nous est dû au moins chaque trimestre.`,
    `${dernierRecu(relance)}${due}`,
    "",
    "Merci de nous indiquer\u00a0:",
    `- l’avancement du projet (${statuts}), son pourcentage et, s’il est bloqué, la raison\u00a0;`,
    `- la date de fin du projet (${fin === undefined ? "inconnue" : `prévue le ${formatDay(fin)}`} à ce jour)\u00a0;`,
    `- les entreprises payées avec cette subvention et le département de leur siège (${companies}).`,
    "",
    "Avec nos remerciements,",
    prefecture,
  ]
    .join("\n")
    .trimEnd();
}

function dernierRecu({ dernier, depuis }: Relance): string {
  if (dernier?.valeurs.date !== undefined) {
    return `Le dernier que nous ayons reçu date du ${formatDay(dernier.valeurs.date)} (${formatAvancement(dernier.valeurs)}).`;
  }
  return depuis === undefined
    ? "Nous n’en avons encore reçu aucun."
    : `Nous n’en avons encore reçu aucun depuis le ${formatDay(depuis)}.`;
}
