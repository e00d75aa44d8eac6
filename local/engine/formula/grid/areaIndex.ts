/** Inclusive rectangle. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

interface Entry<T> extends Rectangle {
  readonly item: T;
}

const BLOCK = 64;
const MAX_BLOCKS = 4;

/** Rectangles of one sheet, found by what they overlap. Short ones lie in blocks of rows. */
export class AreaIndex<T> {
  private readonly blocks = new Map<number, Entry<T>[]>();
  private readonly tall = new Set<Entry<T>>();
  private readonly entries = new Map<T, Entry<T>>();

  add(area: Rectangle, item: T): void {
    const { row, column, lastRow, lastColumn } = area;
    const entry = { row, column, lastRow, lastColumn, item };
    this.entries.set(item, entry);
    if (isTall(entry)) {
      this.tall.add(entry);
      return;
    }
    for (let block = blockOf(row); block <= blockOf(lastRow); block += 1) {
      const list = this.blocks.get(block);
      if (list) list.push(entry);
      else this.blocks.set(block, [entry]);
    }
  }

  delete(item: T): void {
    const entry = this.entries.get(item);
    if (!entry) return;
    this.entries.delete(item);
    if (this.tall.delete(entry)) return;
    for (let block = blockOf(entry.row); block <= blockOf(entry.lastRow); block += 1) {
      const list = this.blocks.get(block) as Entry<T>[];
      list[list.indexOf(entry)] = list.at(-1) as Entry<T>;
      list.pop();
    }
  }

  /** Items that overlap an area. */
  overlapping(area: Rectangle): Set<T> {
    const found = new Set<T>();
    const collect = (entries: Iterable<Entry<T>>) => {
      for (const entry of entries) if (overlap(entry, area)) found.add(entry.item);
    };
    collect(this.tall);
    const first = blockOf(area.row);
    const last = blockOf(area.lastRow);
    if (last - first >= this.blocks.size) {
      for (const entries of this.blocks.values()) collect(entries);
    } else {
      for (let block = first; block <= last; block += 1) collect(this.blocks.get(block) ?? []);
    }
    return found;
  }

  /** An item that covers a cell. */
  at(row: number, column: number): T | undefined {
    const covers = (entry: Entry<T>) =>
      entry.row <= row &&
      entry.lastRow >= row &&
      entry.column <= column &&
      entry.lastColumn >= column;
    for (const entry of this.tall) if (covers(entry)) return entry.item;
    return this.blocks.get(blockOf(row))?.find(covers)?.item;
  }
}

function blockOf(row: number): number {
  return Math.floor(row / BLOCK);
}

function isTall(area: Rectangle): boolean {
  return blockOf(area.lastRow) - blockOf(area.row) >= MAX_BLOCKS;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return (
    a.row <= b.lastRow && a.lastRow >= b.row && a.column <= b.lastColumn && a.lastColumn >= b.column
  );
}
