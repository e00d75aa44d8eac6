import { type Cents, formatAmount, formatEuros } from "../../src/rules/cents.js";
import type { CadreDecision } from "../../src/rules/decision.js";
import { announce } from "../kit/annonce.js";
import { element } from "../kit/element.js";
import { lireMontant } from "../kit/lecture.js";
import { avecMontant, avecTaux } from "./brouillon.js";
import { champ } from "./champ.js";
import type { Controle } from "./controle.js";
import type { EnSaisie } from "./en-saisie.js";
import { raccourcisMontant } from "./raccourcis-montant.js";

/** The amount and the rate of a grant, side by side, and the figures at hand. */
export interface MontantEtTaux {
  readonly boxes: readonly HTMLElement[];
  /** Says under each what can't be read. */
  readonly complain: (erreurs: Controle["erreurs"]) => void;
}

/** Links the amount and the rate: typing one changes the other, where the rule gives a base to count on. */
export function montantEtTaux(cadre: CadreDecision, { lire, changer }: EnSaisie): MontantEtTaux {
  const field = (key: "montant" | "taux", label: string, help: string) =>
    champ(
      label,
      element("input", {
        type: "text",
        inputmode: "decimal",
        autocomplete: "off",
        value: lire()[key],
        id: key,
      }),
      help,
    );
  const montant = field("montant", "Montant (€)", "Par exemple 12\u00a0000,50");
  const taux = field("taux", "Taux (%)", aideTaux(cadre));
  taux.field.readOnly = cadre.base === undefined;
  montant.field.addEventListener("input", () => {
    changer(avecMontant(lire(), cadre, montant.field.value));
    taux.field.value = lire().taux;
  });
  taux.field.addEventListener("input", () => {
    changer(avecTaux(lire(), cadre, taux.field.value));
    montant.field.value = lire().montant;
  });
  montant.field.addEventListener("change", () => {
    const read = lireMontant(montant.field.value);
    if (read.valeur === undefined) return;
    montant.field.value = formatAmount(read.valeur);
    changer({ montant: montant.field.value });
  });
  const fill = (cents: Cents): void => {
    montant.field.value = formatAmount(cents);
    montant.field.dispatchEvent(new Event("input"));
    montant.field.focus();
    const rate = lire().taux;
    announce(`Montant ${formatEuros(cents)}${rate ? `, taux ${rate}` : ""}.`);
  };
  return {
    boxes: [
      element("div", { class: "cote-a-cote" }, montant.box, taux.box),
      raccourcisMontant(cadre, fill),
    ],
    complain: (erreurs) => {
      montant.complain(erreurs.montant ?? "");
      taux.complain(erreurs.taux ?? "");
    },
  };
}

/** What the rate is a share of, or why there is none. */
function aideTaux({ base, taux }: CadreDecision): string {
  if (base !== undefined) return `Du coût de ${formatEuros(base)}`;
  return taux ? "Coût absent ou illisible\u00a0: pas de taux" : "Sans objet ici";
}
