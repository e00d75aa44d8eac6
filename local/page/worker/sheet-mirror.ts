import type { FormulaCalculator } from "../../engine/formula/index.js";
import { printA1, type SheetModel, type WorkbookModel } from "../../engine/model/index.js";
import type { Value } from "../../engine/types.js";
import type { CellView, ChartView, PlacedCell, SheetFrame, SheetPatch } from "../messages.js";
import { type CellSource, isSource, isSparkline, viewOf } from "./cell-view.js";
import { chartView } from "./chart-view.js";
import type { ConditionalFormats } from "./conditional.js";

/** What the mirrors of all sheets read. */
export interface Shown {
  readonly workbook: WorkbookModel;
  readonly calculator: FormulaCalculator;
  readonly conditions: ConditionalFormats;
}

/** What the page has been told of one sheet, so that it is told only what differs. */
export class SheetMirror {
  private rows: (CellSource | undefined)[][] = [];
  private frame = "";
  private charts = "[]";

  constructor(private readonly sheet: SheetModel) {}

  /** What changed since the last call; `undefined` where nothing did. */
  patch(shown: Shown): SheetPatch | undefined {
    const cells = this.changedCells(shown);
    const frame = frameOf(this.sheet);
    const text = JSON.stringify(frame);
    const reframed = text !== this.frame;
    this.frame = text;
    const charts = chartsOf(this.sheet, shown);
    const drawn = JSON.stringify(charts);
    const redrawn = drawn !== this.charts;
    this.charts = drawn;
    if (cells.length === 0 && !reframed && !redrawn) return undefined;
    return {
      id: this.sheet.id,
      cells,
      ...(reframed && { frame }),
      ...(redrawn && { charts }),
    };
  }

  private changedCells(shown: Shown): PlacedCell[] {
    const changed: PlacedCell[] = [];
    const values = shown.calculator.values(this.sheet.whole());
    const rows = Math.max(values.length, this.rows.length);
    for (let row = 0; row < rows; row++) {
      const before = this.rows[row] ?? [];
      const columns = Math.max(values[row]?.length ?? 0, before.length);
      for (let column = 0; column < columns; column++) {
        const known = before[column];
        const place = [row + 1, column + 1] as const;
        const source = this.source(shown, values[row]?.[column] ?? null, ...place, known);
        if (source === known) continue;
        before[column] = source;
        changed.push([...place, source ? this.view(shown, source, ...place) : null]);
      }
      this.rows[row] = before;
    }
    return changed;
  }

  /** What a cell's view is made from: `known` itself where that has not changed. */
  private source(
    { calculator, conditions }: Shown,
    value: Value,
    row: number,
    column: number,
    known: CellSource | undefined,
  ): CellSource | undefined {
    const { name, conditional, contents, styles } = this.sheet;
    const content = contents.get(row, column);
    const style = styles.get(row, column);
    const shown =
      conditional.length > 0 ? conditions.over(style, conditional, value, row, column) : style;
    if (value === null && !content && !shown) return undefined;
    const drawing = isSparkline(content) ? calculator.sparkline(name, row, column) : undefined;
    if (known && isSource(known, value, content, style, shown, drawing)) return known;
    return { value, content, style, shown, drawing };
  }

  private view(
    { workbook, calculator }: Shown,
    source: CellSource,
    row: number,
    column: number,
  ): CellView {
    const { name } = this.sheet;
    const view = viewOf(workbook, calculator, source, name, row, column);
    if (source.content || source.value === null) return view;
    const origin = calculator.spillOrigin(name, row, column);
    return origin ? { ...view, spilledFrom: printA1({ ...origin, rows: 1, columns: 1 }) } : view;
  }
}

function frameOf(sheet: SheetModel): SheetFrame {
  return {
    id: sheet.id,
    name: sheet.name,
    rows: sheet.rows,
    columns: sheet.columns,
    hidden: sheet.hidden,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    tabColor: sheet.tabColor,
    widths: Object.fromEntries(sheet.columnWidths),
    hiddenRows: [...sheet.hiddenRows],
    merges: [...sheet.merges],
    validations: sheet.validations,
    protections: sheet.protections.map(({ value }) => value),
    filter: sheet.filter ?? null,
  };
}

function chartsOf({ charts }: SheetModel, { workbook, calculator }: Shown): ChartView[] {
  return charts.map((chart) => chartView(workbook, calculator, chart));
}
