import type { SheetModel, WorkbookModel } from "../engine/model/index.js";
import type { Calculator } from "../engine/types.js";
import type { CacheStore } from "./cache.js";
import type { Ledger } from "./ledger.js";
import type { LockState } from "./lock.js";
import type { PropertyStores } from "./properties.js";
import type { Realm } from "./realm.js";
import type { UiPort } from "./ui-port.js";

/**
 * Where the script runs: a function of the menu or the sidebar, a function in a cell, or without the
 * user's authorisation (while it loads, and in `onOpen` with `AuthMode.NONE`).
 */
export type Mode = "script" | "custom" | "unauthorised";

/** Everything the services stand on. */
export interface ServiceContext {
  readonly workbook: WorkbookModel;
  readonly calculator: Calculator;
  readonly ledger: Ledger;
  readonly properties: PropertyStores;
  readonly caches: ReadonlyMap<"document" | "script" | "user", CacheStore>;
  readonly locks: ReadonlyMap<"document" | "script" | "user", LockState>;
  /** Text of an HTML file by its name without `.html`. */
  readonly html: ReadonlyMap<string, string>;
  readonly name: string;
  readonly userEmail: string;
  readonly scriptTimeZone: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (line: string) => void;
  realm: Realm;
  ui: UiPort | undefined;
  mode: Mode;
  activeSheet: SheetModel | undefined;
  activeArea: { row: number; column: number; rows: number; columns: number } | undefined;
}
