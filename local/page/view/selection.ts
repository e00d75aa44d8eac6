import type { IRange } from "@univerjs/core";
import { SheetsSelectionsService } from "@univerjs/preset-sheets-core";
import type { Area } from "../messages.js";
import type { Grid } from "./grid.js";
import { engineId } from "./sheet-data.js";

/** What Univer runs when the person goes to another cell or another sheet. */
const MOVES = new Set(["sheet.operation.set-selections", "sheet.operation.set-worksheet-active"]);

/** Where the person is in the grid, in the engine's terms. */
export class Selections {
  private readonly service: SheetsSelectionsService;

  constructor(private readonly grid: Grid) {
    this.service = grid.started.univer.__getInjector().get(SheetsSelectionsService);
  }

  /** Calls back each time the person goes somewhere else. */
  onMove(run: () => void): void {
    this.grid.commands.onCommandExecuted(({ id }) => {
      if (MOVES.has(id)) run();
    });
  }

  /** Identity of the sheet that is shown. */
  get sheetId(): number {
    const id = this.grid.api.getActiveWorkbook()?.getActiveSheet().getSheetId();
    return id === undefined ? -1 : engineId(id);
  }

  get sheet(): string {
    return this.grid.mirror.frame(this.sheetId)?.name ?? "";
  }

  /** Every selected area, the last one selected last. */
  get areas(): Area[] {
    return this.service.getCurrentSelections().map(({ range }) => this.area(range));
  }

  /** The area selected last. */
  get last(): Area {
    return this.areas.at(-1) ?? { sheet: this.sheet, row: 1, column: 1, rows: 1, columns: 1 };
  }

  /** The cell that typing goes to. */
  get cell(): Area {
    const primary = this.service.getCurrentLastSelection()?.primary;
    const row = (primary?.actualRow ?? 0) + 1;
    const column = (primary?.actualColumn ?? 0) + 1;
    return { sheet: this.sheet, row, column, rows: 1, columns: 1 };
  }

  /** A range of Univer's as an area; whole rows and columns are cut to the sheet. */
  area(range: IRange, sheetId = this.sheetId): Area {
    const frame = this.grid.mirror.frame(sheetId);
    const { rows = 1, columns = 1, name = "" } = frame ?? {};
    const whole = (value: number, fallback: number) => (Number.isNaN(value) ? fallback : value);
    const row = whole(range.startRow, 0);
    const column = whole(range.startColumn, 0);
    return {
      sheet: name,
      row: row + 1,
      column: column + 1,
      rows: Math.min(whole(range.endRow, rows - 1), rows - 1) - row + 1,
      columns: Math.min(whole(range.endColumn, columns - 1), columns - 1) - column + 1,
    };
  }

  /** Selects an area and scrolls to it, on its sheet. */
  select({ sheet, row, column, rows, columns }: Area): void {
    const id = this.grid.mirror.order.find((one) => this.grid.mirror.frame(one)?.name === sheet);
    if (id === undefined) return;
    if (id !== this.sheetId) this.grid.show(id);
    const target = this.grid.api.getActiveWorkbook()?.getActiveSheet();
    target?.getRange(row - 1, column - 1, rows, columns).activate();
    target?.scrollToCell(Math.max(0, row - 1), Math.max(0, column - 1));
  }
}
