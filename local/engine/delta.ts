import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "./snapshot.js";

/** A sheet as it was, but for what is given. */
interface SheetDelta {
  /** Its place before, from 0. */
  readonly from: number;
  /** All of it but its cells, where any of that differs. */
  readonly frame?: Omit<SheetSnapshot, "cells">;
  /** The cells that differ; one that was emptied has neither content nor style. */
  readonly cells?: readonly CellSnapshot[];
}

/** What changed of a workbook: plain data, a line of the change log. */
export interface WorkbookDelta {
  /** Every sheet, in order: changed, or new as a whole. */
  readonly sheets: readonly (SheetDelta | SheetSnapshot)[];
  readonly names?: WorkbookSnapshot["names"];
  readonly properties?: WorkbookSnapshot["properties"];
}

/** What leads from a workbook to what it became; `undefined` where nothing differs. */
export function deltaOf(
  before: WorkbookSnapshot,
  after: WorkbookSnapshot,
): WorkbookDelta | undefined {
  const places = formerPlaces(before.sheets, after.sheets);
  const sheets = after.sheets.map((sheet, at) => {
    const from = places[at];
    const former = from === undefined ? undefined : before.sheets[from];
    return from === undefined || !former ? sheet : sheetDelta(from, former, sheet);
  });
  const delta: WorkbookDelta = {
    sheets,
    ...(differs(before.names, after.names) && { names: after.names }),
    ...(differs(before.properties, after.properties) && { properties: after.properties }),
  };
  const kept = sheets.length === before.sheets.length && sheets.every(isUntouched);
  return kept && !delta.names && !delta.properties ? undefined : delta;
}

/** The workbook that a delta leads to. */
export function applyDelta(before: WorkbookSnapshot, delta: WorkbookDelta): WorkbookSnapshot {
  return {
    ...before,
    sheets: delta.sheets.map((sheet) => {
      if (!("from" in sheet)) return sheet;
      const former = before.sheets[sheet.from];
      if (!former) throw new Error(`The change log names sheet ${sheet.from}, which is not there.`);
      const { cells, ...frame } = former;
      return { ...(sheet.frame ?? frame), cells: withCells(cells, sheet.cells ?? []) };
    }),
    names: delta.names ?? before.names,
    properties: delta.properties ?? before.properties,
  };
}

/** How many cells a delta carries: what it costs to write. */
export function deltaCells({ sheets }: WorkbookDelta): number {
  return sheets.reduce((sum, { cells }) => sum + (cells?.length ?? 0), 0);
}

/** Where each sheet was before: by its name, else as the one that was in its place and is gone. */
function formerPlaces(
  before: readonly SheetSnapshot[],
  after: readonly SheetSnapshot[],
): (number | undefined)[] {
  const names = new Map(before.map(({ name }, at) => [name, at]));
  const now = new Set(after.map(({ name }) => name));
  return after.map(({ name }, at) => {
    const former = before[at];
    return names.get(name) ?? (former && !now.has(former.name) ? at : undefined);
  });
}

function sheetDelta(from: number, before: SheetSnapshot, after: SheetSnapshot): SheetDelta {
  const { cells: cellsBefore, ...frameBefore } = before;
  const { cells, ...frame } = after;
  const changed = changedCells(cellsBefore, cells);
  return {
    from,
    ...(differs(frameBefore, frame) && { frame }),
    ...(changed.length > 0 && { cells: changed }),
  };
}

function isUntouched(sheet: SheetDelta | SheetSnapshot, at: number): boolean {
  return "from" in sheet && sheet.from === at && !sheet.frame && !sheet.cells;
}

function changedCells(
  before: readonly CellSnapshot[],
  after: readonly CellSnapshot[],
): CellSnapshot[] {
  const inPlace = changedInPlace(before, after);
  if (inPlace) return inPlace;
  const left = new Map(before.map((cell) => [placeOf(cell), cell]));
  const changed: CellSnapshot[] = [];
  for (const cell of after) {
    const place = placeOf(cell);
    const former = left.get(place);
    left.delete(place);
    if (!former || !sameCell(former, cell)) changed.push(cell);
  }
  for (const { row, column } of left.values()) changed.push({ row, column });
  return changed;
}

/** The same, where both list the same places in the same order, as they do after most edits. */
function changedInPlace(
  before: readonly CellSnapshot[],
  after: readonly CellSnapshot[],
): CellSnapshot[] | undefined {
  if (before.length !== after.length) return undefined;
  const changed: CellSnapshot[] = [];
  for (const [at, cell] of after.entries()) {
    const former = before[at];
    if (!former || placeOf(former) !== placeOf(cell)) return undefined;
    if (!sameCell(former, cell)) changed.push(cell);
  }
  return changed;
}

function withCells(
  before: readonly CellSnapshot[],
  changed: readonly CellSnapshot[],
): readonly CellSnapshot[] {
  if (changed.length === 0) return before;
  const cells = new Map(before.map((cell) => [placeOf(cell), cell]));
  for (const cell of changed) {
    if (cell.content || cell.style) cells.set(placeOf(cell), cell);
    else cells.delete(placeOf(cell));
  }
  return [...cells.values()];
}

/** More columns than any sheet has. */
const WIDEST = 32_768;

function placeOf({ row, column }: CellSnapshot): number {
  return row * WIDEST + column;
}

/** Contents and styles are never changed in place: most often the same objects stand for the same cell. */
function sameCell(a: CellSnapshot, b: CellSnapshot): boolean {
  return !differs(a.content, b.content) && !differs(a.style, b.style);
}

function differs(a: unknown, b: unknown): boolean {
  return a !== b && JSON.stringify(a) !== JSON.stringify(b);
}
