import type { Answer, Button, ButtonSet, Question } from "../messages.js";
import { element } from "./element.js";

const CAPTIONS: Readonly<Record<Button, string>> = {
  OK: "OK",
  CANCEL: "Annuler",
  YES: "Oui",
  NO: "Non",
  CLOSE: "Fermer",
};

const BUTTONS: Readonly<Record<ButtonSet, readonly Button[]>> = {
  OK: ["OK"],
  OK_CANCEL: ["OK", "CANCEL"],
  YES_NO: ["YES", "NO"],
  YES_NO_CANCEL: ["YES", "NO", "CANCEL"],
};

let count = 0;

/**
 * Opens a modal dialog of the page: the browser keeps the focus inside, Escape closes it.
 * @param onClose called once, however it closes
 */
export function openDialog(title: string, onClose: () => void): HTMLDialogElement {
  count += 1;
  const heading = element("h2", { id: `dialogue-${count}` }, title);
  const cross = element("button", { type: "button", class: "fermer" }, "Fermer");
  const dialog = element(
    "dialog",
    { class: "dialogue", "aria-labelledby": heading.id },
    element("header", {}, heading, cross),
  );
  cross.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    onClose();
  });
  // Keys typed in a dialog are the dialog's own: the grid listens to the whole document.
  for (const type of ["keydown", "keyup", "keypress"] as const) {
    dialog.addEventListener(type, (event) => event.stopPropagation());
  }
  document.body.append(dialog);
  return dialog;
}

/**
 * Asks what a script asks with `alert` or `prompt`; Escape and « Fermer » answer `CLOSE`.
 * @param initial what the field holds at first
 */
export function askQuestion(
  { kind, title, text, buttons }: Question,
  initial = "",
): Promise<Answer> {
  return new Promise((resolve) => {
    let answer: Answer = { button: "CLOSE", text: "" };
    const dialog = openDialog(title || "FITN7", () => resolve(answer));
    const message = element(
      "div",
      { class: "texte", id: `${dialog.getAttribute("aria-labelledby")}-texte` },
      text,
    );
    if (isLong(text)) message.tabIndex = 0;
    dialog.setAttribute("aria-describedby", message.id);
    const field = element("input", { type: "text", "aria-labelledby": message.id });
    field.value = initial;
    const form = element("form", { method: "dialog" }, message);
    if (kind === "prompt") form.append(element("div", { class: "saisie" }, field));
    const row = element("div", { class: "boutons" });
    for (const [at, button] of BUTTONS[buttons].entries()) {
      const made = element(
        "button",
        { type: at === 0 ? "submit" : "button", class: at === 0 ? "bouton principal" : "bouton" },
        CAPTIONS[button],
      );
      made.addEventListener("click", (event) => {
        event.preventDefault();
        answer = { button, text: field.value };
        dialog.close();
      });
      row.append(made);
    }
    form.append(row);
    dialog.append(form);
    dialog.showModal();
    if (kind === "prompt") {
      field.focus();
      field.select();
    } else row.querySelector<HTMLElement>(".principal")?.focus();
  });
}

/** A text that may need scrolling must be reachable with the keyboard. */
function isLong(text: string): boolean {
  return text.length > 600 || text.split("\n").length > 12;
}

/** Asks one of several ways on; `undefined` where the dialog was left. */
export function askChoice<K extends string>(
  title: string,
  text: string,
  choices: readonly { readonly key: K; readonly caption: string }[],
): Promise<K | undefined> {
  return new Promise((resolve) => {
    let chosen: K | undefined;
    const dialog = openDialog(title, () => resolve(chosen));
    const row = element("div", { class: "boutons" });
    for (const [at, { key, caption }] of choices.entries()) {
      const button = element(
        "button",
        { type: "button", class: at === 0 ? "bouton principal" : "bouton" },
        caption,
      );
      button.addEventListener("click", () => {
        chosen = key;
        dialog.close();
      });
      row.append(button);
    }
    dialog.append(element("div", { class: "texte" }, text), row);
    dialog.showModal();
    row.querySelector<HTMLElement>(".principal")?.focus();
  });
}

/** Tells something that must be read. */
export async function tellDialog(title: string, text: string): Promise<void> {
  await askChoice(title, text, [{ key: "ok", caption: "OK" }]);
}
