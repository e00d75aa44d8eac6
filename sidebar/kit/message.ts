import { announce } from "./annonce.js";
import { button, byId, element } from "./element.js";

export type Ton = "" | "fait" | "attention" | "erreur";

/** Shows a message in `<div id="message">` at the top of the page, and says it; `""` takes it away. */
export function tell(ton: Ton, message: string): void {
  const place = byId("message");
  place.replaceChildren(
    ...(message === "" ? [] : [element("p", { class: `message ${ton}`.trim() }, message)]),
  );
  if (message === "") return;
  announce(message);
  place.scrollIntoView({ block: "nearest" });
}

/** Puts a message in the place of another where that one still stands, without a word and without moving the page. */
export function amend(former: string, ton: Ton, message: string): void {
  const shown = byId("message").firstElementChild;
  if (shown?.textContent !== former) return;
  shown.className = `message ${ton}`.trim();
  shown.textContent = message;
}

/**
 * The same, with what can be done about it and a button that takes it away and goes back to the
 * heading of the screen below, `<div id="vue">`. What was typed there stays; the page scrolls where it must.
 *
 * @param close what that button reads
 */
export function tellWithActions(
  ton: Ton,
  message: string,
  actions: readonly Node[],
  close = "Fermer",
): void {
  const place = byId("message");
  const end = button(close, () => {
    place.replaceChildren();
    byId("vue").querySelector<HTMLElement>("h2")?.focus();
  });
  place.replaceChildren(
    element(
      "div",
      { class: `message ${ton}`.trim() },
      element("p", {}, message),
      element("div", { class: "actions serrees" }, ...actions, end),
    ),
  );
  announce(message);
}

/** What went wrong, for a person. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
