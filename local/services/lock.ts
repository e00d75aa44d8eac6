import type { ServiceContext } from "./context.js";
import { GoogleError } from "./errors.js";
import { handOut, membersOf } from "./hand-out.js";
import type { Kind } from "./kind.js";

/** A lock of the spreadsheet; `heldElsewhere` simulates another person's run that holds it. */
export interface LockState {
  held: boolean;
  heldElsewhere: boolean;
}

const { read, write } = membersOf<LockState>();
const { free } = membersOf<undefined>();

const LOCK: Kind<LockState> = {
  family: "LockService",
  name: "Lock",
  members: {
    tryLock: write("int", ({ state }) => take(state)),
    waitLock: write("int", ({ state }) => {
      if (take(state)) return;
      throw new GoogleError("Lock timeout: another process was holding the lock for too long.");
    }),
    hasLock: read("", ({ state }) => state.held),
    releaseLock: write("", ({ state }) => {
      state.held = false;
    }),
  },
};

function take(lock: LockState): boolean {
  if (lock.heldElsewhere) return false;
  lock.held = true;
  return true;
}

function lockOf(context: ServiceContext, scope: "document" | "script" | "user"): object | null {
  const lock = context.locks.get(scope);
  return lock ? handOut(context, LOCK, lock) : null;
}

export const LOCK_SERVICE: Kind<undefined> = {
  family: "LockService",
  name: "LockService",
  members: {
    getDocumentLock: free("", ({ context }) => lockOf(context, "document")),
    getScriptLock: free("", ({ context }) => lockOf(context, "script")),
    getUserLock: free("", ({ context }) => lockOf(context, "user")),
  },
};
