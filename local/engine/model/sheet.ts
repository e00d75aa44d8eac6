import type {
  CellStyle,
  ChartSnapshot,
  ConditionalRule,
  Filter,
  Protection,
  Validation,
} from "../snapshot.js";
import type { Area, Content } from "../types.js";
import {
  type AxisShift,
  contains,
  intersection,
  shiftArea,
  shiftInterval,
  subtract,
} from "./areas.js";
import { Cells } from "./cells.js";
import { shiftChart } from "./charts.js";
import { shiftFilter } from "./filters.js";

/** A cell's way of being checked, without the place where it applies. */
export type ValidationRule = Omit<Validation, "area">;

/** A protection with the identity that scripts hold on to. */
export interface ProtectionEntry {
  readonly kind: "RANGE" | "SHEET";
  value: Protection;
}

/** One sheet of the model: what its cells hold and all that lies over them. */
export class SheetModel {
  readonly contents = new Cells<Content>();
  readonly styles = new Cells<CellStyle>();
  readonly columnWidths = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly merges: Area[] = [];
  filter: Filter | undefined;
  validations: Validation[] = [];
  conditional: ConditionalRule[] = [];
  protections: ProtectionEntry[] = [];
  charts: ChartSnapshot[] = [];
  hidden = false;
  frozenRows = 0;
  frozenColumns = 0;
  tabColor: string | null = null;

  constructor(
    readonly id: number,
    public name: string,
    public rows = 1_000,
    public columns = 26,
  ) {}

  whole(): Area {
    return { sheet: this.name, row: 1, column: 1, rows: this.rows, columns: this.columns };
  }

  validationAt(row: number, column: number): Validation | undefined {
    return this.validations.find(({ area }) => contains(area, row, column));
  }

  /** Puts a rule on an area, or none; whatever was there gives way, the rest of it stays. */
  validate(area: Area, rule: ValidationRule | undefined): void {
    this.validations = this.validations.flatMap((known) =>
      subtract(known.area, area).map((part) => ({ ...known, area: part })),
    );
    if (rule) this.validations.push({ ...rule, area });
  }

  /** Moves everything that lies over the cells, and the cells, when rows or columns come or go. */
  shift(shift: AxisShift): void {
    const { axis, at, count } = shift;
    const size = Math.abs(count);
    for (const cells of [this.contents, this.styles]) {
      if (axis === "rows") count > 0 ? cells.insertRows(at, size) : cells.deleteRows(at, size);
      else count > 0 ? cells.insertColumns(at, size) : cells.deleteColumns(at, size);
    }
    if (axis === "rows") {
      this.rows += count;
      this.frozenRows = shiftFrozen(this.frozenRows, at, count);
      const hidden = [...this.hiddenRows];
      this.hiddenRows.clear();
      for (const row of hidden) {
        const moved = shiftInterval(row, 1, at, count);
        if (moved) this.hiddenRows.add(moved.start);
      }
    } else {
      this.columns += count;
      this.frozenColumns = shiftFrozen(this.frozenColumns, at, count);
      const widths = [...this.columnWidths];
      this.columnWidths.clear();
      for (const [column, width] of widths) {
        const moved = shiftInterval(column, 1, at, count);
        if (moved) this.columnWidths.set(moved.start, width);
      }
    }
    this.merges.splice(0, Infinity, ...this.merges.flatMap((area) => shiftArea(area, shift) ?? []));
    this.validations = this.validations.flatMap((known) => {
      const area = shiftArea(known.area, shift);
      return area ? [{ ...known, area }] : [];
    });
    this.conditional = this.conditional.flatMap((rule) => {
      const areas = rule.areas.flatMap((area) => shiftArea(area, shift) ?? []);
      return areas.length ? [{ ...rule, areas }] : [];
    });
    this.protections = this.protections.filter((entry) => {
      if (!entry.value.area) return true;
      const area = shiftArea(entry.value.area, shift);
      if (area) entry.value = { ...entry.value, area };
      return area !== undefined;
    });
    this.charts = this.charts.map((chart) => shiftChart(chart, shift));
    this.filter = this.filter && shiftFilter(this.filter, shift);
  }

  /** Takes a new name, in every area that lies on the sheet too. */
  rename(name: string): void {
    const here = (area: Area): Area => ({ ...area, sheet: name });
    this.name = name;
    this.merges.splice(0, Infinity, ...this.merges.map(here));
    this.filter = this.filter && { ...this.filter, area: here(this.filter.area) };
    this.validations = this.validations.map((known) => ({ ...known, area: here(known.area) }));
    this.conditional = this.conditional.map((rule) => ({ ...rule, areas: rule.areas.map(here) }));
    for (const entry of this.protections) {
      if (entry.value.area) entry.value = { ...entry.value, area: here(entry.value.area) };
    }
  }

  /** Makes one cell of an area; the contents of the others go. */
  merge(area: Area): void {
    this.unmerge(area);
    this.merges.push(area);
  }

  unmerge(area: Area): void {
    const kept = this.merges.filter((known) => !intersection(known, area));
    this.merges.splice(0, Infinity, ...kept);
  }
}

function shiftFrozen(frozen: number, at: number, count: number): number {
  if (frozen === 0 || at > frozen) return frozen;
  return count > 0 ? frozen + count : Math.max(0, frozen - Math.min(-count, frozen - at + 1));
}
