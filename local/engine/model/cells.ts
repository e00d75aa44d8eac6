/** A sparse grid that keeps one array per row: cheap to read in blocks and to shift by whole rows. */
export class Cells<T> {
  private rows: (Array<T | undefined> | undefined)[] = [];

  get(row: number, column: number): T | undefined {
    return this.rows[row]?.[column];
  }

  set(row: number, column: number, item: T | undefined): void {
    let cells = this.rows[row];
    if (!cells) {
      if (item === undefined) return;
      while (this.rows.length < row) this.rows.push(undefined);
      cells = [];
      this.rows[row] = cells;
    }
    while (cells.length < column) cells.push(undefined);
    cells[column] = item;
  }

  /** Visits every cell that holds something, row by row. */
  *entries(): Generator<{ row: number; column: number; item: T }> {
    for (let row = 0; row < this.rows.length; row++) {
      const cells = this.rows[row];
      if (!cells) continue;
      for (let column = 0; column < cells.length; column++) {
        const item = cells[column];
        if (item !== undefined) yield { row, column, item };
      }
    }
  }

  insertRows(before: number, count: number): void {
    if (before < this.rows.length) {
      const rest = this.rows.splice(before);
      while (this.rows.length < before + count) this.rows.push(undefined);
      for (const row of rest) this.rows.push(row);
    }
  }

  deleteRows(from: number, count: number): void {
    this.rows.splice(from, count);
  }

  insertColumns(before: number, count: number): void {
    const gap = new Array<undefined>(count).fill(undefined);
    for (const cells of this.rows) {
      if (cells && before < cells.length) cells.splice(before, 0, ...gap);
    }
  }

  deleteColumns(from: number, count: number): void {
    for (const cells of this.rows) cells?.splice(from, count);
  }
}
