import type { CellView, ChartView, Patch, SheetFrame } from "../messages.js";

/** One sheet as the page knows it. */
export interface MirrorSheet {
  frame: SheetFrame;
  charts: readonly ChartView[];
  readonly cells: Map<number, Map<number, CellView>>;
}

/** What the worker has told of the workbook: what is read where Univer asks about a cell. */
export class Mirror {
  readonly sheets = new Map<number, MirrorSheet>();
  order: readonly number[] = [];

  apply(patch: Patch): void {
    this.order = patch.order;
    for (const id of [...this.sheets.keys()]) {
      if (!patch.order.includes(id)) this.sheets.delete(id);
    }
    for (const { id, frame, charts, cells } of patch.sheets) {
      let sheet = this.sheets.get(id);
      if (!sheet) {
        if (!frame) continue;
        sheet = { frame, charts: [], cells: new Map() };
        this.sheets.set(id, sheet);
      }
      if (frame) sheet.frame = frame;
      if (charts) sheet.charts = charts;
      for (const [row, column, view] of cells) place(sheet.cells, row, column, view);
    }
  }

  cell(id: number, row: number, column: number): CellView | undefined {
    return this.sheets.get(id)?.cells.get(row)?.get(column);
  }

  frame(id: number): SheetFrame | undefined {
    return this.sheets.get(id)?.frame;
  }
}

function place(
  cells: Map<number, Map<number, CellView>>,
  row: number,
  column: number,
  view: CellView | null,
): void {
  const line = cells.get(row);
  if (!view) {
    line?.delete(column);
    return;
  }
  if (line) line.set(column, view);
  else cells.set(row, new Map([[column, view]]));
}
