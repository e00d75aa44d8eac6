import type { LaureatSuivi } from "../../src/app/suivi/protocole.js";
import { formatDay } from "../../src/rules/day.js";
import { button, element, labelled } from "../kit/element.js";
import { tell } from "../kit/message.js";
import { script } from "./scripts.js";
import { boutonEnregistrer, type Session } from "./session.js";

/** The reminder to copy, and passing over a due date with its reason. */
export function relance(session: Session, laureat: LaureatSuivi): HTMLElement {
  const text = element("textarea", { class: "relance", readonly: true }, laureat.relance);
  const copy = button("Copier le texte", () => copier(text), { class: "principal" });
  return element(
    "section",
    { "aria-label": "Relance" },
    labelled("texte", "Texte de la relance", text),
    element("div", { class: "actions" }, copy),
    ...reporter(session, laureat),
  );
}

async function copier(text: HTMLTextAreaElement): Promise<void> {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    tell("fait", "Texte copié.");
  } catch {
    tell(
      "erreur",
      "Le navigateur refuse la copie\u00a0: le texte est sélectionné, faites Ctrl + C.",
    );
  }
}

function reporter(session: Session, { numero, echeance }: LaureatSuivi): readonly HTMLElement[] {
  if (echeance === undefined) return [];
  const motif = session.champ("report.motif", element("textarea", {}));
  const keep = boutonEnregistrer(session, "Passer cette échéance", "report.", () => {
    if (motif.value.trim() === "") {
      tell("erreur", "Dites pourquoi cette échéance est passée.");
      motif.focus();
      return undefined;
    }
    return script.reporter({ numero, echeance, motif: motif.value.trim() });
  });
  return [
    element("h2", {}, `Passer l’échéance du ${formatDay(echeance)}`),
    element(
      "p",
      { class: "note" },
      "La suivante viendra trois mois plus tard. Le motif est gardé dans l’onglet «\u00a0Relances\u00a0».",
    ),
    labelled("motif", "Motif", motif),
    element("div", { class: "actions" }, keep),
  ];
}
