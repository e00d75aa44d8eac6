import type { IStyleData } from "@univerjs/core";
import { BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { editText } from "./edit-text.js";
import type { Engine } from "./engine.js";
import type { Grid } from "./grid.js";
import type { Selections } from "./selection.js";
import { engineId } from "./sheet-data.js";

/** Milliseconds within which the write that ends an edit is taken for Univer's own reading of it. */
const ECHO = 500;

/** The editor and the bar show what was entered without the cell's looks. */
const PLAIN: IStyleData = { ff: "Arial", fs: 10, cl: { rgb: "#1a1a1a" } };

/**
 * Editing a cell: the editor opens with what was entered, as the workbook's language writes it; what
 * is typed goes to the engine as it is, and Univer's own reading of it is dropped.
 */
export class Editing {
  private opened = "";
  private ended = 0;

  constructor(
    private readonly grid: Grid,
    private readonly engine: Engine,
    private readonly selections: Selections,
    locale: string,
  ) {
    const injector = grid.started.univer.__getInjector();
    injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      priority: 1000,
      handler: (value, { row, col, subUnitId }) => {
        const view = grid.mirror.cell(engineId(subUnitId), row + 1, col + 1);
        if (!view) return value;
        return { ...value, v: editText(view, locale), t: 1, s: PLAIN, f: null, p: null };
      },
    });
    const { Event } = grid.api;
    grid.api.addEvent(Event.SheetEditStarted, ({ row, column, worksheet }) => {
      const view = grid.mirror.cell(engineId(worksheet.getSheetId()), row + 1, column + 1);
      this.opened = editText(view, locale);
    });
    grid.api.addEvent(
      Event.BeforeSheetEditEnd,
      ({ row, column, worksheet, value, isConfirm, keycode }) => {
        this.ended = performance.now();
        if (!isConfirm) return;
        const text = value.toPlainText().replace(/\r\n?/g, "\n").replace(/\n$/, "");
        const whole = keycode !== undefined && keycode > 4096;
        if (text === this.opened && !whole) return;
        const id = engineId(worksheet.getSheetId());
        const area = selections.area(
          { startRow: row, endRow: row, startColumn: column, endColumn: column },
          id,
        );
        this.engine.act({ do: "edit", area: whole ? this.selections.last : area, text });
      },
    );
  }

  /** Whether a write comes from the edit that just ended, and is to be dropped. */
  get echoes(): boolean {
    return performance.now() - this.ended < ECHO;
  }

  /** Calls back after each edit, once the editor is closed. */
  onEnd(run: () => void): void {
    this.grid.api.addEvent(this.grid.api.Event.SheetEditEnded, () => {
      setTimeout(run);
    });
  }

  /** Whether the editor is open. */
  get active(): boolean {
    return this.grid.api.getActiveWorkbook()?.isCellEditing() ?? false;
  }
}
