import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import { RangeReference, type Result } from "../evaluation/result.js";
import type { Expression } from "../syntax/expression.js";
import { toLogical } from "../values/coerce.js";
import { cellError, fail, NOT_AVAILABLE } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import type { FunctionDeclaration } from "./declaration.js";
import { findExact, findNearest, findSorted, type Line, lineAt, lineLength } from "./search.js";

const OUTSIDE = cellError("#REF!", "L’index demandé est hors de la plage.");

function notFound(wanted: Value, call: Call): never {
  return fail("#N/A", `La valeur « ${call.text(wanted)} » n’a pas été trouvée par ${call.name}.`);
}

/** VLOOKUP and HLOOKUP, one the other's transpose. */
function lookupIn(name: string, axis: "row" | "column"): FunctionDeclaration {
  return {
    name,
    required: 3,
    takes: ["value", "range", "value", "value"],
    run: ([wanted, range, index, sorted], call) => {
      const matrix = call.matrix(range);
      const line: Line = { matrix, axis, index: 0 };
      const position = call.integer(index) - 1;
      const width = axis === "column" ? matrix.columns : matrix.rows;
      if (position < 0) fail("#VALUE!", `${name} attend un index d’au moins 1.`);
      if (position >= width) return OUTSIDE;
      const at =
        sorted === undefined || toLogical(sorted)
          ? findSorted(line, wanted, 1)
          : findExact(line, wanted, { withWildcards: true });
      if (at < 0) return notFound(wanted, call);
      return axis === "column" ? matrix.at(at, position) : matrix.at(position, at);
    },
  };
}

function lineOf(range: Result, call: Call): Line {
  const matrix = call.matrix(range);
  if (matrix.columns === 1) return { matrix, axis: "column", index: 0 };
  if (matrix.rows === 1) return { matrix, axis: "row", index: 0 };
  return fail("#N/A", `${call.name} attend une seule ligne ou une seule colonne.`);
}

function match(wanted: Value, range: Result, type: number, call: Call): number {
  const line = lineOf(range, call);
  const at =
    type === 0
      ? findExact(line, wanted, { withWildcards: true })
      : findSorted(line, wanted, type > 0 ? 1 : -1);
  return at < 0 ? notFound(wanted, call) : at + 1;
}

/** Position that XMATCH and XLOOKUP find, from 0; -1 for none. */
function extendedMatch(wanted: Value, line: Line, mode: number, direction: number): number {
  const last = direction < 0;
  const exact = findExact(line, wanted, { withWildcards: mode === 2, last });
  if (exact >= 0 || mode === 0 || mode === 2) return exact;
  return findNearest(line, wanted, mode > 0 ? 1 : -1, last);
}

function modeOf(value: Value | undefined, fallback: number, call: Call): number {
  return value === undefined || value === null ? fallback : call.integer(value);
}

/** Part of a range or of an array, kept a range where it is one. */
function part(
  source: Result,
  row: number,
  column: number,
  rows: number,
  columns: number,
  call: Call,
): Result {
  if (source instanceof RangeReference) {
    return new RangeReference(
      source.sheet,
      source.row + row,
      source.column + column,
      rows,
      columns,
    );
  }
  const matrix = call.matrix(source);
  if (rows === 1 && columns === 1) return matrix.at(row, column);
  return Matrix.build(rows, columns, (r, c) => matrix.at(row + r, column + c));
}

function xlookup(args: Result[], call: Call): Result {
  const [wanted, searched, results, missing, mode, direction] = args as [
    Value,
    Result,
    Result,
    Result | undefined,
    Value | undefined,
    Value | undefined,
  ];
  const line = lineOf(searched, call);
  const matrix = call.matrix(results);
  const across = line.axis === "row";
  if (lineLength(line) !== (across ? matrix.columns : matrix.rows)) {
    fail("#VALUE!", "XLOOKUP attend deux plages de même longueur.");
  }
  const at = extendedMatch(wanted, line, modeOf(mode, 0, call), modeOf(direction, 1, call));
  if (at < 0) return missing === undefined ? notFound(wanted, call) : missing;
  return across
    ? part(results, 0, at, matrix.rows, 1, call)
    : part(results, at, 0, 1, matrix.columns, call);
}

function index(source: Result, row: number, column: number | undefined, call: Call): Result {
  const measured = source instanceof RangeReference ? source : call.matrix(source);
  const { rows, columns } = measured;
  const flat = column === undefined && rows === 1 && columns > 1;
  const r = flat ? 0 : row;
  const c = flat ? row : (column ?? (columns === 1 ? 1 : 0));
  if (r < 0 || c < 0 || r > rows || c > columns) {
    return cellError("#REF!", `INDEX demande la ligne ${r}, colonne ${c}, hors de la plage.`);
  }
  return part(
    source,
    Math.max(0, r - 1),
    Math.max(0, c - 1),
    r === 0 ? rows : 1,
    c === 0 ? columns : 1,
    call,
  );
}

function lookupVector(
  wanted: Value,
  searched: Result,
  results: Result | undefined,
  call: Call,
): Result {
  const matrix = call.matrix(searched);
  const line: Line =
    matrix.columns > matrix.rows
      ? { matrix, axis: "row", index: 0 }
      : { matrix, axis: "column", index: 0 };
  const at = findSorted(line, wanted, 1);
  if (at < 0) return notFound(wanted, call);
  if (results !== undefined) return lineAt(lineOf(results, call), at);
  return line.axis === "column"
    ? matrix.at(at, matrix.columns - 1)
    : matrix.at(matrix.rows - 1, at);
}

function indexSpills(args: readonly Expression[]): boolean {
  const whole = (argument: Expression | undefined) =>
    argument === undefined ||
    argument.type === "missing" ||
    (argument.type === "number" && argument.value === 0);
  return whole(args[1]) || (args.length > 2 && whole(args[2]));
}

/** May a row of this range fill several cells? Only a single column surely does not. */
function isWide(range: Expression | undefined): boolean {
  if (range?.type !== "reference") return true;
  const { first, last } = range.reference;
  return last !== undefined && first.column !== last.column;
}

/** Looking values up. */
export const lookup: readonly FunctionDeclaration[] = [
  lookupIn("VLOOKUP", "column"),
  lookupIn("HLOOKUP", "row"),
  {
    name: "LOOKUP",
    required: 2,
    takes: ["value", "range", "range"],
    run: ([wanted, searched, results], call) => lookupVector(wanted, searched, results, call),
  },
  {
    name: "MATCH",
    required: 2,
    takes: ["value", "range", "value"],
    run: ([wanted, range, type], call) =>
      match(wanted, range, type === undefined ? 1 : call.number(type), call),
  },
  {
    name: "XMATCH",
    required: 2,
    takes: ["value", "range", "value", "value"],
    run: ([wanted, range, mode, direction], call) => {
      const line = lineOf(range, call);
      const at = extendedMatch(wanted, line, modeOf(mode, 0, call), modeOf(direction, 1, call));
      return at < 0 ? NOT_AVAILABLE : at + 1;
    },
  },
  {
    name: "XLOOKUP",
    required: 3,
    spills: (args) => isWide(args[2]),
    takes: ["value", "range", "range", "any", "value", "value"],
    run: xlookup,
  },
  {
    name: "INDEX",
    required: 1,
    spills: indexSpills,
    takes: ["range", "value", "value"],
    arrayContext: true,
    run: ([source, row, column], call) =>
      index(
        source,
        row === undefined ? 0 : call.integer(row),
        column === undefined ? undefined : call.integer(column),
        call,
      ),
  },
];
