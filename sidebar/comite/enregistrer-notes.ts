import { announce } from "../kit/annonce.js";
import { button, element } from "../kit/element.js";
import { messageOf } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import type { Fiche } from "./brouillon.js";
import { conflit } from "./conflit.js";
import type { Formulaire } from "./formulaire.js";
import { script, wordsOf } from "./scripts.js";
import type { Session } from "./session.js";

/**
 * The button that records the scores alone, and what came of it.
 *
 * @param load reads the dossier anew, what was typed stays
 */
export function enregistrerNotes(
  session: Session,
  shown: Fiche,
  form: Formulaire,
  load: () => Promise<void>,
): HTMLElement {
  const outcome = element("div", {});
  const say = (text: string, ...more: Node[]): void => {
    outcome.replaceChildren(element("div", { class: "message erreur" }, text, ...more));
    announce(text);
  };
  const keep = button("Enregistrer les notes seules", () =>
    busy(keep, "Enregistrement…", async () => {
      const { notes, erreurs } = form.controle();
      const wrong = Object.entries(erreurs).find(([champ]) => champ.startsWith("note-"));
      if (wrong) return say(`Notes non enregistrées\u00a0: ${wrong[1]}`);
      try {
        const typed = form.lire().notes;
        const { numero, vu } = shown;
        const answer = await script.noter({ numero, comite: session.nomComite, vu, notes });
        if (answer.kind === "change") return say(answer.message, ...conflit(answer, load));
        if (answer.kind !== "fait") return say(wordsOf(answer));
        session.brouillons.noted(numero, typed);
        await load();
        session.tell("fait", answer.message);
        document.getElementById("titre-decision")?.focus();
      } catch (error) {
        say(messageOf(error));
      }
    }),
  );
  return element("div", {}, element("div", { class: "actions" }, keep), outcome);
}
