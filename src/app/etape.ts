import type { Operation } from "./ports.js";

/** A step of an action: what it writes, and what it says it did, in French. */
export interface Etape {
  readonly operations: readonly Operation[];
  readonly fait: readonly string[];
}

/** Rows that formats, validation lists and named ranges of a new tab cover. */
export const GRID_ROWS = 1000;
