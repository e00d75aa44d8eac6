import { CHAMPS } from "../dossiers/champs.js";
import { formatEuros, roundToCents } from "../rules/cents.js";
import type { Champ } from "../rules/dossier.js";
import { formatPoints, pointsOfShare } from "../rules/points.js";
import { type Brut, texteBrut } from "./brut.js";
import type { Changement } from "./journal.js";

/** Contacts stay in the workbook's own cells: the Journal says that they changed, not what they are. */
const PERSONNELS: ReadonlySet<Champ> = new Set([
  "contact",
  "courriel",
  "telephone",
  "contact_operationnel",
]);

/** A value of a field as the Journal writes it. @example texteDeChamp("montant_accorde", 12000) // "12 000 €" */
export function texteDeChamp(champ: Champ, brut: Brut): string {
  if (typeof brut !== "number") return texteBrut(brut);
  const { kind } = CHAMPS[champ];
  const cents = kind === "euro" ? roundToCents(brut) : undefined;
  if (cents !== undefined) return formatEuros(cents);
  return kind === "rate" ? formatPoints(pointsOfShare(brut)) : texteBrut(brut);
}

/** The line of the Journal for a field that changed. */
export function changementDe(numero: string, champ: Champ, avant: Brut, apres: Brut): Changement {
  const { titre } = CHAMPS[champ];
  if (PERSONNELS.has(champ)) {
    return { numero, champ: titre, avant: "", apres: "modifié (donnée personnelle non consignée)" };
  }
  return {
    numero,
    champ: titre,
    avant: texteDeChamp(champ, avant),
    apres: texteDeChamp(champ, apres),
  };
}
