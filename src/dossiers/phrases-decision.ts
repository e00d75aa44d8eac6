import type { CodeDecision, Constat } from "../rules/decision.js";
import { typeset } from "../rules/typographie.js";
import { remplir } from "./phrases.js";

/** The one place where what a check of a decision finds becomes a French sentence. */
const PHRASES: Readonly<Record<CodeDecision, string>> = {
  MONTANT_ABSENT: "Un avis favorable demande un montant, supérieur à 0 €.",
  PLAFOND: "Montant de {montant} au-delà du plafond de {plafond}.",
  TAUX_BAS: "Montant de {montant} en dessous du taux minimum de {min}, soit {plancher}.",
  DEMANDE: "Montant de {montant} supérieur à la subvention demandée, {demande}.",
  RESTE_A_FINANCER:
    "Montant de {montant} supérieur au reste à financer : {reste} ({cout} de coût total, {autres} d’autres financements).",
  PART_COLLECTIVITES:
    "Montant de {montant} supérieur à la part des collectivités dans le coût, {part} : elle seule est finançable.",
  ENVELOPPE:
    "Montant de {montant}, il reste {reste} dans l’enveloppe ({consomme} accordés sur {total}) : elle serait dépassée de {depassement}.",
  EXCEPTION_NON_PREVUE:
    "Aucune exception n’est prévue pour ce thème et cette population : décochez-la.",
  EXCEPTION_SANS_MOTIF: "L’exception (jusqu’à {max}) demande un motif.",
  MOTIF_ABSENT: "Un avis {avis} demande un motif.",
  DEROGATION_ABSENTE:
    "Dossier inéligible : un avis favorable demande une dérogation motivée, qui restera visible dans la colonne « Motif ».",
  DEROGATION: "Dossier inéligible, retenu par dérogation : le motif restera visible.",
  A_VERIFIER: "Des points restent à vérifier sur ce dossier : il peut être décidé tel quel.",
  TAUX_INDICATIF:
    "Montant de {montant} en dessous du taux minimum de {min}, soit {plancher} (notre lecture du texte).",
  PLAFOND_INCONNU:
    "Plafond inconnu (taux, coût ou population non établis) : le montant n’a pas pu y être comparé.",
  DEMANDE_INCONNUE: "Subvention demandée non renseignée : le montant n’a pas pu y être comparé.",
  ENVELOPPE_INCONNUE:
    "Enveloppe non prévue par les documents et non fixée dans Paramètres (clé enveloppe) : elle n’est pas contrôlée.",
  EXCEPTION_INUTILE: "L’exception n’est pas nécessaire : le plafond ordinaire est de {plafond}.",
};

/** Every sentence of a decision's checks as the help shows them, `…` in place of the figures. */
export const PHRASES_DECISION: readonly string[] = Object.values(PHRASES).map((phrase) =>
  typeset(phrase).replace(/\{\w+\}/g, "…"),
);

/** The rate behind a ceiling, where the amount has one. */
const PLAFOND_AU_TAUX =
  "Montant de {montant} au-delà du plafond de {plafond}, au taux maximum de {max}.";

/**
 * What a check of a decision found, as a référent reads it: a sentence with the figures, then the source.
 *
 * @example "Montant de 8 000 €, il reste 5 000 € dans l’enveloppe (…) : elle serait dépassée de 3 000 €. (HDF, « 1. Cadrage général »)"
 */
export function phraseDecision({ code, chiffres, source }: Constat): string {
  const template = code === "PLAFOND" && chiffres.max ? PLAFOND_AU_TAUX : PHRASES[code];
  const sentence = remplir(template, chiffres);
  return source === undefined || source === "" ? sentence : `${sentence} ${source}`;
}
