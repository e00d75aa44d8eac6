import type { ErrorCode } from "../../types.js";
import { type ReferenceText, readCorner, unquoteSheet } from "./reference.js";

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
export type Notation = "canonical" | "french";

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
const WORD = /[\p{L}_][\p{L}\p{N}_.]*/uy;
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
  let at = formula.startsWith("=") ? 1 : 0;
  if (at === 1) tokens.push({ kind: "operator", text: "=", at: 0 });
  let arrays = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(formula);
  };
  const push = (token: Token) => {
    tokens.push(token);
    at += token.text.length;
  };
  while (at < formula.length) {
    const character = formula[at] as string;
    const space = match(SPACE);
    if (space) {
      push({ kind: "space", text: space[0], at });
      continue;
    }
    const string = match(STRING);
    if (string) {
      push({
        kind: "string",
        text: string[0],
        at,
        value: (string[1] as string).replaceAll('""', '"'),
      });
      continue;
    }
    const error = match(ERROR);
    if (error) {
      push({
        kind: "error",
        text: error[0],
        at,
        code: (error[1] as string).toUpperCase() as ErrorCode,
      });
      continue;
    }
    const reference = match(REFERENCE);
    const read = reference && readReference(reference);
    if (reference && read) {
      push({ kind: "reference", text: reference[0], at, reference: read });
      continue;
    }
    const number = match(NUMBER[notation]);
    if (number) {
      push({ kind: "number", text: number[0], at, value: Number(number[0].replace(",", ".")) });
      continue;
    }
    const word = match(WORD);
    if (word) {
      push(readWord(word[0], at, notation, /^\s*\(/.test(formula.slice(at + word[0].length))));
      continue;
    }
    if (character === "(") push({ kind: "open", text: character, at });
    else if (character === ")") push({ kind: "close", text: character, at });
    else if (character === ";") push({ kind: "separator", text: character, at });
    else if (character === "{") {
      arrays += 1;
      push({ kind: "arrayOpen", text: character, at });
    } else if (character === "}") {
      arrays -= 1;
      push({ kind: "arrayClose", text: character, at });
    } else if (arrays > 0 && (character === "," || character === "\\")) {
      push({ kind: "columnSeparator", text: character, at });
    } else {
      const operator = match(OPERATOR);
      if (!operator) throw new FormulaSyntaxError(unexpected(formula, at));
      push({ kind: "operator", text: operator[0], at });
    }
  }
  return tokens;
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
  const [, sheet, a, b, c, d, e, f, cell] = match;
  const first = readCorner((a ?? c ?? e ?? cell) as string);
  const lastText = b ?? d ?? f;
  const last = lastText === undefined ? undefined : readCorner(lastText);
  if (!first) return undefined;
  return {
    ...(sheet === undefined ? {} : { sheet: unquoteSheet(sheet.slice(0, -1)) }),
    first,
    ...(last ? { last } : {}),
  };
}

function readWord(text: string, at: number, notation: Notation, called: boolean): Token {
  if (called) return { kind: "function", text, at };
  const value = BOOLEANS[notation][text.toUpperCase()];
  return value === undefined ? { kind: "name", text, at } : { kind: "boolean", text, at, value };
}
