import { formatEuros } from "../../src/rules/cents.js";
import { button, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";
import type { Fiche } from "./brouillon.js";
import { champ } from "./champ.js";
import { script, wordsOf } from "./scripts.js";
import type { Session } from "./session.js";

/**
 * A notified decision: shown, and changed only once it is reopened with a reason.
 *
 * @param load reads the dossier anew
 */
export function reouverture(
  session: Session,
  { numero, decision }: Fiche,
  load: () => Promise<void>,
): HTMLElement {
  const reason = champ("Motif de la réouverture (obligatoire)", element("textarea", { rows: 2 }));
  const reopen = button("Rouvrir la décision", () =>
    busy(reopen, "Réouverture…", async () => {
      const motif = reason.field.value.trim();
      reason.complain(motif ? "" : "Indiquez pourquoi la décision est rouverte.");
      if (!motif) return reason.field.focus();
      try {
        const answer = await script.rouvrir({ numero, motif });
        if (answer.kind !== "fait") return session.tell("erreur", wordsOf(answer));
        await session.reload();
        await load();
        const undo = button("Annuler cette réouverture", () =>
          busy(undo, "Annulation…", () => session.undo(answer.lot)),
        );
        session.tell("fait", answer.message, [undo]);
      } catch (error) {
        session.fail(error);
      }
    }),
  );
  const { avis, montant } = decision;
  const words = [avis, montant === undefined ? "" : formatEuros(montant), decision.motif]
    .filter((text) => text)
    .join(" · ");
  return element(
    "section",
    {},
    element("h3", {}, "Décision notifiée"),
    ...(words ? [element("p", {}, words)] : []),
    element(
      "p",
      { class: "message attention" },
      "Cette décision a été notifiée\u00a0: elle ne change plus, sauf à la rouvrir avec un motif, inscrit au journal.",
    ),
    reason.box,
    element("div", { class: "actions" }, reopen),
  );
}
