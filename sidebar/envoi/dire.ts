import { announce } from "../kit/annonce.js";
import { byId, element } from "../kit/element.js";

/** Shows a message above the form, and says it. */
export function dire(kind: "fait" | "attention" | "erreur", text: string): void {
  byId("message").replaceChildren(element("p", { class: `message ${kind}` }, text));
  announce(text);
}

/** Takes the message away. */
export function taire(): void {
  byId("message").replaceChildren();
}
