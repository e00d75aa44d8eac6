import type {
  DemandeDecision,
  Difference,
  LigneAgenda,
  ResultatChange,
  ResultatDecision,
} from "../../src/app/comite/protocole.js";
import type { Avis } from "../../src/rules/decision.js";
import type { Etat } from "../../src/rules/etat.js";
import { announce } from "../kit/annonce.js";
import { button, element } from "../kit/element.js";
import { messageOf } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { prochainADecider } from "./agenda.js";
import type { Fiche } from "./brouillon.js";
import type { Formulaire } from "./formulaire.js";
import { script, wordsOf } from "./scripts.js";
import type { Session } from "./session.js";

/** The state that each opinion puts a dossier in. */
const ETAT: Readonly<Record<Avis, Etat>> = {
  favorable: "Retenu",
  défavorable: "Non retenu",
  ajourné: "Ajourné",
};

/** Buttons that record what the screen of a dossier holds. */
export interface Enregistrement {
  /** Records the decision, and says there what came of it. */
  readonly box: HTMLElement;
  /** Records the scores alone. */
  readonly notes: HTMLElement;
}

/**
 * @param load reads the dossier anew, what was typed stays
 */
export function enregistrement(
  session: Session,
  shown: Fiche,
  form: Formulaire,
  load: () => Promise<void>,
): Enregistrement {
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
        done(session, shown.numero, result, { etat: ETAT[saisie.avis], accorde });
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
      say("attention", result.message, ...conflict(result, load));
    } else {
      say("erreur", result.message);
    }
    outcome.focus();
  }

  const noted = element("div", {});
  const sayOfNotes = (text: string, ...more: Node[]): void => {
    noted.replaceChildren(element("div", { class: "message erreur" }, text, ...more));
    announce(text);
  };
  const keepNotes = button("Enregistrer les notes seules", () =>
    busy(keepNotes, "Enregistrement…", async () => {
      const { notes, erreurs } = form.controle();
      const wrong = Object.entries(erreurs).find(([champ]) => champ.startsWith("note-"));
      if (wrong) return sayOfNotes(`Notes non enregistrées\u00a0: ${wrong[1]}`);
      try {
        const typed = form.lire().notes;
        const { numero, vu } = shown;
        const answer = await script.noter({ numero, comite: session.nomComite, vu, notes });
        if (answer.kind === "change") {
          return sayOfNotes(answer.message, ...conflict(answer, load));
        }
        if (answer.kind !== "fait") return sayOfNotes(wordsOf(answer));
        session.brouillons.noted(numero, typed);
        await load();
        session.tell("fait", answer.message);
        document.getElementById("titre-decision")?.focus();
      } catch (error) {
        sayOfNotes(messageOf(error));
      }
    }),
  );
  return {
    box: element("div", {}, element("div", { class: "actions" }, decide), outcome),
    notes: element("div", {}, element("div", { class: "actions" }, keepNotes), noted),
  };
}

/** What changed meanwhile, and the button that reads the dossier anew. */
function conflict(
  { differences: items }: ResultatChange,
  load: () => Promise<void>,
): readonly HTMLElement[] {
  const reload = button("Relire le dossier, garder ma saisie", () =>
    busy(reload, "Lecture…", async () => {
      await load();
      document.getElementById("titre-decision")?.focus();
      announce("Dossier relu. Votre saisie est gardée.");
    }),
  );
  return [differences(items), reload];
}

/** What was shown, and what stands there now, field by field. */
function differences(items: readonly Difference[]): HTMLElement {
  const lines = items.map(({ champ, vu, maintenant }) =>
    element(
      "li",
      {},
      element("strong", {}, champ),
      element("span", { class: "bloc" }, `affiché\u00a0: ${vu || "vide"}`),
      element("span", { class: "bloc" }, `maintenant\u00a0: ${maintenant || "vide"}`),
    ),
  );
  return element("ul", { class: "differences" }, ...lines);
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
