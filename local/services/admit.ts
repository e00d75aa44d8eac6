import type { ServiceContext } from "./context.js";
import { GoogleError } from "./errors.js";
import type { Cost } from "./kind.js";

/** Kinds that a function in a cell may write to. */
const WRITABLE_IN_CELLS = new Set(["Properties", "Cache", "Lock", "HtmlOutput", "HtmlTemplate"]);

/** What tells who the user is, which a function in a cell may not know. */
const PERSONAL = new Set(["Session.getActiveUser", "Session.getEffectiveUser"]);

/** Counts a call and refuses what the script may not do where it runs. */
export function admit(context: ServiceContext, kind: string, name: string, cost: Cost): void {
  if (context.mode === "custom") {
    const personal = PERSONAL.has(`${kind}.${name}`);
    if (personal || (cost === "write" && !WRITABLE_IN_CELLS.has(kind))) throw forbidden(name);
    return;
  }
  if (context.mode === "unauthorised" && cost !== "free") throw forbidden(name);
  if (cost !== "free") context.ledger.count(`${kind}.${name}`);
}

function forbidden(name: string): GoogleError {
  return new GoogleError(`You do not have permission to call ${name}`);
}
