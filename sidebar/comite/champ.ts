import { isDay } from "../../src/rules/day.js";
import { element } from "../kit/element.js";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

let made = 0;

/** A field under its label, with what helps to fill it. */
export interface Champ<F extends Field> {
  readonly box: HTMLElement;
  readonly field: F;
  /** Says under the field what is wrong with it; nothing where all is well. */
  readonly complain: (message: string) => void;
  /** Gives it another label. */
  readonly name: (label: string) => void;
}

/** Puts a field under a label; help and complaint are read with it. */
export function champ<F extends Field>(label: string, field: F, help = ""): Champ<F> {
  const id = field.id || `champ-${++made}`;
  field.id = id;
  const wrong = element("p", { id: `${id}-erreur`, class: "faute", hidden: true });
  const helped = help ? [element("p", { id: `${id}-aide`, class: "note" }, help)] : [];
  const described = [...(help ? [`${id}-aide`] : []), `${id}-erreur`].join(" ");
  field.setAttribute("aria-describedby", described);
  const above = element("label", { for: id }, label);
  return {
    box: element("div", { class: "champ" }, above, field, ...helped, wrong),
    field,
    complain: (message) => {
      wrong.textContent = message ? `✗ ${message}` : "";
      wrong.hidden = message === "";
      if (message) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    },
    name: (text) => {
      above.textContent = text;
    },
  };
}

/**
 * What is wrong with what a field of dates holds, in French; nothing where it is a day.
 *
 * @param absent what is said of an empty one
 */
export function fauteDeJour(value: string, absent: string): string {
  if (value === "") return absent;
  return isDay(value) ? "" : "Tapez l’année en quatre chiffres, par exemple 2021.";
}

/** A list to choose from. */
export function select(
  items: readonly { readonly cle: string; readonly libelle: string }[],
  value: string,
): HTMLSelectElement {
  const made = element(
    "select",
    {},
    ...items.map(({ cle, libelle }) => element("option", { value: cle }, libelle)),
  );
  made.value = value;
  return made;
}

/** A heading that a screen begins with: it takes the focus when the screen is shown. */
export function titre(text: string): HTMLHeadingElement {
  return element("h2", { tabindex: -1, class: "titre" }, text);
}
