import { FRENCH_NAMES, functionNames } from "../../engine/formula/index.js";
import type { FunctionHelp } from "../messages.js";

const DECLARATION = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function (\w+)\(/g;

/** Custom functions of the built bundle, with the help that Google reads in their JSDoc. */
export function customFunctionHelp(code: string): FunctionHelp[] {
  return [...code.matchAll(DECLARATION)].flatMap(([, comment = "", name = ""]) => {
    if (!comment.includes("@customfunction")) return [];
    const lines = comment.split("\n").map((line) => line.replace(/^\s*\*? ?/, "").trimEnd());
    const firstTag = lines.findIndex((line) => line.startsWith("@"));
    const summary = lines.slice(0, firstTag).join(" ").trim();
    const parameters = lines.flatMap((line) => {
      const found = /^@param \{[^}]*\} (\w+) (.*)$/.exec(line);
      return found ? [{ name: found[1] ?? "", help: found[2] ?? "" }] : [];
    });
    const example = lines.find((line) => line.startsWith("@example "))?.slice("@example ".length);
    return [{ name, summary, parameters, ...(example && { example }) }];
  });
}

/** Functions of the engine, by the name that a French spreadsheet shows. */
export function builtInHelp(): FunctionHelp[] {
  return functionNames().map((name) => {
    const french = FRENCH_NAMES[name] ?? name;
    const summary =
      french === name ? "Fonction de calcul." : `Fonction de calcul (${name} en anglais).`;
    return { name: french, summary, parameters: [] };
  });
}
