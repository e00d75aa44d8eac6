import type { Editing } from "./editing.js";
import type { Engine } from "./engine.js";
import { onFirstKey } from "./first-keys.js";

/**
 * Keys of the whole page: undo and redo where no text is being edited, F10 or Alt+/ to the menus, F6
 * from one part of the page to the next.
 */
export function listenToKeys(
  engine: Engine,
  editing: Editing,
  parts: readonly (() => void)[],
): void {
  let part = 0;
  const undoes = (event: KeyboardEvent) => {
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (!ctrl || editing.active || isField(event.target)) return undefined;
    if (key === "z") return event.shiftKey ? () => engine.redo() : () => engine.undo();
    return key === "y" ? () => engine.redo() : undefined;
  };
  onFirstKey((event) => {
    if (document.querySelector("dialog[open]")) return false;
    if (event.key === "F6") part = (part + 1) % parts.length;
    const next = event.key === "F6" ? parts[part] : undefined;
    const menus = event.key === "F10" && !event.shiftKey ? parts[1] : undefined;
    const run = undoes(event) ?? next ?? menus;
    run?.();
    return run !== undefined;
  });
}

/** Whether keys go to a field of the page's own chrome. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.closest("dialog, #volet, #entete") !== null;
}
