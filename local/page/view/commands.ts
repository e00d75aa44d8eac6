import { CanceledError, type IRange } from "@univerjs/core";
import type { Action, StylePatch } from "../messages.js";
import type { Clipboard } from "./clipboard.js";
import type { Editing } from "./editing.js";
import type { Engine } from "./engine.js";
import { fittingWidths } from "./fitting-widths.js";
import type { Grid } from "./grid.js";
import type { Selections } from "./selection.js";
import { engineId } from "./sheet-data.js";
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

function routesOf({ grid, engine, selections, editing, clipboard }: Surroundings) {
  const act = (action: Action) => engine.act(action);
  const nameOf = (subUnitId?: string) =>
    (subUnitId && grid.mirror.frame(engineId(subUnitId))?.name) || selections.sheet;
  const areaOf = (range: IRange, subUnitId?: string) =>
    selections.area(range, subUnitId ? engineId(subUnitId) : undefined);
  const axis = (verb: "insert" | "delete", rows: boolean) => (params: Params) => {
    const area = params.range ? areaOf(params.range, params.subUnitId) : selections.last;
    const at = rows ? area.row : area.column;
    const count = rows ? area.rows : area.columns;
    const before = Math.max(1, at - 1);
    act({
      do: verb,
      sheet: nameOf(params.subUnitId),
      axis: rows ? "rows" : "columns",
      at,
      count,
      ...(verb === "insert" && { like: before }),
    });
  };
  const move = (axis: "rows" | "columns") => (params: Params) => {
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
  const style = (patch: StylePatch) => act({ do: "style", areas: selections.areas, patch });
  const widths = (columns: Iterable<number>, width: number) =>
    act({
      do: "widths",
      sheet: selections.sheet,
      widths: Object.fromEntries(
        [...columns].map((column) => [column, Math.max(20, Math.round(width))]),
      ),
    });
  const routes: Record<string, (params: Params) => void> = {
    "univer.command.undo": () => engine.undo(),
    "univer.command.redo": () => engine.redo(),
    "univer.command.copy": () => void clipboard.copy(false),
    "univer.command.cut": () => void clipboard.copy(true),
    "univer.command.paste": () => void clipboard.pasteFromSystem(),
    "sheet.command.paste-value": () => void clipboard.pasteOnly("values"),
    "sheet.command.paste-format": () => void clipboard.pasteOnly("looks"),
    "sheet.command.clear-selection-format": () =>
      act({ do: "clearLooks", areas: selections.areas }),
    "sheet.command.clear-selection-content": () => act({ do: "clear", areas: selections.areas }),
    "sheet.command.clear-selection-all": () => {
      act({ do: "clear", areas: selections.areas });
      act({ do: "clearLooks", areas: selections.areas });
    },
    "sheet.command.set-range-values": ({ value, range, subUnitId }) => {
      if (editing.echoes) return;
      writeValues(value, range, (text, at) =>
        act({ do: "edit", area: areaOf(at, subUnitId), text }),
      );
    },
    "sheet.command.insert-row": axis("insert", true),
    "sheet.command.insert-row-by-range": axis("insert", true),
    "sheet.command.insert-col": axis("insert", false),
    "sheet.command.insert-col-by-range": axis("insert", false),
    "sheet.command.remove-row": axis("delete", true),
    "sheet.command.remove-row-by-range": axis("delete", true),
    "sheet.command.remove-col": axis("delete", false),
    "sheet.command.remove-col-by-range": axis("delete", false),
    "sheet.command.move-rows": move("rows"),
    "sheet.command.move-cols": move("columns"),
    "sheet.command.move-range": ({ fromRange, toRange }) =>
      act({ do: "copy", from: areaOf(fromRange), to: areaOf(toRange), cut: true }),
    "sheet.command.auto-fill": ({ sourceRange, targetRange }) =>
      act({ do: "fill", from: areaOf(sourceRange), to: areaOf(targetRange) }),
    "sheet.command.delta-column-width": ({ anchorCol, deltaX }) => {
      const width = grid.mirror.frame(selections.sheetId)?.widths[anchorCol + 1] ?? 100;
      widths([anchorCol + 1], width + deltaX);
    },
    "sheet.command.set-col-auto-width": () => act(fittingWidths(grid, selections)),
    "sheet.command.hide-row-confirm": () => act({ do: "hideRows", area: selections.last }),
    "sheet.command.set-rows-hidden": () => act({ do: "hideRows", area: selections.last }),
    "sheet.command.set-selected-rows-visible": () => act({ do: "showRows", area: selections.last }),
    "sheet.command.set-specific-rows-visible": ({ ranges }) => {
      for (const range of ranges) act({ do: "showRows", area: areaOf(range) });
    },
    "sheet.command.set-worksheet-col-width": ({ value }) =>
      widths(
        selections.areas.flatMap(({ column, columns }) =>
          Array.from({ length: columns }, (_, at) => column + at),
        ),
        value,
      ),
    "sheet.command.set-style": ({ style: { type, value } }) => {
      const patch = stylePatch(type, value);
      if (patch) style(patch);
    },
    "sheet.command.set-frozen": ({ xSplit, ySplit, subUnitId }) =>
      act({ do: "freeze", sheet: nameOf(subUnitId), rows: ySplit, columns: xSplit }),
    "sheet.command.cancel-frozen": ({ subUnitId }) =>
      act({ do: "freeze", sheet: nameOf(subUnitId), rows: 0, columns: 0 }),
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
  return routes;
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

const HORIZONTAL = [undefined, "left", "center", "right"] as const;
const VERTICAL = [undefined, "top", "middle", "bottom"] as const;

/** A property of Univer's styles as one of ours; nothing where we have none. */
function stylePatch(type: string, value: Params): StylePatch | undefined {
  switch (type) {
    case "bl":
      return { bold: value === 1 ? true : null };
    case "it":
      return { italic: value === 1 ? true : null };
    case "fs":
      return { size: value };
    case "cl":
      return { color: value?.rgb ?? null };
    case "bg":
      return { background: value?.rgb ?? null };
    case "tb":
      return { wrap: value === 3 ? true : null };
    case "ht":
      return { horizontal: HORIZONTAL[value] ?? null };
    case "vt":
      return { vertical: VERTICAL[value] ?? null };
    default:
      return undefined;
  }
}
