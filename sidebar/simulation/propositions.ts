import type { LigneProposee, ResultatProposer } from "../../src/app/simulation/protocole.js";
import { SORTS, type Sort } from "../../src/rules/scenario.js";
import { actionButton } from "../kit/bouton.js";
import { button, element } from "../kit/element.js";
import { messageOf, tell } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { defilant, entete } from "../kit/table.js";
import { sayDone } from "./annuler.js";
import { euros } from "./formats.js";
import { script } from "./scripts.js";
import type { Session } from "./session.js";

const LIBELLES: Readonly<Record<Sort, string>> = {
  laisser: "ne rien écrire pour eux",
  ajourné: "proposer de les ajourner",
  défavorable: "proposer un avis défavorable",
};

/** The screen where a kept scenario becomes the committee's proposals: shown first, then written. */
export function propositions(session: Session): HTMLElement {
  const { scenarios } = session.ouvert;
  if (scenarios.length === 0) {
    return element("p", { class: "message" }, "Enregistrez d’abord un scénario.");
  }
  const which = element(
    "select",
    { id: "lequel" },
    ...scenarios.map(({ nom }) =>
      element("option", { value: nom, selected: nom === session.brouillon.nom }, nom),
    ),
  );
  const others = element(
    "select",
    { id: "autres" },
    ...SORTS.map((sort) => element("option", { value: sort }, LIBELLES[sort])),
  );
  const place = element("div", {});
  const clear = () => place.replaceChildren();
  which.addEventListener("change", clear);
  others.addEventListener("change", clear);
  const look = button(
    "Voir ce qui serait écrit",
    () =>
      busy(look, "Lecture…", () =>
        voir(session, { nom: which.value, autres: others.value as Sort }, place),
      ),
    { class: "principal" },
  );
  return element(
    "section",
    { "aria-label": "Propositions du comité" },
    element("h2", { tabindex: -1 }, "Faire d’un scénario les propositions du comité"),
    element(
      "p",
      { class: "note" },
      "Seules les colonnes «\u00a0Avis proposé\u00a0» et «\u00a0Montant proposé\u00a0» sont écrites. Un dossier déjà décidé n’est pas touché.",
    ),
    element(
      "div",
      { class: "reglages" },
      element("div", {}, element("label", { for: "lequel" }, "Scénario"), which),
      element("div", {}, element("label", { for: "autres" }, "Dossiers non retenus"), others),
      element("div", {}, look),
    ),
    place,
  );
}

interface Demande {
  readonly nom: string;
  readonly autres: Sort;
}

async function voir(session: Session, demande: Demande, place: HTMLElement): Promise<void> {
  try {
    show(session, demande, await script.proposer(demande.nom, demande.autres, true), place);
  } catch (error) {
    tell("erreur", messageOf(error));
  }
}

function show(
  session: Session,
  demande: Demande,
  result: ResultatProposer,
  place: HTMLElement,
): void {
  if (result.kind === "refus") {
    tell("erreur", result.message);
    return;
  }
  if (result.kind === "colonnes") {
    const add = actionButton("Ajouter ces colonnes à droite du tableau", "Ajout…", async () => {
      const added = await script.colonnes();
      if (added.kind === "refus") tell("erreur", added.message ?? "");
      else await voir(session, demande, place);
    });
    place.replaceChildren(
      element("p", { class: "message attention" }, result.message),
      element("div", { class: "actions" }, add),
    );
    return;
  }
  const write = button(
    "Écrire ces propositions",
    () =>
      busy(write, "Écriture…", async () => {
        try {
          const written = await script.proposer(demande.nom, demande.autres, false);
          if (written.kind === "fait") {
            place.replaceChildren(...laissees(written.laissees));
            sayDone(session, written);
          } else tell("erreur", written.message);
        } catch (error) {
          tell("erreur", messageOf(error));
        }
      }),
    { class: "principal" },
  );
  place.replaceChildren(
    element("p", {}, result.message),
    ...laissees(result.laissees),
    ...(result.lignes.length === 0
      ? []
      : [tableau(result.lignes), element("div", { class: "actions" }, write)]),
  );
}

function laissees(textes: readonly string[]): readonly HTMLElement[] {
  return textes.length === 0
    ? []
    : [
        element("h3", {}, "Laissés comme ils sont"),
        element("ul", {}, ...textes.map((texte) => element("li", {}, texte))),
      ];
}

function tableau(lignes: readonly LigneProposee[]): HTMLElement {
  return defilant(
    "Propositions à écrire",
    element(
      "table",
      {},
      entete(["N°", "Porteur", "Avis proposé", "Montant proposé", "À regarder"]),
      element("tbody", {}, ...lignes.map(rangee)),
    ),
  );
}

function rangee(ligne: LigneProposee): HTMLElement {
  const { numero, porteur, avantAvis, avis, avantMontant, montant, attention = "" } = ligne;
  const cell = (text: string) => element("td", {}, text);
  const change = (before: string, after: string) =>
    before === after || before === "" || before === "–" ? after : `${before} → ${after}`;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, numero),
    cell(porteur),
    cell(change(avantAvis, avis)),
    cell(change(euros(avantMontant), euros(montant))),
    cell(attention),
  );
}
