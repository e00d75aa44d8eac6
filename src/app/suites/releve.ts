import { compter } from "../../dossiers/text.js";
import { planReleve, type ResumeReleve } from "../../reports/releve.js";
import { dossiersDuComite } from "../../reports/releve-comite.js";
import { formatEuros } from "../../rules/cents.js";
import type { ColonnesManquantes } from "../colonnes-requises.js";
import { nomLibre } from "../envois.js";
import { ambiguites } from "../lire-suivi.js";
import type { Ports } from "../ports.js";
import { notifications, ouvrirComite } from "./lecture.js";
import type { ResultatOnglet } from "./protocole.js";

/**
 * Makes the tab `Relevé AAAA-MM-JJ` of a committee, in place of the former one; one that was sent stays, and
 * the next version is made beside it.
 *
 * @param comite name of the committee, or a day of decision `2021-07-06`
 */
export function faireReleve(ports: Ports, comite: string): ResultatOnglet | ColonnesManquantes {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const open = ouvrirComite(classeur, comite);
    if (open.kind !== "ouvert") return open;
    const nom = nomLibre(classeur, `Relevé ${open.comite.date}`);
    const { plan, resume } = planReleve({
      nom,
      comite: open.comite,
      prefecture: open.prefecture,
      notification: notifications(open, open.comite, dossiersDuComite(open.suivi, open.comite)),
      suivi: open.suivi,
    });
    classeur.remplacer(plan);
    return {
      kind: "fait",
      onglet: nom,
      message: phrase(nom, resume),
      avertissements: [...resume.manques, ...ambiguites(open.onglet)],
    };
  });
}

function phrase(nom: string, { compte, total, manques }: ResumeReleve): string {
  const parts = [
    `${compter(compte.favorable, "avis favorable", "avis favorables")} (${formatEuros(total)})`,
    compter(compte.defavorable, "défavorable", "défavorables"),
    compter(compte.ajourne, "ajourné", "ajournés"),
    ...(compte.sans_suite > 0 ? [`${compte.sans_suite} sans suite`] : []),
    ...(compte.sans_decision > 0 ? [`${compte.sans_decision} sans décision`] : []),
  ];
  const gaps = compter(manques.length, "point à compléter", "points à compléter");
  return `Onglet «\u00a0${nom}\u00a0»\u00a0: ${parts.join(", ")}. ${gaps}.`;
}
