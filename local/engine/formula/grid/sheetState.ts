import { AreaIndex, type Rectangle } from "./areaIndex.js";
import type { FormulaCell, RangeNode } from "./formulaCell.js";
import { SpillerQueue } from "./spillerQueue.js";

const KEY_WIDTH = 32_768;

/** Key of a cell in a map. */
export function cellKey(row: number, column: number): number {
  return row * KEY_WIDTH + column;
}

/** What the calculator knows of one sheet. */
export class SheetState {
  readonly formulas = new Map<number, FormulaCell>();
  readonly ranges = new AreaIndex<RangeNode>();
  readonly spills = new AreaIndex<FormulaCell>();
  /** Formulas by the area they spill into, or would but for a cell in the way. */
  readonly watchers = new AreaIndex<FormulaCell>();
  readonly spillers = new SpillerQueue();
  /** Extent of the contents, spills aside. */
  lastFilledRow = 0;
  lastFilledColumn = 0;
  /** Extent of contents and spills. */
  lastRow = 0;
  lastColumn = 0;
  private readonly rangeByKey = new Map<string, RangeNode>();

  constructor(
    readonly name: string,
    public rows: number,
    public columns: number,
  ) {}

  range({ row, column, lastRow, lastColumn }: Rectangle): RangeNode {
    const key = `${row},${column},${lastRow},${lastColumn}`;
    let node = this.rangeByKey.get(key);
    if (!node) {
      node = { row, column, lastRow, lastColumn, readers: new Set(), matrix: undefined };
      this.rangeByKey.set(key, node);
      this.ranges.add(node, node);
    }
    return node;
  }

  noteFilled(row: number, column: number): void {
    this.lastFilledRow = Math.max(this.lastFilledRow, row);
    this.lastFilledColumn = Math.max(this.lastFilledColumn, column);
    this.noteUsed(row, column);
  }

  noteUsed(row: number, column: number): void {
    this.lastRow = Math.max(this.lastRow, row);
    this.lastColumn = Math.max(this.lastColumn, column);
  }
}

/** Is a cell in an area? */
export function inside(area: Rectangle, row: number, column: number): boolean {
  return (
    row >= area.row && row <= area.lastRow && column >= area.column && column <= area.lastColumn
  );
}

/** Formulas whose cell is in an area. */
export function formulasIn(sheet: SheetState, area: Rectangle): FormulaCell[] {
  const cells = (area.lastRow - area.row + 1) * (area.lastColumn - area.column + 1);
  if (cells > sheet.formulas.size) {
    return [...sheet.formulas.values()].filter((cell) => inside(area, cell.row, cell.column));
  }
  const found: FormulaCell[] = [];
  for (let row = area.row; row <= area.lastRow; row += 1) {
    for (let column = area.column; column <= area.lastColumn; column += 1) {
      const cell = sheet.formulas.get(cellKey(row, column));
      if (cell) found.push(cell);
    }
  }
  return found;
}

/** Formulas that read up to the last row or column of the grid, as those of open references do. */
export function readersAtEdge(sheet: SheetState): FormulaCell[] {
  const edges = [
    { row: sheet.rows, column: 1, lastRow: sheet.rows, lastColumn: sheet.columns },
    { row: 1, column: sheet.columns, lastRow: sheet.rows, lastColumn: sheet.columns },
  ];
  return edges.flatMap((edge) =>
    [...sheet.ranges.overlapping(edge)].flatMap((node) => [...node.readers]),
  );
}
