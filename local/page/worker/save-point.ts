import { deltaCells, deltaOf, type WorkbookDelta } from "../../engine/delta.js";
import type { WorkbookSnapshot } from "../../engine/snapshot.js";
import type { Save } from "../messages.js";

/** Entries of the change log after which the whole workbook is written anew. */
const MOST_ENTRIES = 200;
/** Cells of one change from which the whole workbook is worth writing anew. */
const MOST_CELLS = 10_000;

/** What of the workbook is on the server's disk, and what is not yet. */
export class SavePoint {
  private sent: { readonly snapshot: WorkbookSnapshot; readonly entries: number } | undefined;

  /**
   * @param saved the workbook as the server has it
   * @param entries length of the change log that led there
   */
  constructor(
    private saved: WorkbookSnapshot,
    private entries: number,
  ) {}

  /** What is to be written for the server to have the workbook as it is; `undefined`: it has it. */
  next(now: WorkbookSnapshot): Save | undefined {
    const delta = deltaOf(this.saved, now);
    if (!delta) return undefined;
    const whole = this.entries >= MOST_ENTRIES || deltaCells(delta) >= MOST_CELLS;
    this.sent = { snapshot: now, entries: whole ? 0 : this.entries + 1 };
    return whole
      ? { kind: "snapshot", json: JSON.stringify(now) }
      : { kind: "changes", json: JSON.stringify([delta satisfies WorkbookDelta]) };
  }

  /** What was to be written is on the disk. */
  confirm(): void {
    if (!this.sent) return;
    this.saved = this.sent.snapshot;
    this.entries = this.sent.entries;
    this.sent = undefined;
  }
}
