import type { FormulaCell } from "./formulaCell.js";

/** Formulas of one column that may spill, by row; all before `next` are clean. */
interface SpillerColumn {
  readonly column: number;
  readonly cells: FormulaCell[];
  next: number;
}

/**
 * Formulas that may spill and are not yet computed: before a cell is said to be blank, those above
 * it and to its left must be.
 */
export class SpillerQueue {
  private readonly columns: SpillerColumn[] = [];

  add(cell: FormulaCell): void {
    let column = this.columns.find((candidate) => candidate.column === cell.column);
    if (!column) {
      column = { column: cell.column, cells: [], next: 0 };
      this.columns.push(column);
    }
    const at = position(column.cells, cell.row);
    column.cells.splice(at, 0, cell);
    column.next = Math.min(column.next, at);
  }

  delete(cell: FormulaCell): void {
    const column = this.columns.find((candidate) => candidate.column === cell.column);
    if (!column) return;
    const at = position(column.cells, cell.row);
    if (column.cells[at] !== cell) return;
    column.cells.splice(at, 1);
    if (column.next > at) column.next -= 1;
  }

  /** The cell has to be computed again. */
  reopen(cell: FormulaCell): void {
    const column = this.columns.find((candidate) => candidate.column === cell.column);
    if (!column) return;
    const at = position(column.cells, cell.row);
    if (column.cells[at] === cell) column.next = Math.min(column.next, at);
  }

  /** Calls `compute` for each one not yet computed whose result may reach the cell. */
  openBefore(row: number, column: number, compute: (cell: FormulaCell) => void): void {
    for (const list of this.columns) {
      if (list.column > column) continue;
      while (list.cells[list.next]?.state === "clean") list.next += 1;
      for (let at = list.next; at < list.cells.length; at += 1) {
        const cell = list.cells[at] as FormulaCell;
        if (cell.row > row) break;
        if (cell.state === "dirty") compute(cell);
      }
    }
  }
}

/** First position whose row is at least `row`. */
function position(cells: readonly FormulaCell[], row: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle] as FormulaCell).row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
