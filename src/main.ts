import { RUNS } from "./functions/runs.js";
import { callCustomFunction } from "./google/custom-functions.js";

export { action } from "./google/charger.js";
export { onOpen } from "./google/menu.js";

/** Runs a custom function by its name: the build makes one top-level function for each declaration. */
export function fonction(name: string, args: readonly unknown[]): unknown {
  const run = RUNS[name];
  if (!run) throw new Error(`Fonction inconnue\u00a0: ${name}.`);
  return callCustomFunction(run, args);
}
