import type { FicheDossier, LigneAgenda } from "../../src/app/comite/protocole.js";
import { announce } from "../kit/annonce.js";
import { button, element } from "../kit/element.js";
import { latest } from "../kit/latest.js";
import { messageOf } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { filtrer, voisin } from "./agenda.js";
import type { Fiche } from "./brouillon.js";
import { brouillonAffiche } from "./brouillon-affiche.js";
import { titre } from "./champ.js";
import { criteres } from "./criteres.js";
import { enregistrerDecision } from "./enregistrer-decision.js";
import { enregistrerNotes } from "./enregistrer-notes.js";
import { avancementLabel } from "./etiquettes.js";
import { fiche } from "./fiche.js";
import { formulaire } from "./formulaire.js";
import { inscrire } from "./inscrire.js";
import { reouverture } from "./reouverture.js";
import { script } from "./scripts.js";
import type { Session } from "./session.js";

const ask = latest(({ numero, comite }: { numero: string; comite: string }) =>
  script.dossier(numero, comite),
);

/** The dossier that next and previous lead to: within what the agenda's lists keep, whatever was searched. */
export function voisinDe(session: Session, pas: 1 | -1): string | undefined {
  const kept = new Set(filtrer(session.lignes, { ...session.filtre, recherche: "" }));
  const lignes = session.lignes.filter(
    (ligne) => kept.has(ligne) || ligne.numero === session.numero,
  );
  return voisin(lignes, session.numero, pas)?.numero;
}

/** The screen of a dossier: at a glance, criteria, decision. */
export function dossier(session: Session, numero: string): HTMLElement {
  const heading = titre(`Dossier ${numero}`);
  const body = element("div", { "aria-busy": "true" }, element("p", {}, "Chargement du dossier…"));
  const load = async (): Promise<void> => {
    try {
      const answer = await ask({ numero, comite: session.nomComite });
      if (answer) showAnswer(session, answer, heading, body, load);
    } catch (error) {
      body.replaceChildren(failure(messageOf(error), load));
      announce(messageOf(error));
    }
    body.removeAttribute("aria-busy");
  };
  void load();
  return element("section", {}, steps(session, numero), heading, body);
}

function steps(session: Session, numero: string): HTMLElement {
  const { lignes } = session;
  const at = lignes.findIndex((ligne) => ligne.numero === numero);
  const go = (label: string, pas: 1 | -1, keys: string): HTMLElement => {
    const target = voisinDe(session, pas);
    return button(label, () => target && session.showDossier(target), {
      "aria-keyshortcuts": keys,
      disabled: target === undefined,
      title: keys === "Alt+ArrowUp" ? "Alt + ↑" : "Alt + ↓",
    });
  };
  return element(
    "div",
    { class: "actions serrees", role: "group", "aria-label": "D’un dossier à l’autre" },
    go("↑ Précédent", -1, "Alt+ArrowUp"),
    go("↓ Suivant", 1, "Alt+ArrowDown"),
    element(
      "span",
      { class: "note" },
      at < 0 ? "hors ordre du jour" : `${at + 1} sur ${lignes.length}`,
    ),
  );
}

function failure(message: string, retry: () => Promise<void>): HTMLElement {
  const again = button("Réessayer", () => busy(again, "Lecture…", retry));
  return element(
    "div",
    {},
    element("p", { class: "message erreur" }, message),
    element("div", { class: "actions" }, again),
  );
}

function showAnswer(
  session: Session,
  answer: FicheDossier,
  heading: HTMLElement,
  body: HTMLElement,
  load: () => Promise<void>,
): void {
  if (answer.kind === "refus") {
    body.replaceChildren(failure(answer.message, load));
    announce(answer.message);
    return;
  }
  body.replaceChildren(...contents(session, answer, load));
  if (document.activeElement === heading)
    announce([answer.porteur, `${answer.issue}.`].filter((text) => text !== "").join(", "));
}

function contents(session: Session, shown: Fiche, load: () => Promise<void>): readonly Node[] {
  const { numero } = shown;
  const ligne = session.lignes.find((line) => line.numero === numero);
  const who = element(
    "div",
    {},
    element("p", { class: "porteur" }, shown.porteur),
    element("p", { class: "sous-titre" }, shown.intitule),
    ...(ligne ? [avancementLabel(ligne)] : []),
  );
  const enSeance = ligne?.decide === true;
  const start = session.brouillons.start(shown, enSeance);
  const draft = element("div", {});
  const glance = fiche(shown, (other) => session.showDossier(other));
  const discard = button("Abandonner ma saisie", () => abandon(session, shown, enSeance));
  const showDraft = (): void =>
    draft.replaceChildren(...brouillonAffiche(session.brouillons.etat(shown), discard));
  showDraft();
  if (shown.verrouille) return [who, draft, ...glance, reouverture(session, shown, load)];
  const form = formulaire(shown, start, (brouillon) => {
    session.brouillons.keep(shown, brouillon);
    showDraft();
  });
  return [
    who,
    button("Aller à la décision", () => form.box.querySelector("input")?.focus(), {
      class: "petit marge",
    }),
    draft,
    ...glance,
    element("h3", {}, "Critères"),
    criteres(shown, start.notes, form.noter, enregistrerNotes(session, shown, form, load)),
    form.box,
    enregistrerDecision(session, shown, form, load),
    ...(ligne?.decide ? [] : [agendaLine(session, numero, ligne)]),
  ];
}

/** Gives a draft up; it can be taken back until another screen is shown. */
function abandon(session: Session, shown: Fiche, enSeance: boolean): void {
  const typed = session.brouillons.drop(shown.numero);
  session.show("dossier");
  const resume = button("Reprendre ma saisie", () => {
    session.brouillons.start(shown, enSeance);
    if (typed) session.brouillons.keep(shown, typed);
    session.show("dossier");
  });
  session.tell("fait", "Saisie abandonnée.", [resume]);
}

/** Whether the dossier is on the agenda, and the button that changes it. */
function agendaLine(session: Session, numero: string, ligne?: LigneAgenda): HTMLElement {
  const { nomComite } = session;
  const [label, meanwhile, comite] = ligne
    ? ["Retirer de l’ordre du jour", "Retrait…", ""]
    : ["Inscrire à l’ordre du jour", "Inscription…", nomComite];
  const change = button(label, () =>
    busy(change, meanwhile, () => inscrire(session, [numero], comite, "dossier")),
  );
  return element("div", { class: "actions serrees" }, change);
}
