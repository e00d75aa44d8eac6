import type { Value } from "../types.js";
import { evaluate } from "./evaluation/evaluate.js";
import { RangeReference, type Result } from "./evaluation/result.js";
import { Scope } from "./evaluation/scope.js";
import type { Workbook } from "./evaluation/workbook.js";
import type { FormulaCell } from "./grid/formulaCell.js";
import { DepthReached, SpeculationFailed } from "./signals.js";
import { CIRCULAR, cellError } from "./values/fault.js";
import { Matrix } from "./values/matrix.js";

/** Formula cells that evaluate one another on the call stack before the explicit one takes over. */
const MAX_DEPTH = 24;
/** Rounds of spills that change one another before they count as a cycle. */
const MAX_ROUNDS = 1000;

/** What the evaluator needs of the calculator around it. */
export interface EvaluationHost {
  readonly workbook: Workbook;
  /** Registers what the formula's text names, so that changes find it. */
  registerReads(cell: FormulaCell): void;
  /** Puts a result in the grid; returns what its own cell shows. */
  place(cell: FormulaCell, matrix: Matrix): Value;
}

/**
 * Evaluates formula cells one from another, lazily. The path of cells under way is explicit: when
 * formulas nest too deep, the call stack is dropped and the path resumed from its end.
 */
export class Evaluator {
  private readonly path: FormulaCell[] = [];
  private readonly putOff = new Set<FormulaCell>();
  private depth = 0;
  private base = 0;

  constructor(private readonly host: EvaluationHost) {}

  /** Runs a read that may need formulas computed, as often as it takes. */
  complete<T>(read: () => T): T {
    const base = this.path.length;
    const outer = { base: this.base, depth: this.depth };
    this.base = base;
    try {
      for (let round = 0; ; round += 1) {
        const done = this.attempt(base, read, round);
        if (done) return done.result;
      }
    } catch (problem) {
      for (const cell of this.path.splice(base)) cell.state = "dirty";
      if (base === 0) this.putOff.clear();
      throw problem;
    } finally {
      this.base = outer.base;
      this.depth = outer.depth;
    }
  }

  private attempt<T>(base: number, read: () => T, round: number): { result: T } | undefined {
    this.depth = 0;
    try {
      const top = this.path.length > base ? this.path.at(-1) : undefined;
      if (top) {
        this.finish(top);
        return undefined;
      }
      const result = read();
      const [waiting] = this.putOff;
      if (!waiting || base > 0) return { result };
      this.putOff.delete(waiting);
      if (round > MAX_ROUNDS) waiting.cyclic = true;
      this.compute(waiting);
    } catch (signal) {
      if (signal instanceof SpeculationFailed) this.putOffFrom(signal.position);
      else if (!(signal instanceof DepthReached)) throw signal;
    }
    return undefined;
  }

  private putOffFrom(position: number): void {
    this.putOff.add(this.path[position] as FormulaCell);
    for (const cell of this.path.splice(position)) cell.state = "dirty";
  }

  /** Makes a formula's value current; returns it. */
  valueOf(cell: FormulaCell): Value {
    if (cell.state === "clean") return cell.value;
    if (cell.state === "progress") return this.meetCycle(cell);
    this.compute(cell);
    return cell.value;
  }

  /** Computes a formula only to know whether it covers a blank cell. */
  speculate(cell: FormulaCell): void {
    if (this.putOff.has(cell)) return;
    this.compute(cell, this.path.length > this.base);
  }

  private compute(cell: FormulaCell, speculative = false): void {
    if (cell.state !== "dirty") return;
    cell.state = "progress";
    cell.speculative = speculative;
    this.path.push(cell);
    if (this.depth >= MAX_DEPTH) throw new DepthReached();
    this.depth += 1;
    this.finish(cell);
    this.depth -= 1;
  }

  private finish(cell: FormulaCell): void {
    this.host.registerReads(cell);
    cell.stale = false;
    cell.outgrown = false;
    const value = this.evaluateCell(cell);
    cell.value = cell.cyclic ? CIRCULAR : value;
    cell.cyclic = false;
    cell.state = cell.stale ? "dirty" : "clean";
    this.path.pop();
  }

  private evaluateCell(cell: FormulaCell): Value {
    const { expression, syntaxError } = cell.formula;
    if (!expression) return cellError("#ERROR!", syntaxError);
    const home = { sheet: cell.sheet.name, row: cell.row, column: cell.column };
    const scope = new Scope(this.host.workbook, home, false, new Map());
    let result: Result = evaluate(expression, scope);
    while (cell.outgrown) {
      cell.outgrown = false;
      result = evaluate(expression, scope);
    }
    if (result instanceof RangeReference) {
      const direct = expression.type === "reference" || expression.type === "name";
      if (result.isCell || direct) return scope.scalar(result);
      return this.spill(cell, this.host.workbook.matrix(result));
    }
    return result instanceof Matrix ? this.spill(cell, result) : result;
  }

  private spill(cell: FormulaCell, matrix: Matrix): Value {
    if (cell.cyclic) return CIRCULAR;
    if (matrix.rows <= 1 && matrix.columns <= 1) return matrix.at(0, 0);
    return this.host.place(cell, matrix);
  }

  private meetCycle(cell: FormulaCell): Value {
    const at = this.path.lastIndexOf(cell);
    for (let index = this.path.length - 1; index > at && index >= this.base; index -= 1) {
      if (this.path[index]?.speculative) throw new SpeculationFailed(index);
    }
    for (let index = at; index < this.path.length; index += 1) {
      (this.path[index] as FormulaCell).cyclic = true;
    }
    return CIRCULAR;
  }
}
