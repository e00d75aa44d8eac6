import type { ErrorCode } from "../../types.js";
import { type Corner, type ReferenceText, readCorner, unquoteSheet } from "./reference.js";

/** A piece of a formula; the texts of all tokens, joined, are the formula again. */
export type Token = { readonly text: string; readonly at: number } & (
  | { readonly kind: "space" | "open" | "close" | "arrayOpen" | "arrayClose" | "operator" }
  /** `;` between arguments, or between the rows of an array. */
  | { readonly kind: "separator" }
  /** `,` or `\` between the columns of an array. */
  | { readonly kind: "columnSeparator" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly code: ErrorCode }
  | { readonly kind: "reference"; readonly reference: ReferenceText }
  | { readonly kind: "function" | "name" }
);

/** How the text is written: canonical, or as a French spreadsheet shows it. */
type Notation = "canonical" | "french";

/** Text that is no formula; the message is for the user. */
export class FormulaSyntaxError extends Error {}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const END = String.raw`(?![\p{L}\p{N}_.(!])`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?\d{1,7}`;
const REFERENCE = new RegExp(
  `(${SHEET})?(?:(${CELL}):(${CELL}|${COLUMN}|${ROW})${END}|(${COLUMN}):(${CELL}|${COLUMN})${END}|(${ROW}):(${CELL}|${ROW})${END}|(${CELL})${END})`,
  "uy",
);
const ERROR = new RegExp(
  `(?:${SHEET})?(#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|N/A|ERROR!))`,
  "iuy",
);
const NUMBER = {
  canonical: /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y,
  french: /(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?/y,
};
const WORD = /[\p{L}_][\p{L}\p{N}_.]*(?:(?=(\s*\())|)/uy;
const STRING = /"((?:[^"]|"")*)"/y;
const OPERATOR = /<>|<=|>=|[-+*/^&=<>%:]/y;
const SPACE = /\s+/y;

const BOOLEANS: Record<Notation, Readonly<Record<string, boolean>>> = {
  canonical: { TRUE: true, FALSE: false },
  french: { TRUE: true, FALSE: false, VRAI: true, FAUX: false },
};

/** Cuts a formula, `=` included, into tokens. */
export function tokenize(formula: string, notation: Notation = "canonical"): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  if (formula.startsWith("=")) {
    tokens.push({ kind: "operator", text: "=", at });
    at = 1;
  }
  let arrays = 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at, notation, arrays > 0);
    if (!token) throw new FormulaSyntaxError(unexpected(formula, at));
    if (token.kind === "arrayOpen") arrays += 1;
    else if (token.kind === "arrayClose") arrays -= 1;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

const MARKS: Readonly<Record<string, "open" | "close" | "separator" | "arrayOpen" | "arrayClose">> =
  { "(": "open", ")": "close", ";": "separator", "{": "arrayOpen", "}": "arrayClose" };

function tokenAt(
  formula: string,
  at: number,
  notation: Notation,
  inArray: boolean,
): Token | undefined {
  const character = formula[at] as string;
  const mark = MARKS[character];
  if (mark) return { kind: mark, text: character, at };
  if (inArray && (character === "," || character === "\\")) {
    return { kind: "columnSeparator", text: character, at };
  }
  const operator = match(OPERATOR, formula, at);
  if (operator) return { kind: "operator", text: operator[0], at };
  const string = match(STRING, formula, at);
  if (string) {
    const value = (string[1] as string).replaceAll('""', '"');
    return { kind: "string", text: string[0], at, value };
  }
  const reference = match(REFERENCE, formula, at);
  const read = reference && readReference(reference);
  if (read) return { kind: "reference", text: reference[0], at, reference: read };
  const number = match(NUMBER[notation], formula, at);
  if (number) {
    const value = Number(number[0].replace(",", "."));
    return { kind: "number", text: number[0], at, value };
  }
  const error = match(ERROR, formula, at);
  if (error) {
    const code = (error[1] as string).toUpperCase() as ErrorCode;
    return { kind: "error", text: error[0], at, code };
  }
  const word = match(WORD, formula, at);
  if (word) return readWord(word[0], at, notation, word[1] !== undefined);
  const space = match(SPACE, formula, at);
  return space ? { kind: "space", text: space[0], at } : undefined;
}

function match(pattern: RegExp, formula: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(formula);
}

function unexpected(formula: string, at: number): string {
  const character = formula[at] as string;
  if (character === '"') return "Guillemet ouvert et jamais fermé dans la formule.";
  if (character === ",") {
    return "Virgule inattendue : les arguments se séparent par un point-virgule.";
  }
  return `Caractère inattendu « ${character} » en position ${at + 1} de la formule.`;
}

function readReference(match: RegExpExecArray): ReferenceText | undefined {
  const sheet = match[1];
  const firstText = match[2] ?? match[4] ?? match[6] ?? match[8];
  const lastText = match[3] ?? match[5] ?? match[7];
  const first = readCorner(firstText as string);
  if (!first) return undefined;
  const reference: { sheet?: string; first: Corner; last?: Corner } = { first };
  if (sheet !== undefined) reference.sheet = unquoteSheet(sheet.slice(0, -1));
  const last = lastText === undefined ? undefined : readCorner(lastText);
  if (last) reference.last = last;
  return reference;
}

function readWord(text: string, at: number, notation: Notation, called: boolean): Token {
  if (called) return { kind: "function", text, at };
  const value = BOOLEANS[notation][text.toUpperCase()];
  return value === undefined ? { kind: "name", text, at } : { kind: "boolean", text, at, value };
}
