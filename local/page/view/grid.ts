import {
  CanceledError,
  CommandType,
  type ICellData,
  ICommandService,
  type IWorkbookData,
  type IWorksheetData,
  LifecycleStages,
  mergeWorksheetSnapshotWithDefault,
} from "@univerjs/core";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import type { Patch, PlacedCell, SheetFrame } from "../messages.js";
import { cellData } from "./cell-data.js";
import { Mirror } from "./mirror.js";
import { engineId, frameMutations, univerId, worksheetData } from "./sheet-data.js";
import { type Started, startUniver } from "./univer.js";

/** The identity of the one workbook that Univer shows. */
export const UNIT = "classeur";

/** Univer as a view of the workbook: it is told what to show and changes nothing by itself. */
export class Grid {
  readonly mirror = new Mirror();
  readonly started: Started;
  readonly commands: ICommandService;
  private pushing = 0;
  private rendered = false;
  private readonly waiting: (() => void)[] = [];

  constructor(container: HTMLElement, patch: Patch, name: string) {
    this.started = startUniver(container);
    this.api.addEvent(this.api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage < LifecycleStages.Rendered) return;
      // Univer's own parts hear of it after this listener.
      setTimeout(() => {
        this.rendered = true;
        for (const run of this.waiting.splice(0)) run();
      });
    });
    this.mirror.apply(patch);
    this.started.univerAPI.createWorkbook(this.workbookData(name));
    this.commands = this.started.univer.__getInjector().get(ICommandService);
    this.whenRendered(() => {
      for (const { id, cells } of patch.sheets) this.fitRows(id, cells);
    });
    this.commands.beforeCommandExecuted(({ id, type }) => {
      if (type !== CommandType.MUTATION || this.pushing > 0 || VIEW_ONLY.has(id)) return;
      if (id.startsWith("sheet.mutation.") || id.startsWith("formula.mutation.")) {
        throw new CanceledError();
      }
    });
  }

  get api(): Started["univerAPI"] {
    return this.started.univerAPI;
  }

  /** Runs a mutation of Univer that shows what the workbook already is. */
  push(id: string, params: object): void {
    this.pushing += 1;
    try {
      this.commands.syncExecuteCommand(id, { unitId: UNIT, ...params }, { onlyLocal: true });
    } finally {
      this.pushing -= 1;
    }
  }

  /** Runs once the grid is on the screen: what is measured or laid over it has to wait for that. */
  whenRendered(run: () => void): void {
    if (this.rendered) run();
    else this.waiting.push(run);
  }

  /** Gives the keyboard back to the grid. */
  focus(): void {
    this.started.univer.__getInjector().get(ILayoutService).focus();
  }

  /** Brings the view up to date with what changed in the workbook. */
  apply(patch: Patch): void {
    const before = new Map([...this.mirror.sheets].map(([id, { frame }]) => [id, frame]));
    const order = this.mirror.order;
    this.mirror.apply(patch);
    this.addSheets(before);
    for (const { id, frame, cells } of patch.sheets) {
      const known = before.get(id);
      if (!known) {
        this.fitRows(id, cells);
        continue;
      }
      if (frame) for (const [name, params] of frameMutations(known, frame)) this.push(name, params);
      this.pushCells(id, cells);
    }
    for (const id of before.keys()) {
      if (!this.mirror.frame(id)) {
        this.leaveSheet(id);
        this.push("sheet.mutation.remove-sheet", { subUnitId: univerId(id) });
      }
    }
    this.reorder(order);
  }

  /** Adds the sheets that are new; the one that was shown stays. */
  private addSheets(before: ReadonlyMap<number, SheetFrame>): void {
    const shown = this.api.getActiveWorkbook()?.getActiveSheet().getSheetId();
    let added = 0;
    for (const [index, id] of this.mirror.order.entries()) {
      if (before.has(id)) continue;
      const sheet = this.sheetData(id);
      if (!sheet) continue;
      const complete = mergeWorksheetSnapshotWithDefault(sheet);
      this.push("sheet.mutation.insert-sheet", { index, sheet: complete });
      added += 1;
    }
    if (added > 0 && shown !== undefined) this.show(engineId(shown));
  }

  /** Shows another sheet where the one that goes is the one that is shown. */
  private leaveSheet(id: number): void {
    const active = this.api.getActiveWorkbook()?.getActiveSheet().getSheetId();
    if (active !== univerId(id)) return;
    const next = this.mirror.order.find((other) => !this.mirror.frame(other)?.hidden);
    if (next !== undefined) this.show(next);
  }

  /** Makes a sheet the one that is shown. */
  show(id: number): void {
    this.commands.syncExecuteCommand("sheet.operation.set-worksheet-active", {
      unitId: UNIT,
      subUnitId: univerId(id),
    });
  }

  private reorder(before: readonly number[]): void {
    const sheets = [...before.filter((id) => this.mirror.frame(id))];
    for (const id of this.mirror.order)
      if (!sheets.includes(id)) sheets.splice(this.mirror.order.indexOf(id), 0, id);
    for (const [to, id] of this.mirror.order.entries()) {
      const from = sheets.indexOf(id);
      if (from === to) continue;
      sheets.splice(from, 1);
      sheets.splice(to, 0, id);
      this.push("sheet.mutation.set-worksheet-order", {
        subUnitId: univerId(id),
        fromOrder: from,
        toOrder: to,
      });
    }
  }

  private pushCells(id: number, cells: readonly PlacedCell[]): void {
    if (cells.length === 0) return;
    const cellValue: Record<number, Record<number, ICellData | null>> = {};
    for (const [row, column, view] of cells) {
      const line = cellValue[row - 1] ?? {};
      line[column - 1] = view ? cellData(view) : null;
      cellValue[row - 1] = line;
    }
    this.push("sheet.mutation.set-range-values", { subUnitId: univerId(id), cellValue });
    this.fitRows(id, cells);
  }

  /** Gives rows that hold wrapped texts the height that these need. */
  fitRows(id: number, cells: Iterable<PlacedCell>): void {
    const wrapped = new Set<number>();
    for (const [row, , view] of cells) if (view?.style?.wrap) wrapped.add(row - 1);
    if (wrapped.size === 0) return;
    const endColumn = (this.mirror.frame(id)?.columns ?? 1) - 1;
    this.push("sheet.command.set-row-is-auto-height", {
      subUnitId: univerId(id),
      ranges: intervals(wrapped).map(([startRow, endRow]) => ({
        startRow,
        endRow,
        startColumn: 0,
        endColumn,
      })),
    });
  }

  private workbookData(name: string): IWorkbookData {
    const sheets: Record<string, Partial<IWorksheetData>> = {};
    for (const id of this.mirror.order) {
      const sheet = this.sheetData(id);
      if (sheet) sheets[univerId(id)] = sheet;
    }
    return {
      id: UNIT,
      name,
      appVersion: "",
      locale: "frFR",
      styles: {},
      sheetOrder: this.mirror.order.map(univerId),
      sheets,
    } as IWorkbookData;
  }

  private sheetData(id: number): Partial<IWorksheetData> | undefined {
    const sheet = this.mirror.sheets.get(id);
    return sheet && worksheetData(sheet);
  }
}

/** Mutations that touch nothing of the workbook: heights follow from the texts. */
const VIEW_ONLY = new Set([
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.set-worksheet-row-is-auto-height",
  "sheet.mutation.set-worksheet-row-height",
]);

/** Whole numbers as intervals without gaps. */
function intervals(numbers: ReadonlySet<number>): [number, number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
