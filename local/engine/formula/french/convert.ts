import { type Token, tokenize } from "../syntax/tokens.js";
import { ENGLISH_NAMES, FRENCH_NAMES } from "./names.js";

/**
 * A canonical formula as a French spreadsheet shows it.
 * @example toFrench("=IF(A1>0.5;SUM(B1:B3);TRUE)") // "=SI(A1>0,5;SOMME(B1:B3);VRAI)"
 * @throws FormulaSyntaxError
 */
export function toFrench(formula: string): string {
  return tokenize(formula, "canonical").map(frenchToken).join("");
}

/**
 * The canonical form of a formula as a French spreadsheet takes it; English names are taken too.
 * @example fromFrench("=SOMME.SI.ENS(C:C;A:A;\"x\")*0,5") // "=SUMIFS(C:C;A:A;\"x\")*0.5"
 * @throws FormulaSyntaxError
 */
export function fromFrench(formula: string): string {
  return tokenize(formula, "french").map(canonicalToken).join("");
}

function frenchToken(token: Token): string {
  switch (token.kind) {
    case "function":
      return FRENCH_NAMES[token.text.toUpperCase()] ?? token.text;
    case "number":
      return token.text.replace(".", ",");
    case "boolean":
      return token.value ? "VRAI" : "FAUX";
    case "columnSeparator":
      return "\\";
    default:
      return token.text;
  }
}

function canonicalToken(token: Token): string {
  switch (token.kind) {
    case "function":
      return ENGLISH_NAMES.get(withoutAccents(token.text.toUpperCase())) ?? token.text;
    case "number":
      return token.text.replace(",", ".");
    case "boolean":
      return token.value ? "TRUE" : "FALSE";
    default:
      return token.text;
  }
}

function withoutAccents(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "");
}
