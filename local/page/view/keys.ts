import type { Editing } from "./editing.js";
import type { Engine } from "./engine.js";
import { onFirstKey } from "./first-keys.js";
import type { Parts } from "./parts.js";

/**
 * Keys of the whole page: undo and redo where no text is being edited, F10 to the menus, F6 from one
 * part of the page to the next.
 */
export function listenToKeys(engine: Engine, editing: Editing, parts: Parts): void {
  const undoes = (event: KeyboardEvent) => {
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (!ctrl || editing.active || isField(event.target)) return undefined;
    if (key === "z") return event.shiftKey ? () => engine.redo() : () => engine.undo();
    return key === "y" ? () => engine.redo() : undefined;
  };
  onFirstKey((event) => {
    if (document.querySelector("dialog[open]")) return false;
    const next = event.key === "F6" ? () => parts.next() : undefined;
    const toMenus = event.key === "F10" && !event.shiftKey;
    const menus = toMenus ? () => parts.goTo("menus") : undefined;
    const run = undoes(event) ?? next ?? menus;
    run?.();
    return run !== undefined;
  });
}

/** Whether keys go to a field of the page's own chrome. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.closest("dialog, #volet, #entete") !== null;
}
