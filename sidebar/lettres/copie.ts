import { element } from "../kit/element.js";

/**
 * Copies a text. Google's frame may refuse the clipboard: a text that is selected can still be copied as
 * with the keyboard.
 *
 * @returns whether it was copied
 */
export async function copier(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const area = element("textarea", { class: "hors-ecran", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
