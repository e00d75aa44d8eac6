import type { FunctionDeclaration } from "../src/functions/types.js";

/** Name of the one global that the bundle makes. */
export const BUNDLE_GLOBAL = "FITN7";

/** Text that stays inside a comment. */
function comment(text: string): string {
  return text.replace(/\*\//g, "* /");
}

/**
 * The top-level function Google sees for a declaration, with the JSDoc that its autocompletion shows.
 * Parameter names are kept: they are part of the help.
 */
export function customFunctionWrapper({
  name,
  summary,
  parameters,
  returns,
  source,
  examples,
}: FunctionDeclaration): string {
  const names = parameters.map((parameter) => parameter.name).join(", ");
  const lines = [
    summary,
    `Source : ${source}.`,
    "",
    ...parameters.map((parameter) => `@param {*} ${parameter.name} ${parameter.help}`),
    `@return {*} ${returns}`,
    `@example ${examples[0].formula}`,
    "@customfunction",
  ];
  return [
    "/**",
    ...lines.map((line) => ` * ${comment(line)}`.trimEnd()),
    " */",
    `function ${name}(${names}) {`,
    `  return ${BUNDLE_GLOBAL}.fonction(${JSON.stringify(name)}, [${names}]);`,
    "}",
  ].join("\n");
}

/** A top-level function that hands over to one of the bundle's. */
export function entryWrapper(name: string): string {
  return `function ${name}(entree) {\n  return ${BUNDLE_GLOBAL}.${name}(entree);\n}`;
}

/** A top-level function that runs one of the actions. */
export function actionWrapper(name: string): string {
  return `function ${name}(entree) {\n  return ${BUNDLE_GLOBAL}.action(${JSON.stringify(name)}, entree);\n}`;
}
