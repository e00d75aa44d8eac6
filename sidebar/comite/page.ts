import { button, byId, element } from "../kit/element.js";
import { messageOf, type Ton, tell, tellWithActions } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { apres } from "./apres.js";
import { colonnesManquantes } from "./colonnes-manquantes.js";
import { dossier } from "./dossier.js";
import { inscription } from "./inscription.js";
import { liste } from "./liste.js";
import { propositions } from "./propositions.js";
import { listenToKeys } from "./raccourcis.js";
import { script } from "./scripts.js";
import { seance } from "./seance.js";
import { type Ouvert, Session, type Vue } from "./session.js";

const STEPS: readonly { readonly vue: Vue; readonly label: string }[] = [
  { vue: "seance", label: "Séance" },
  { vue: "agenda", label: "Ordre du jour" },
  { vue: "propositions", label: "Propositions" },
  { vue: "apres", label: "Après la séance" },
];

const session = new Session({ paint, tell: say });

/** Draws the current screen; the focus goes to what it marks, else to its heading. */
function paint(): void {
  const shown = session.comite ? session.vue : "seance";
  const waiting = shown !== session.vue && session.etat?.kind === "ouvert";
  tell("attention", waiting ? "Créez ou choisissez d’abord un comité." : "");
  byId("comite").textContent = session.comite?.nom ?? "Aucun comité ouvert";
  byId("etapes").replaceChildren(
    ...STEPS.map(({ vue, label }) =>
      button(label, () => session.show(vue), {
        "aria-current": (vue === shown || (vue === "agenda" && ofAgenda(shown))) && "page",
      }),
    ),
  );
  byId("vue").replaceChildren(screen());
  const view = byId("vue");
  const start = view.querySelector<HTMLElement>("[data-debut]") ?? view.querySelector("h2");
  start?.focus();
}

const ofAgenda = (vue: Vue) => vue === "dossier" || vue === "inscription";

function screen(): HTMLElement {
  const { etat } = session;
  if (etat?.kind === "colonnes") return missingColumns(etat.message, etat.titres);
  if (etat?.kind !== "ouvert") return closed(etat?.message ?? "");
  return session.vue === "seance" || !session.comite
    ? seance(session, etat)
    : screenOf(session.vue, etat);
}

function screenOf(vue: Vue, ouvert: Ouvert): HTMLElement {
  if (vue === "dossier" && session.numero) return dossier(session, session.numero);
  if (vue === "inscription") return inscription(session, ouvert);
  if (vue === "propositions") return propositions(session);
  if (vue === "apres") return apres(session);
  return liste(session);
}

/** What stands in the way of a committee, and a way to look again. */
function closed(message: string): HTMLElement {
  const again = button("Réessayer", () => busy(again, "Lecture…", open), { class: "principal" });
  return element(
    "section",
    {},
    element("h2", { tabindex: -1 }, "Comité non ouvert"),
    element("p", { class: "message erreur" }, message),
    element("div", { class: "actions" }, again),
  );
}

function missingColumns(message: string, titres: readonly string[]): HTMLElement {
  const ajouter = async (): Promise<void> => {
    try {
      const answer = await script.colonnes({});
      if (answer.kind !== "fait") return say("erreur", answer.message);
      await open();
    } catch (error) {
      say("erreur", messageOf(error));
    }
  };
  return element(
    "section",
    {},
    element("h2", { tabindex: -1 }, "Colonnes à ajouter"),
    ...colonnesManquantes({ combien: titres.length, message, ajouter, relire: open }),
  );
}

/** Says something above the screen, which stays where it is while somebody types in it. */
function say(kind: Ton, text: string, actions: readonly Node[] = []): void {
  tellWithActions(kind, text, actions);
  if (!document.activeElement?.matches("input, select, textarea")) {
    byId("message").scrollIntoView({ block: "nearest" });
  }
}

async function open(): Promise<void> {
  try {
    await session.reload();
  } catch (error) {
    session.etat = { kind: "refus", message: messageOf(error) };
  }
  paint();
}

listenToKeys(session);
void open();
