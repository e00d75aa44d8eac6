import type { ServiceContext } from "./context.js";
import { GoogleError } from "./errors.js";
import type { Cost } from "./hand-out.js";

/** Kinds that a function in a cell may write to. */
const WRITABLE_IN_CELLS = new Set(["Properties", "Cache", "Lock", "HtmlOutput", "HtmlTemplate"]);

/** Counts a call and refuses what a function in a cell may not do. */
export function admit(context: ServiceContext, kind: string, name: string, cost: Cost): void {
  if (context.mode === "custom") {
    if (cost === "write" && !WRITABLE_IN_CELLS.has(kind)) {
      throw new GoogleError(`You do not have permission to call ${name}`);
    }
    return;
  }
  if (cost !== "free") context.ledger.count(`${kind}.${name}`);
}
