import { CanceledError, type IRange } from "@univerjs/core";
import type { Area } from "../../engine/types.js";
import type { Action } from "../messages.js";
import type { Clipboard } from "./clipboard.js";
import type { Editing } from "./editing.js";
import type { Engine } from "./engine.js";
import { fittingWidths } from "./fitting-widths.js";
import type { Grid } from "./grid.js";
import type { Selections } from "./selection.js";
import { engineId } from "./sheet-data.js";
import { stylePatch } from "./style-patch.js";
import { chosenValue } from "./validations.js";

// biome-ignore lint/suspicious/noExplicitAny: each command of Univer has parameters of its own.
type Params = any;

interface Surroundings {
  readonly grid: Grid;
  readonly engine: Engine;
  readonly selections: Selections;
  readonly editing: Editing;
  readonly clipboard: Clipboard;
}

/**
 * Takes over the commands of Univer that would change the workbook: each becomes an action of the
 * engine, and the command itself does nothing. What has no counterpart here changes nothing either.
 */
export function takeOverCommands(surroundings: Surroundings): void {
  const { grid, editing } = surroundings;
  const routes = routesOf(surroundings);
  grid.commands.beforeCommandExecuted(({ id, params }) => {
    const route = routes[id];
    if (!route || (IN_EDITOR.has(id) && editing.active)) return;
    route(params ?? {});
    throw new CanceledError();
  });
}

/** Commands that mean the editor's text while it is open. */
const IN_EDITOR = new Set(
  ["copy", "cut", "paste", "undo", "redo"].map((name) => `univer.command.${name}`),
);

type Routes = Readonly<Record<string, (params: Params) => void>>;

/** What routes share: to act, and Univer's sheets and ranges as the engine knows them. */
interface Routing extends Surroundings {
  readonly act: (action: Action) => void;
  /** The sheet of a command, else the one that is shown. */
  readonly nameOf: (subUnitId?: string) => string;
  readonly areaOf: (range: IRange, subUnitId?: string) => Area;
}

function routesOf(surroundings: Surroundings): Routes {
  const { grid, engine, selections } = surroundings;
  const routing: Routing = {
    ...surroundings,
    act: (action) => engine.act(action),
    nameOf: (subUnitId) =>
      (subUnitId && grid.mirror.frame(engineId(subUnitId))?.name) || selections.sheet,
    areaOf: (range, subUnitId) =>
      selections.area(range, subUnitId ? engineId(subUnitId) : undefined),
  };
  return {
    ...historyAndClipboard(routing),
    ...contents(routing),
    ...linesMoved(routing),
    ...linesShown(routing),
    ...sheets(routing),
  };
}

function historyAndClipboard({ engine, clipboard }: Routing): Routes {
  return {
    "univer.command.undo": () => engine.undo(),
    "univer.command.redo": () => engine.redo(),
    "univer.command.copy": () => void clipboard.copy(false),
    "univer.command.cut": () => void clipboard.copy(true),
    "univer.command.paste": () => void clipboard.pasteFromSystem(),
    "sheet.command.paste-value": () => void clipboard.pasteOnly("values"),
    "sheet.command.paste-format": () => void clipboard.pasteOnly("looks"),
  };
}

/** What cells hold and how they look. */
function contents({ act, areaOf, selections, editing }: Routing): Routes {
  const clear = () => act({ do: "clear", areas: selections.areas });
  const clearLooks = () => act({ do: "clearLooks", areas: selections.areas });
  return {
    "sheet.command.clear-selection-format": clearLooks,
    "sheet.command.clear-selection-content": clear,
    "sheet.command.clear-selection-all": () => {
      clear();
      clearLooks();
    },
    "sheet.command.set-range-values": ({ value, range, subUnitId }) => {
      if (editing.echoes) return;
      writeValues(value, range, (text, at) =>
        act({ do: "edit", area: areaOf(at, subUnitId), text }),
      );
    },
    "sheet.command.move-range": ({ fromRange, toRange }) =>
      act({ do: "copy", from: areaOf(fromRange), to: areaOf(toRange), cut: true }),
    "sheet.command.auto-fill": ({ sourceRange, targetRange }) =>
      act({ do: "fill", from: areaOf(sourceRange), to: areaOf(targetRange) }),
    "sheet.command.set-style": ({ style: { type, value } }) => {
      const patch = stylePatch(type, value);
      if (patch) act({ do: "style", areas: selections.areas, patch });
    },
  };
}

type Axis = "rows" | "columns";

/** Rows and columns that come, go or change places. */
function linesMoved({ act, nameOf, areaOf, selections }: Routing): Routes {
  const change = (verb: "insert" | "delete", axis: Axis) => (params: Params) => {
    const area = params.range ? areaOf(params.range, params.subUnitId) : selections.last;
    const at = axis === "rows" ? area.row : area.column;
    const like = Math.max(1, at - 1);
    act({
      do: verb,
      sheet: nameOf(params.subUnitId),
      axis,
      at,
      count: area[axis],
      ...(verb === "insert" && { like }),
    });
  };
  const move = (axis: Axis) => (params: Params) => {
    const { fromRange, toRange, range } = params;
    const moved = range ? areaOf(range) : selections.last;
    act({
      do: "move",
      sheet: selections.sheet,
      axis,
      from: axis === "rows" ? moved.row : moved.column,
      count: range ? moved[axis] : Math.max(moved[axis], areaOf(fromRange)[axis]),
      before: (axis === "rows" ? toRange.startRow : toRange.startColumn) + 1,
    });
  };
  return {
    "sheet.command.insert-row": change("insert", "rows"),
    "sheet.command.insert-row-by-range": change("insert", "rows"),
    "sheet.command.insert-col": change("insert", "columns"),
    "sheet.command.insert-col-by-range": change("insert", "columns"),
    "sheet.command.remove-row": change("delete", "rows"),
    "sheet.command.remove-row-by-range": change("delete", "rows"),
    "sheet.command.remove-col": change("delete", "columns"),
    "sheet.command.remove-col-by-range": change("delete", "columns"),
    "sheet.command.move-rows": move("rows"),
    "sheet.command.move-cols": move("columns"),
  };
}

/** How wide columns are, which rows show, and what stays in sight. */
function linesShown({ act, nameOf, areaOf, grid, selections }: Routing): Routes {
  const widths = (columns: readonly number[], width: number) =>
    act({
      do: "widths",
      sheet: selections.sheet,
      widths: Object.fromEntries(
        columns.map((column) => [column, Math.max(20, Math.round(width))]),
      ),
    });
  return {
    "sheet.command.delta-column-width": ({ anchorCol, deltaX }) => {
      const width = grid.mirror.frame(selections.sheetId)?.widths[anchorCol + 1] ?? 100;
      widths([anchorCol + 1], width + deltaX);
    },
    "sheet.command.set-worksheet-col-width": ({ value }) =>
      widths(
        selections.areas.flatMap(({ column, columns }) =>
          Array.from({ length: columns }, (_, at) => column + at),
        ),
        value,
      ),
    "sheet.command.set-col-auto-width": () => act(fittingWidths(grid, selections)),
    "sheet.command.hide-row-confirm": () => act({ do: "hideRows", area: selections.last }),
    "sheet.command.set-rows-hidden": () => act({ do: "hideRows", area: selections.last }),
    "sheet.command.set-selected-rows-visible": () => act({ do: "showRows", area: selections.last }),
    "sheet.command.set-specific-rows-visible": ({ ranges }) => {
      for (const range of ranges) act({ do: "showRows", area: areaOf(range) });
    },
    "sheet.command.set-frozen": ({ xSplit, ySplit, subUnitId }) =>
      act({ do: "freeze", sheet: nameOf(subUnitId), rows: ySplit, columns: xSplit }),
    "sheet.command.cancel-frozen": ({ subUnitId }) =>
      act({ do: "freeze", sheet: nameOf(subUnitId), rows: 0, columns: 0 }),
  };
}

function sheets({ act, nameOf }: Routing): Routes {
  return {
    "sheet.command.insert-sheet": () => act({ do: "addSheet" }),
    "sheet.command.remove-sheet": ({ subUnitId }) =>
      act({ do: "deleteSheet", sheet: nameOf(subUnitId) }),
    "sheet.command.set-worksheet-name": ({ subUnitId, name }) =>
      act({ do: "renameSheet", sheet: nameOf(subUnitId), name }),
    "sheet.command.set-worksheet-order": ({ subUnitId, order }) =>
      act({ do: "moveSheet", sheet: nameOf(subUnitId), index: order }),
    "sheet.command.set-tab-color": ({ subUnitId, value }) =>
      act({ do: "tabColor", sheet: nameOf(subUnitId), color: value || null }),
    "sheet.command.set-worksheet-hidden": ({ subUnitId }) =>
      act({ do: "hideSheet", sheet: nameOf(subUnitId), hidden: true }),
    "sheet.command.set-worksheet-show": ({ subUnitId }) =>
      act({ do: "hideSheet", sheet: nameOf(subUnitId), hidden: false }),
  };
}

/** What Univer's lists and checkboxes write: one value for a range, or values by row and column. */
function writeValues(
  value: Params,
  range: IRange | undefined,
  write: (text: string, at: IRange) => void,
): void {
  if (value && typeof value === "object" && "v" in value && range) {
    write(typed(value.v), range);
    return;
  }
  for (const [row, line] of Object.entries(value ?? {})) {
    for (const [column, cell] of Object.entries(line as Record<string, Params>)) {
      const [startRow, startColumn] = [Number(row), Number(column)];
      const at = { startRow, endRow: startRow, startColumn, endColumn: startColumn };
      if (cell && "v" in cell) write(typed(cell.v), at);
    }
  }
}

function typed(value: unknown): string {
  return value === null || value === undefined ? "" : chosenValue(String(value));
}
