import {
  createCalculator,
  type FormulaCalculator,
  tokenize,
  writeReference,
} from "../../engine/formula/index.js";
import { contains, copied, type WorkbookModel } from "../../engine/model/index.js";
import { rememberedOf } from "../../engine/remembered.js";
import type { CellStyle, ConditionalRule } from "../../engine/snapshot.js";
import type { Calculator, CalculatorOptions, Value } from "../../engine/types.js";
import { BENCH, Bench } from "./bench.js";

/** Conditions kept on the bench; past it, it is cleared. */
const MOST_CONDITIONS = 50_000;

type Looks = ConditionalRule["style"];

/**
 * Says which conditional formats hold. A formula is moved to the cell that it is asked about and
 * computed on a bench beside the workbook, over the values that the workbook shows.
 */
export class ConditionalFormats {
  private readonly conditions: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly calculator: FormulaCalculator;

  constructor(workbook: WorkbookModel, shown: Calculator, options: CalculatorOptions) {
    this.calculator = createCalculator(new Bench(workbook, shown, this.conditions), options);
  }

  /** Values changed: every condition is computed anew when asked. */
  refresh(): void {
    if (this.conditions.length > 0) this.calculator.reset();
    if (this.conditions.length < MOST_CONDITIONS) return;
    this.conditions.length = 0;
    this.places.clear();
  }

  /** The looks of a cell with those of the first rule that holds for it, as Google applies one. */
  over(
    style: CellStyle | undefined,
    rules: readonly ConditionalRule[],
    value: Value,
    row: number,
    column: number,
  ): CellStyle | undefined {
    for (const rule of rules) {
      if (!rule.areas.some((area) => contains(area, row, column))) continue;
      if (this.holds(rule, value, row, column)) return withLooks(style, rule.style);
    }
    return style;
  }

  private holds({ areas, when }: ConditionalRule, value: Value, row: number, column: number) {
    if (when.kind !== "formula") return plainCondition(when, value);
    const [origin] = areas;
    if (!origin) return false;
    const formula = copied(when.formula, row - origin.row, column - origin.column);
    const result = this.compute(inSheet(formula, origin.sheet));
    return result === true || (typeof result === "number" && result !== 0);
  }

  private compute(formula: string): Value {
    let place = this.places.get(formula);
    if (place === undefined) {
      this.conditions.push(formula);
      place = this.conditions.length;
      this.places.set(formula, place);
      this.calculator.changed({ sheet: BENCH, row: place, column: 1, rows: 1, columns: 1 });
    }
    return this.calculator.value(BENCH, place, 1);
  }
}

/** The formula with the sheet's name before every reference that has none. */
function inSheet(formula: string, sheet: string): string {
  return tokenize(formula)
    .map((token) =>
      token.kind === "reference" && token.reference.sheet === undefined
        ? writeReference({ ...token.reference, sheet })
        : token.text,
    )
    .join("");
}

const styled = rememberedOf((looks: Looks) =>
  rememberedOf((style: CellStyle): CellStyle => ({ ...style, ...looks })),
);
const BARE: CellStyle = {};

/** The same two styles give the same object, so that equal looks are told apart quickly. */
function withLooks(style: CellStyle = BARE, looks: Looks): CellStyle {
  return styled(looks)(style);
}

type PlainCondition = Exclude<ConditionalRule["when"], { kind: "formula" }>;

function plainCondition(when: PlainCondition, value: Value): boolean {
  switch (when.kind) {
    case "textEquals":
      return lower(value) === when.text.toLowerCase();
    case "textContains":
      return lower(value).includes(when.text.toLowerCase());
    case "textStartsWith":
      return lower(value).startsWith(when.text.toLowerCase());
    case "numberAtLeast":
      return typeof value === "number" && value >= when.limit;
    case "numberGreater":
      return typeof value === "number" && value > when.limit;
    case "numberLess":
      return typeof value === "number" && value < when.limit;
    case "numberBetween":
      return typeof value === "number" && value >= when.from && value <= when.to;
  }
}

function lower(value: Value): string {
  return typeof value === "string" || typeof value === "number" ? String(value).toLowerCase() : "";
}
