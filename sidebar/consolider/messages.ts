import { button, element } from "../kit/element.js";
import { messageOf, tell } from "../kit/message.js";
import { busy } from "../kit/occupe.js";

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
          tell("erreur", messageOf(error));
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
