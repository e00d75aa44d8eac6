import type {
  DemandeDecision,
  LigneAgenda,
  ResultatDecision,
} from "../../src/app/comite/protocole.js";
import { ETAT_PAR_AVIS } from "../../src/rules/avis.js";
import { announce } from "../kit/annonce.js";
import { button, element } from "../kit/element.js";
import { messageOf } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { prochainADecider } from "./agenda.js";
import type { Fiche } from "./brouillon.js";
import { conflit } from "./conflit.js";
import type { Formulaire } from "./formulaire.js";
import { script } from "./scripts.js";
import type { Session } from "./session.js";

/**
 * The button that records the decision with its scores, and what came of it.
 *
 * @param load reads the dossier anew, what was typed stays
 */
export function enregistrerDecision(
  session: Session,
  shown: Fiche,
  form: Formulaire,
  load: () => Promise<void>,
): HTMLElement {
  const outcome = element("div", {
    id: "resultat",
    tabindex: -1,
    role: "group",
    "aria-label": "Résultat de l’enregistrement",
  });
  const say = (kind: string, text: string, ...more: Node[]): void => {
    outcome.replaceChildren(element("div", { class: `message ${kind}` }, text, ...more));
    announce(text);
  };
  const decide = button("Enregistrer la décision", () => void record(), {
    class: "principal",
    id: "enregistrer",
    "aria-keyshortcuts": "Control+Enter",
    "aria-describedby": "controles",
  });

  async function record(): Promise<void> {
    const { saisie, notes, manques } = form.controle();
    if (!saisie) {
      say("erreur", `La décision n’est pas enregistrée. ${manques.map((m) => m.phrase).join(" ")}`);
      return form.focusManque();
    }
    const typed = form.lire();
    await busy(decide, "Enregistrement…", async () => {
      const demande: DemandeDecision = {
        numero: shown.numero,
        comite: session.nomComite,
        vu: shown.vu,
        ...(shown.acquis && { acquis: shown.acquis }),
        decision: saisie,
        notes,
      };
      try {
        const result = await script.decider(demande);
        if (result.kind !== "fait") return refused(result);
        if (form.lire() === typed) session.brouillons.drop(shown.numero);
        const accorde = saisie.avis === "favorable" ? saisie.montant : undefined;
        done(session, shown.numero, result, { etat: ETAT_PAR_AVIS[saisie.avis], accorde });
      } catch (error) {
        say("erreur", messageOf(error));
        outcome.focus();
      }
    });
  }

  function refused(result: Exclude<ResultatDecision, { kind: "fait" }>): void {
    if (result.kind === "refusee") {
      const lines = result.raisons.map((raison) => element("li", {}, raison));
      say("erreur", "La décision n’est pas enregistrée\u00a0:", element("ul", {}, ...lines));
      announce(`La décision n’est pas enregistrée. ${result.raisons.join(" ")}`);
    } else if (result.kind === "change") {
      say("attention", result.message, ...conflit(result, load));
    } else {
      say("erreur", result.message);
    }
    outcome.focus();
  }

  return element("div", {}, element("div", { class: "actions" }, decide), outcome);
}

/** Goes on after a decision: says what was done, offers to undo it and to go on with the next. */
function done(
  session: Session,
  numero: string,
  { message, lot, enveloppe }: Extract<ResultatDecision, { kind: "fait" }>,
  changes: Pick<LigneAgenda, "etat" | "accorde">,
): void {
  session.decided(numero, changes, enveloppe);
  const here = session.vue === "dossier" && session.numero === numero;
  if (here) session.show("dossier");
  const next = prochainADecider(session.lignes, numero);
  const undo = button("Annuler cette décision", () =>
    busy(undo, "Annulation…", () => session.undo(lot)),
  );
  const onward = next
    ? button(`Dossier suivant\u00a0: ${next.numero}`, () => session.showDossier(next.numero), {
        class: "principal",
      })
    : button("Ordre du jour", () => session.show("agenda"), { class: "principal" });
  session.tell("fait", message, [onward, undo]);
  if (here) onward.focus();
}
