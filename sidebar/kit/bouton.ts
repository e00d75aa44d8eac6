import { button } from "./element.js";
import { messageOf, tell } from "./message.js";
import { busy } from "./occupe.js";

/**
 * A button that runs something once at a time; what goes wrong is said at the top of the page.
 *
 * @param meanwhile what it reads while it runs, "Enregistrement…"
 */
export function actionButton(
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
    { class: principal && "principal" },
  );
  return own;
}
