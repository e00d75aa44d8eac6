import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import type { Result } from "../evaluation/result.js";
import { fail } from "../values/fault.js";
import type { Matrix } from "../values/matrix.js";
import { criteriaIndex } from "./columnIndex.js";
import { type Criterion, readCriterion } from "./criterion.js";

/** Cells of ranges of one shape that meet all criteria. */
export interface Selection {
  /** Calls `use` for each, by row and column from 0, inside what is stored. */
  each(use: (row: number, column: number) => void): void;
  /** Their number, blank cells outside what is stored included. */
  count(): number;
}

interface Test {
  readonly matrix: Matrix;
  readonly criterion: Criterion;
}

/** Reads pairs of range and criterion. */
export function select(pairs: readonly Result[], call: Call): Selection {
  if (pairs.length % 2 === 1) {
    fail("#N/A", `${call.name} attend un critère après chaque plage.`);
  }
  const tests: Test[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    tests.push({
      matrix: call.matrix(pairs[index] as Result),
      criterion: readCriterion(pairs[index + 1] as Value, call.locale),
    });
  }
  const [{ matrix: first }] = tests as [Test];
  if (tests.some(({ matrix }) => matrix.rows !== first.rows || matrix.columns !== first.columns)) {
    fail("#VALUE!", `Les plages de ${call.name} n’ont pas la même taille.`);
  }
  return new CriteriaSelection(tests, call);
}

class CriteriaSelection implements Selection {
  constructor(
    private readonly tests: readonly Test[],
    private readonly call: Call,
  ) {}

  each(use: (row: number, column: number) => void): void {
    const candidates = this.candidates();
    if (!candidates) {
      this.scan(use);
      return;
    }
    const { from, positions } = candidates;
    const { storedColumns } = from.matrix;
    const others = this.tests.filter((test) => test !== from);
    for (const position of positions) {
      const row = Math.floor(position / storedColumns);
      const column = position - row * storedColumns;
      if (others.every((test) => meets(test, row, column))) use(row, column);
    }
  }

  count(): number {
    let total = 0;
    const { rows, columns } = this.extent();
    this.each((row, column) => {
      if (row < rows && column < columns) total += 1;
    });
    const [{ matrix }] = this.tests as [Test];
    const outside = matrix.rows * matrix.columns - rows * columns;
    const blanks = this.tests.every(({ criterion }) => criterion.matches(null));
    return blanks ? total + outside : total;
  }

  /** Fewest cells that an index leaves to look at. */
  private candidates(): { from: Test; positions: readonly number[] } | undefined {
    let best: { from: Test; positions: readonly number[] } | undefined;
    for (const test of this.tests) {
      const { keys } = test.criterion;
      if (!keys) continue;
      const index = criteriaIndex(test.matrix, this.call.locale);
      const lists = keys.map((key) => index.get(key) ?? []).filter((list) => list.length > 0);
      const positions = lists.length === 1 ? (lists[0] as readonly number[]) : lists.flat();
      if (!best || positions.length < best.positions.length) best = { from: test, positions };
    }
    return best;
  }

  private extent(): { rows: number; columns: number } {
    let rows = 0;
    let columns = 0;
    for (const { matrix } of this.tests) {
      rows = Math.max(rows, matrix.storedRows);
      columns = Math.max(columns, matrix.storedColumns);
    }
    return { rows, columns };
  }

  private scan(use: (row: number, column: number) => void): void {
    const { rows, columns } = this.extent();
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        if (this.tests.every((test) => meets(test, row, column))) use(row, column);
      }
    }
  }
}

function meets(test: Test, row: number, column: number): boolean {
  return test.criterion.matches(test.matrix.at(row, column));
}
