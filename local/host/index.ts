import { Host, type HostOptions } from "./host.js";
import { nodeEvaluate } from "./node-evaluate.js";

export type { Evaluate, Evaluated } from "./evaluate.js";
export { Host, type HostOptions } from "./host.js";
export { type Answer, type ScriptedUi, type Shown, scriptedUi } from "./scripted-ui.js";

/** A spreadsheet with its script, the script in a bare context of Node's. */
export function createHost(options: Omit<HostOptions, "evaluate">): Host {
  return new Host({ ...options, evaluate: nodeEvaluate });
}
