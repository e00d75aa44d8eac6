import { announce } from "../kit/annonce.js";
import { button, byId, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";

export type Ton = "" | "fait" | "attention" | "erreur";

/** Shows a message at the top of the page, and says it. */
export function tell(ton: Ton, message: string): void {
  byId("message").replaceChildren(
    ...(message === "" ? [] : [element("p", { class: `message ${ton}`.trim() }, message)]),
  );
  if (message === "") return;
  announce(message);
  byId("message").scrollIntoView({ block: "nearest" });
}

/** A button that runs something once at a time; what goes wrong is said. */
export function bouton(
  label: string,
  meanwhile: string,
  action: () => Promise<void>,
  principal = false,
): HTMLButtonElement {
  const own: HTMLButtonElement = button(
    label,
    () =>
      busy(own, meanwhile, async () => {
        try {
          await action();
        } catch (error) {
          tell("erreur", error instanceof Error ? error.message : String(error));
        }
      }),
    principal ? { class: "principal" } : {},
  );
  return own;
}

/** A label over its field. */
export function etiquette(id: string, label: string, control: HTMLElement): HTMLElement {
  control.id = id;
  return element("div", {}, element("label", { for: id }, label), control);
}
