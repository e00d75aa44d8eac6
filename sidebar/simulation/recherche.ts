import { bilanDe, type ChoixPropose, chercherScenario, mesure } from "../../src/rules/scenario.js";
import { button, element } from "../kit/element.js";
import { tell } from "../kit/message.js";
import { mener } from "./chercher.js";
import { type Brouillon, peser, saisieIllisible } from "./etat.js";
import { euros, phraseBilan, quantite } from "./formats.js";
import type { Session } from "./session.js";

/** A search that was stopped before its end, and what it was about. */
export interface Recherche {
  readonly search: Generator<ChoixPropose, ChoixPropose>;
  readonly sujet: string;
}

/** The button that looks for the best choice, what it says meanwhile, and the button that stops it. */
export function boutonChercher(session: Session): HTMLElement {
  const { recherche } = session;
  let stopped = false;
  const state = element("span", { class: "note" });
  const stop = button("Arrêter", () => {
    stopped = true;
  });
  const begin = button("Proposer le meilleur choix", () => run(fresh(session)), {
    class: "principal",
  });
  const further = button("Chercher encore 10 s", () => run(recherche ?? fresh(session)));
  const line = element("div", { class: "actions" }, begin, ...(recherche ? [further] : []), state);

  const run = async (asked: Recherche | undefined) => {
    if (!asked) return;
    const current = asked.sujet === sujetDe(session) ? asked : fresh(session);
    if (!current) return;
    tell("", "");
    line.replaceChildren(stop, state);
    stop.focus();
    const { choix, fini } = await mener(
      current.search,
      () => stopped,
      ({ bilan }) => {
        state.textContent = `Recherche… ${phraseBilan(bilan)} pour l’instant.`;
      },
    );
    session.recherche = fini ? undefined : current;
    adopt(session, choix);
  };
  return line;
}

/** What a search is about: another amount or another position is another search. */
function sujetDe({ brouillon: { lignes, objectif, enveloppe } }: Session): string {
  return JSON.stringify([lignes.map(peser), objectif, enveloppe]);
}

function fresh(session: Session): Recherche | undefined {
  const { lignes, objectif, enveloppe } = session.brouillon;
  const wrong = saisieIllisible(session.brouillon) ?? sansMesure(session.brouillon);
  if (wrong !== undefined || enveloppe === undefined) {
    tell("erreur", wrong ?? "");
    return undefined;
  }
  const search = chercherScenario(lignes.map(peser), objectif, enveloppe);
  return { search, sujet: sujetDe(session) };
}

/** Why there is nothing to make larger: no dossier has what is looked for. */
function sansMesure({ lignes, objectif }: Brouillon): string | undefined {
  if (lignes.some((ligne) => mesure(objectif, bilanDe([peser(ligne)])) > 0)) return undefined;
  return objectif === "Score"
    ? "Aucun de ces dossiers n’a de score\u00a0: notez-les dans le comité, ou choisissez autre chose à rendre le plus grand possible."
    : "Aucun de ces dossiers n’a de population\u00a0: complétez-la, ou choisissez autre chose à rendre le plus grand possible.";
}

function adopt(session: Session, choix: ChoixPropose): void {
  if (!choix.depasse) {
    const taken = new Set(choix.retenus);
    for (const ligne of session.brouillon.lignes) {
      ligne.retenu = taken.has(ligne.dossier.numero);
    }
    session.brouillon.change = true;
  }
  session.redraw();
  const { ton, message } = verdict(session, choix);
  tell(ton, message);
  session.verdict = message;
}

/** What is proven of a choice: never called the best where it is not. */
function verdict(
  { brouillon }: Session,
  { bilan, borne, prouve, depasse }: ChoixPropose,
): { ton: "fait" | "attention" | "erreur"; message: string } {
  const { objectif, enveloppe } = brouillon;
  if (depasse) {
    return {
      ton: "erreur",
      message: `Les dossiers imposés coûtent ${euros(bilan.montant)}, plus que l’enveloppe de ${euros(enveloppe)}\u00a0: rien n’a été cherché. Libérez-en ou relevez l’enveloppe.`,
    };
  }
  if (prouve) {
    return {
      ton: "fait",
      message: `Choix optimal, démontré\u00a0: ${phraseBilan(bilan)}. Aucun autre choix ne dépasse ${quantite(objectif, borne)} sous ${euros(enveloppe)}.`,
    };
  }
  const own = mesure(objectif, bilan);
  const gap = own === 0 ? "" : ` (${percent((borne - own) / own)} de plus)`;
  return {
    ton: "attention",
    message: `Meilleur choix trouvé, sans preuve qu’il n’y en ait pas de meilleur\u00a0: ${phraseBilan(bilan)}. Aucun choix ne peut dépasser ${quantite(objectif, borne)}${gap}.`,
  };
}

function percent(share: number): string {
  const text = (Math.ceil(share * 100_000) / 1_000).toString().replace(".", ",");
  return `au plus ${text}\u00a0%`;
}
