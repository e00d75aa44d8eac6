import { announce } from "./annonce.js";
import { byId, element } from "./element.js";

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

/** What went wrong, for a person. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
