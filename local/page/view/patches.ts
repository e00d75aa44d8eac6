import type { FromWorker } from "../messages.js";
import type { Editing } from "./editing.js";
import type { Engine } from "./engine.js";

type PatchMessage = Extract<FromWorker, { type: "patch" }>;

/**
 * Shows each patch when it comes. One that changes sheets themselves would close the editor under the
 * person's fingers: it waits, with all that follow, until the edit has ended.
 */
export function onPatch(
  engine: Engine,
  editing: Editing,
  show: (message: PatchMessage) => void,
): void {
  const waiting: PatchMessage[] = [];
  engine.on("patch", (message) => {
    const disturbs = message.patch.sheets.some(({ frame }) => frame) || message.reveal;
    if (waiting.length > 0 || (disturbs && editing.active)) waiting.push(message);
    else show(message);
  });
  editing.onEnd(() => {
    for (const message of waiting.splice(0)) show(message);
  });
}
