import { compter } from "../../dossiers/text.js";
import { planInformation, type ResumeInformation } from "../../reports/information.js";
import { formatEuros } from "../../rules/cents.js";
import type { ColonnesManquantes } from "../colonnes-requises.js";
import { nomLibre } from "../envois.js";
import type { Ports } from "../ports.js";
import { refus } from "../ports.js";
import { ouvrirComite } from "./lecture.js";
import type { ResultatOnglet } from "./protocole.js";

/** Name of the tab of a committee's regional list, without a version. */
export function nomInformation(day: string): string {
  return `Information régionale ${day}`;
}

/**
 * Makes the tab `Information régionale AAAA-MM-JJ` of a committee, where the guichet's document asks for it.
 *
 * @param comite name of the committee, or a day of decision `2021-07-06`
 */
export function faireInformation(
  ports: Ports,
  comite: string,
): ResultatOnglet | ColonnesManquantes {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const open = ouvrirComite(classeur, comite);
    if (open.kind !== "ouvert") return open;
    const nom = nomLibre(classeur, nomInformation(open.comite.date));
    const { plan, resume } = planInformation({
      nom,
      comite: open.comite,
      prefecture: open.prefecture,
      suivi: open.suivi,
    });
    if (!plan) return refus(pourquoiAucune(resume));
    classeur.remplacer(plan);
    return {
      kind: "fait",
      onglet: nom,
      message: `Onglet «\u00a0${nom}\u00a0»\u00a0: ${compter(resume.laureats, "lauréat", "lauréats")}, ${formatEuros(resume.total)}. À transmettre au niveau régional avant toute notification.`,
      avertissements: [...avertissements(resume), ...resume.manques],
    };
  });
}

function pourquoiAucune({ nonPrevus }: ResumeInformation): string {
  return nonPrevus.length > 0
    ? `Information du niveau régional avant notification\u00a0: non prévue par ${nonPrevus.join(", ")}. Seul le guide d’Île-de-France la demande, aux préfectures de département. Rien n’a été modifié.`
    : "Ce comité n’a retenu aucun dossier\u00a0: il n’y a rien à transmettre. Rien n’a été modifié.";
}

function avertissements({ dejaNotifies, nonPrevus }: ResumeInformation): readonly string[] {
  return [
    ...(dejaNotifies.length > 0
      ? [
          `Déjà notifiés, alors que l’information du niveau régional vient avant\u00a0: ${dejaNotifies.join(", ")}.`,
        ]
      : []),
    ...(nonPrevus.length > 0
      ? [`Non prévue pour ${nonPrevus.join(", ")}\u00a0: ces dossiers n’y sont pas.`]
      : []),
  ];
}
