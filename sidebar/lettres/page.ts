import type { ColonnesManquantes } from "../../src/app/colonnes-requises.js";
import type { ComiteChoix, ResultatLettres } from "../../src/app/suites/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import type { Lettre } from "../../src/reports/lettres.js";
import { announce } from "../kit/annonce.js";
import { call } from "../kit/call.js";
import { ajouterColonnes } from "../kit/colonnes.js";
import { button, byId, element } from "../kit/element.js";
import { messageOf, type Ton } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { apercu } from "./apercu.js";
import { Choix } from "./choix.js";

type Reponse = ResultatLettres | ColonnesManquantes;

/** Says something above the letters, with what can be done about it. */
function tell(kind: Ton, text: string, actions: readonly Node[] = []): void {
  const place = byId("message");
  place.replaceChildren();
  if (text === "") return;
  place.append(
    element(
      "div",
      { class: `message ${kind}` },
      element("p", {}, text),
      ...(actions.length > 0 ? [element("div", { class: "actions" }, ...actions)] : []),
    ),
  );
  announce(text);
}

/** Reads the letters of a committee; the latest where none is named. */
async function load(comite?: string): Promise<void> {
  tell("", "");
  try {
    show(await call<Reponse>("apiLettres", comite === undefined ? {} : { comite }));
  } catch (error) {
    failed(error, comite);
  }
}

/** A call that failed: the letters already shown stay as they are. */
function failed(error: unknown, comite?: string): void {
  const again = button("Réessayer", () => busy(again, "Lecture…", () => load(comite)));
  tell("erreur", messageOf(error), [again]);
}

/** An answer without letters: none of another committee may stay on the screen. */
function refused(text: string): void {
  byId("vue").replaceChildren();
  tell("erreur", text);
}

function show(answer: Reponse): void {
  if (answer.kind === "refus") refused(answer.message);
  else if (answer.kind === "colonnes") missingColumns(answer);
  else {
    byId("choix").replaceChildren(comiteBar(answer.comites, answer.comite));
    if (answer.kind === "modeles") showFaults(answer.messages);
    else showLetters(answer.lettres, answer.modelesAjoutes);
  }
}

function showFaults(messages: readonly string[]): void {
  const first =
    "Aucune lettre n’est faite tant qu’un modèle est à corriger, dans l’onglet «\u00a0Modèles\u00a0»\u00a0:";
  refused([first, ...messages].join("\n"));
}

function showLetters(lettres: readonly Lettre[], added: readonly string[]): void {
  byId("vue").replaceChildren(apercu(new Choix(lettres), tell));
  if (added.length === 0) {
    announce(`${compter(lettres.length, "lettre préparée", "lettres préparées")}.`);
    return;
  }
  const names = added.map((nom) => `«\u00a0${nom}\u00a0»`).join(" et ");
  tell(
    "fait",
    `Modèles ajoutés à l’onglet «\u00a0Modèles\u00a0»\u00a0: ${names}. Adaptez-les dans cet onglet, puis actualisez.`,
  );
}

/** Which committee, and a way to read the models again once they were edited. */
function comiteBar(comites: readonly ComiteChoix[], chosen: ComiteChoix): HTMLElement {
  const list = element(
    "select",
    { id: "comite" },
    ...comites.map(({ cle, libelle }) => element("option", { value: cle }, libelle)),
  );
  list.value = chosen.cle;
  list.addEventListener("change", () => void load(list.value));
  const again = button("Actualiser", () => busy(again, "Lecture…", () => load(list.value)));
  return element(
    "div",
    { class: "barre" },
    element("label", { for: "comite" }, "Comité"),
    list,
    again,
  );
}

function missingColumns({ message, champs }: ColonnesManquantes): void {
  const add = button(
    "Ajouter",
    () =>
      busy(add, "Ajout…", async () => {
        try {
          const refusal = await ajouterColonnes(champs);
          if (refusal === undefined) await load();
          else refused(refusal);
        } catch (error) {
          failed(error);
        }
      }),
    { class: "principal" },
  );
  byId("vue").replaceChildren();
  tell("attention", message, [add]);
}

void load();
