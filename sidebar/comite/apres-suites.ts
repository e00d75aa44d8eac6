import type { ColonnesManquantes } from "../../src/app/colonnes-requises.js";
import type { ResultatOnglet, SuitesDuComite } from "../../src/app/suites/protocole.js";
import { call } from "../kit/call.js";
import { ajouterColonnes } from "../kit/colonnes.js";
import { button, element } from "../kit/element.js";
import { messageOf } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { etats } from "./apres-etats.js";
import { colonnesManquantes } from "./colonnes-manquantes.js";

type Suites = Extract<SuitesDuComite, { kind: "suites" }>;

/** What these sections need of the page around them. */
export interface AutourDesSuites {
  /** Name of the open committee; the latest one where it is empty. */
  readonly comite: string;
  readonly tell: (kind: "fait" | "attention" | "erreur", text: string, actions?: Node[]) => void;
  /** The dossiers' states changed: whoever shows them reads them again. */
  readonly changed: () => Promise<void>;
}

/**
 * The record, the regional list, when to notify, the letters, the states of the dossiers. Fills the
 * container now, and again once the workbook was read.
 */
export function afficherSuites(container: HTMLElement, autour: AutourDesSuites): void {
  container.replaceChildren(element("p", {}, "Lecture du classeur…"));
  void read(container, autour);
}

async function read(container: HTMLElement, autour: AutourDesSuites): Promise<void> {
  const again = button("Réessayer", () => busy(again, "Lecture…", () => read(container, autour)));
  const show = (...content: Node[]) => container.replaceChildren(...content);
  try {
    const demande = autour.comite === "" ? {} : { comite: autour.comite };
    const answer = await call<SuitesDuComite | ColonnesManquantes>("apiSuites", demande);
    if (answer.kind === "suites") show(...sections(answer, autour, () => read(container, autour)));
    else if (answer.kind === "colonnes") show(...manquantes(answer, container, autour));
    else {
      show(
        element("p", { class: "message erreur" }, answer.message),
        element("div", { class: "actions" }, again),
      );
    }
  } catch (error) {
    show(
      element("p", { class: "message erreur" }, messageOf(error)),
      element("div", { class: "actions" }, again),
    );
  }
}

/** Which columns are missing; they are added after asking, then all is read again. */
function manquantes(
  { champs, message }: ColonnesManquantes,
  container: HTMLElement,
  autour: AutourDesSuites,
): readonly HTMLElement[] {
  const relire = () => read(container, autour);
  const ajouter = () =>
    attempt(autour, async () => {
      const refusal = await ajouterColonnes(champs);
      if (refusal === undefined) await relire();
      else autour.tell("erreur", refusal);
    });
  return colonnesManquantes({ combien: champs.length, message, ajouter, relire });
}

/** Runs a call of the script; a failure is said as it is. */
async function attempt(autour: AutourDesSuites, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    autour.tell("erreur", messageOf(error));
  }
}

function sections(
  suites: Suites,
  autour: AutourDesSuites,
  reload: () => Promise<void>,
): readonly Node[] {
  const { comite, avertissements } = suites;
  if (!comite) {
    return [element("p", { class: "message" }, "Aucun comité n’a encore de date.")];
  }
  return [
    ...avertissements.map((text) => element("p", { class: "message attention" }, text)),
    documents(suites, comite.cle, autour, reload),
    etats(suites, autour, reload),
  ];
}

function documents(
  suites: Suites,
  cle: string,
  autour: AutourDesSuites,
  reload: () => Promise<void>,
): HTMLElement {
  const { notification, information, onglets } = suites;
  const list = (textes: readonly string[]) =>
    element("ul", {}, ...textes.map((text) => element("li", {}, text)));
  return element(
    "section",
    {},
    element("h3", {}, "Documents"),
    element(
      "div",
      { class: "actions" },
      onglet("Relevé de décisions", "apiReleve", cle, autour, reload),
      ...(information.prevue
        ? [onglet("Information régionale", "apiInformation", cle, autour, reload)]
        : []),
      lettres(autour),
    ),
    ...(onglets.length > 0
      ? [element("p", { class: "note" }, `Déjà faits\u00a0: ${onglets.join(", ")}.`)]
      : []),
    element("h3", {}, "Notification"),
    list(notification),
    element("p", { class: "note" }, `Information du niveau régional\u00a0: ${information.texte}`),
  );
}

/** A button that makes a tab and says what it holds. */
function onglet(
  label: string,
  entree: "apiReleve" | "apiInformation",
  comite: string,
  autour: AutourDesSuites,
  reload: () => Promise<void>,
): HTMLButtonElement {
  const make = button(label, () =>
    busy(make, "En cours…", () =>
      attempt(autour, async () => {
        const answer = await call<ResultatOnglet | ColonnesManquantes>(entree, { comite });
        if (answer.kind !== "fait") {
          autour.tell("erreur", answer.message);
          return;
        }
        await reload();
        const kind = answer.avertissements.length > 0 ? "attention" : "fait";
        autour.tell(kind, [answer.message, ...answer.avertissements].join("\n"));
      }),
    ),
  );
  return make;
}

/** Opens the dialog that previews and prints the letters. */
function lettres(autour: AutourDesSuites): HTMLButtonElement {
  const open = button("Lettres…", () =>
    busy(open, "Ouverture…", () => attempt(autour, () => call<void>("apiOuvrirLettres"))),
  );
  return open;
}
