import { isEmpty } from "../dossiers/cell.js";
import { readEuros } from "../dossiers/numbers.js";
import { readOneOf, spellingsOf } from "../dossiers/readers.js";
import { lire, SaisieInvalide } from "../dossiers/saisie.js";
import { readEtat } from "../dossiers/vocabulary.js";
import type { Cents } from "../rules/cents.js";
import { consomme, ETAPES, type Etape, type LigneEnveloppe } from "../rules/enveloppe.js";
import { flatten } from "./broadcast.js";
import type { Argument, Parameter } from "./types.js";

export const CONSOMME_PARAMETERS: readonly Parameter[] = [
  { name: "montants", help: "Plage des montants accordés, en euros." },
  { name: "etats", help: "Plage des états des dossiers, de même taille." },
  {
    name: "etape",
    help: "Facultatif. « accordé », « engagé » ou « payé ». Par défaut : accordé.",
    optional: true,
  },
  {
    name: "paiements",
    help: "Facultatif. Plage des montants payés, de même taille ; nécessaire pour « payé » et pour les dossiers abandonnés.",
    optional: true,
  },
];

const readEtape = readOneOf<Etape>(
  spellingsOf({ accordé: ["accorde", "accordee"], engagé: ["engagee"], payé: ["payee"] }),
  `une étape\u00a0: ${ETAPES.join(", ")}`,
);

/**
 * What rows of a sheet consume at a stage.
 *
 * @throws SaisieInvalide where a cell is malformed, ranges differ in size, or payments are needed and
 * left out
 */
export function consommeIn([montants, etats, etape, paiements]: readonly Argument[]): Cents {
  const amounts = flatten(montants);
  const states = flatten(etats);
  const paid = isLeftOut(paiements) ? undefined : flatten(paiements);
  refuseSize("etats", states.length, amounts.length);
  if (paid) refuseSize("paiements", paid.length, amounts.length);
  const stage = lire("etape", flatten(etape)[0] ?? "", readEtape) ?? "accordé";
  const lignes = amounts.map((amount, index): LigneEnveloppe => {
    const place = `ligne ${index + 1}`;
    return {
      montant: lire(`montants, ${place}`, amount, readEuros) ?? 0,
      etat: lire(`etats, ${place}`, states[index] ?? "", readEtat),
      paye: lire(`paiements, ${place}`, paid?.[index] ?? "", readEuros) ?? 0,
    };
  });
  if (!paid) refuseMissingPayments(lignes, stage);
  return consomme(lignes, stage);
}

function isLeftOut(argument: Argument): boolean {
  return argument === undefined || (typeof argument !== "object" && isEmpty(argument));
}

function refuseSize(name: string, size: number, expected: number): void {
  if (size === expected) return;
  throw new SaisieInvalide(
    `${name}\u00a0: lu ${size} cellules, attendu ${expected} comme montants.`,
  );
}

function refuseMissingPayments(lignes: readonly LigneEnveloppe[], etape: Etape): void {
  if (etape === "payé") {
    throw new SaisieInvalide("paiements\u00a0: plage nécessaire pour l’étape «\u00a0payé\u00a0».");
  }
  const abandoned = lignes.findIndex(({ etat }) => etat === "Abandonné");
  if (abandoned >= 0) {
    throw new SaisieInvalide(
      `paiements\u00a0: plage nécessaire, la ligne ${abandoned + 1} est abandonnée et compte pour ce qui lui a été payé.`,
    );
  }
}
