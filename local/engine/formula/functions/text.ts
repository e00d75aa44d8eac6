import type { Value } from "../../types.js";
import type { Call } from "../evaluation/call.js";
import { RangeReference, type Result } from "../evaluation/result.js";
import { renderNumber } from "../format/renderNumber.js";
import { toLogical } from "../values/coerce.js";
import { fail, sound } from "../values/fault.js";
import { Matrix } from "../values/matrix.js";
import { numberOfText } from "../values/readText.js";
import { wildcards } from "./criterion.js";
import { type FunctionDeclaration, ofRanges, ofValues } from "./declaration.js";

function length(value: Value | undefined, call: Call): number {
  const count = value === undefined ? 1 : call.integer(value);
  return count < 0 ? fail("#VALUE!", `${call.name} attend un nombre positif ou nul.`) : count;
}

function joined(
  separator: string,
  skipsEmpty: boolean,
  args: readonly Result[],
  call: Call,
): string {
  const parts: string[] = [];
  for (const argument of args) {
    const values =
      argument instanceof Matrix || argument instanceof RangeReference
        ? call.matrix(argument)
        : new Matrix(1, 1, [argument]);
    for (const value of skipsEmpty ? values.cells : values.flat()) {
      const text = call.text(value);
      if (!skipsEmpty || text !== "") parts.push(text);
    }
  }
  return parts.join(separator);
}

function proper(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[^\p{L}'’])(\p{L})|(['’])(\p{L})/gu, (all) => all.toUpperCase());
}

function substitute(text: string, from: string, to: string, nth: number | undefined): string {
  if (from === "") return text;
  if (nth === undefined) return text.replaceAll(from, () => to);
  let at = -1;
  for (let count = 0; count < nth; count += 1) {
    at = text.indexOf(from, at + 1);
    if (at < 0) return text;
  }
  return text.slice(0, at) + to + text.slice(at + from.length);
}

function find(name: string, locate: (text: string, wanted: string, from: number) => number) {
  return ofValues(name, 2, 3, ([wanted, text, from], call) => {
    const start = from === undefined ? 1 : call.integer(from);
    const inside = call.text(text);
    if (start < 1 || start > inside.length + 1) fail("#VALUE!", `${name} commence hors du texte.`);
    const at = locate(inside, call.text(wanted), start - 1);
    if (at >= 0) return at + 1;
    return fail("#VALUE!", `« ${call.text(wanted)} » n’est pas dans « ${inside} ».`);
  });
}

/** SEARCH ignores case and reads wildcards. */
function search(text: string, wanted: string, from: number): number {
  const pattern = wildcards(wanted);
  if (!pattern) return text.toLowerCase().indexOf(wanted.toLowerCase(), from);
  const inside = new RegExp(pattern.source.slice(1, -1), "isu");
  const at = text.slice(from).search(inside);
  return at < 0 ? -1 : at + from;
}

function split(text: string, delimiters: string, byEach: boolean, dropsEmpty: boolean): Matrix {
  const quoted = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const source = byEach ? [...delimiters].map(quoted).join("|") : quoted(delimiters);
  const pieces = text.split(new RegExp(source)).filter((piece) => !dropsEmpty || piece !== "");
  return Matrix.ofRows([pieces.length === 0 ? [null] : pieces]);
}

function withNumbers(matrix: Matrix, call: Call): Matrix {
  return Matrix.build(matrix.rows, matrix.columns, (row, column) => {
    const piece = matrix.at(row, column);
    return typeof piece === "string" ? (numberOfText(piece, call.locale) ?? piece) : piece;
  });
}

/** TEXT: a text that spells a number is rendered as the number, another as it is. */
function render(value: Value, format: string, call: Call): string {
  if (typeof value === "boolean") return call.text(value);
  const number = typeof value === "string" ? numberOfText(value, call.locale) : call.number(value);
  return number === undefined ? (value as string) : renderNumber(number, format, call.locale);
}

function ofText(name: string, apply: (text: string) => Value): FunctionDeclaration {
  return ofValues(name, 1, 1, ([text], call) => apply(call.text(text)));
}

/** Texts. */
export const text: readonly FunctionDeclaration[] = [
  ofText("LEN", (value) => value.length),
  ofText("UPPER", (value) => value.toUpperCase()),
  ofText("LOWER", (value) => value.toLowerCase()),
  ofText("PROPER", proper),
  ofText("TRIM", (value) => value.replace(/^ +| +$/g, "").replace(/ {2,}/g, " ")),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: CLEAN removes exactly these
  ofText("CLEAN", (value) => value.replace(/[\x00-\x1f]/g, "")),
  ofText("CODE", (value) => value.codePointAt(0) ?? fail("#VALUE!", "CODE attend un texte.")),
  ofValues("LEFT", 1, 2, ([value, count], call) => call.text(value).slice(0, length(count, call))),
  ofValues("RIGHT", 1, 2, ([value, count], call) => {
    const whole = call.text(value);
    return whole.slice(Math.max(0, whole.length - length(count, call)));
  }),
  ofValues("MID", 3, 3, ([value, start, count], call) => {
    const first = call.integer(start);
    if (first < 1) fail("#VALUE!", "MID commence à 1.");
    return call.text(value).slice(first - 1, first - 1 + length(count, call));
  }),
  ofValues("CONCAT", 2, 2, ([first, second], call) => call.text(first) + call.text(second)),
  ofRanges("CONCATENATE", (args, call) => joined("", true, args, call)),
  {
    name: "TEXTJOIN",
    required: 3,
    takes: ["value", "value", "range"],
    repeat: 1,
    run: ([separator, skips, ...args], call) =>
      joined(call.text(separator), toLogical(skips), args, call),
  },
  {
    name: "JOIN",
    required: 2,
    takes: ["value", "range"],
    repeat: 1,
    run: ([separator, ...args], call) => joined(call.text(separator), false, args, call),
  },
  {
    ...ofValues("SPLIT", 2, 4, ([value, delimiters, byEach, dropsEmpty], call) => {
      const marks = call.text(delimiters);
      if (marks === "") fail("#VALUE!", "SPLIT attend un séparateur.");
      const pieces = split(
        call.text(value),
        marks,
        byEach === undefined || toLogical(byEach),
        dropsEmpty === undefined || toLogical(dropsEmpty),
      );
      return withNumbers(pieces, call);
    }),
    spills: true,
  },
  ofValues("SUBSTITUTE", 3, 4, ([value, from, to, nth], call) =>
    substitute(
      call.text(value),
      call.text(from),
      call.text(to),
      nth === undefined ? undefined : call.integer(nth),
    ),
  ),
  ofValues("REPLACE", 4, 4, ([value, start, count, by], call) => {
    const whole = call.text(value);
    const first = call.integer(start);
    if (first < 1) fail("#VALUE!", "REPLACE commence à 1.");
    return whole.slice(0, first - 1) + call.text(by) + whole.slice(first - 1 + length(count, call));
  }),
  find("FIND", (inside, wanted, from) => inside.indexOf(wanted, from)),
  find("SEARCH", search),
  ofValues("REPT", 2, 2, ([value, count], call) => call.text(value).repeat(length(count, call))),
  ofValues("EXACT", 2, 2, ([first, second], call) => call.text(first) === call.text(second)),
  ofValues("CHAR", 1, 1, ([code], call) => {
    const point = call.integer(code);
    if (point < 1 || point > 0x10ffff) fail("#NUM!", "CHAR attend un code de caractère.");
    return String.fromCodePoint(point);
  }),
  ofValues("VALUE", 1, 1, ([value], call) => call.number(value)),
  ofValues("TEXT", 2, 2, ([value, format], call) => render(value ?? null, call.text(format), call)),
  {
    name: "T",
    required: 1,
    takes: ["value"],
    run: ([value]) => (typeof value === "string" ? value : ""),
  },
  ofValues("HYPERLINK", 1, 2, ([url, label]) => sound((label === undefined ? url : label) ?? null)),
];
