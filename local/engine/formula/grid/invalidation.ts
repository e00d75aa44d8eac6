import type { Rectangle } from "./areaIndex.js";
import type { FormulaCell } from "./formulaCell.js";
import type { SheetState } from "./sheetState.js";

/** An area of a sheet. */
export interface Located {
  readonly sheet: SheetState;
  readonly area: Rectangle;
}

/** Marks one formula, and what rests on it, to be computed again. */
export function invalidateCell(cell: FormulaCell): void {
  if (cell.state !== "clean") return;
  invalidate(soil(cell));
}

/**
 * Marks what rests on some areas to be computed again, and what rests on that.
 * @returns whether `origin`, under way, is among it
 */
export function invalidate(areas: readonly Located[], origin?: FormulaCell): boolean {
  let reached = false;
  const queue = [...areas];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const node of next.sheet.ranges.overlapping(next.area)) {
      node.matrix = undefined;
      for (const reader of node.readers) {
        if (reader.state === "clean") queue.push(...soil(reader));
        else if (reader.state === "progress") {
          reader.stale = reader !== origin;
          if (reader === origin) reached = true;
        }
      }
    }
  }
  return reached;
}

/** Marks one formula; returns the areas whose values go with it. */
function soil(cell: FormulaCell): Located[] {
  cell.state = "dirty";
  cell.sheet.spillers.reopen(cell);
  const own = { sheet: cell.sheet, area: cell.area };
  const spill = removeSpill(cell);
  return spill ? [own, spill] : [own];
}

/** Takes a spill out of the grid; returns the area it leaves. */
export function removeSpill(cell: FormulaCell): Located | undefined {
  const { spill } = cell;
  if (!spill) return undefined;
  cell.spill = undefined;
  cell.sheet.spills.delete(cell);
  wakeBlocked(cell.sheet, spill.area, cell);
  return { sheet: cell.sheet, area: spill.area };
}

/** Formulas that this spill kept from spilling may do so now. */
function wakeBlocked(sheet: SheetState, area: Rectangle, leaving: FormulaCell): void {
  for (const watcher of sheet.watchers.overlapping(area)) {
    if (watcher !== leaving && !watcher.spill) invalidateCell(watcher);
  }
}
