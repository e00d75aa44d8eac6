import type { ConditionalFormattingRule, DataValidation, Worksheet } from "@cj-tech-master/excelts";
import { columnLetters } from "../engine/formula/syntax/columns.js";
import type { ConditionalRule, Validation } from "../engine/snapshot.js";
import type { Area } from "../engine/types.js";
import { areaAddress, fullAddress, parseArea } from "./address.js";
import { canonicalFormula, fileFormula } from "./formula-text.js";
import { excelColor, fillColor, fontColor, solidFill } from "./xlsx-style.js";

/** Excel's limit for a list written in the rule itself, its quotes included. */
const LONGEST_LIST = 255;
const CHECKBOX_LIST = '"TRUE,FALSE"';

type Size = { rows: number; columns: number };
const text = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** A rule for what may be typed, as Excel has it; `undefined` where Excel has no such rule. */
function excelValidation({ rule }: Validation): Pick<DataValidation, "type"> | undefined {
  const withFormulae = (type: string, formulae: (string | number)[], operator?: string) =>
    ({ type, formulae, ...(operator ? { operator } : {}) }) as DataValidation;
  switch (rule.kind) {
    case "list": {
      const list = text(rule.values.join(","));
      const fits = list.length <= LONGEST_LIST && !rule.values.some((value) => value.includes(","));
      return fits ? withFormulae("list", [list]) : undefined;
    }
    case "range":
      return withFormulae("list", [fullAddress(rule.range)]);
    case "checkbox":
      return withFormulae("list", [CHECKBOX_LIST]);
    case "date":
      return withFormulae("date", [1], "greaterThanOrEqual");
    case "number":
      if (rule.min !== undefined && rule.max !== undefined)
        return withFormulae("decimal", [rule.min, rule.max], "between");
      if (rule.max !== undefined) return withFormulae("decimal", [rule.max], "lessThanOrEqual");
      return withFormulae("decimal", [rule.min ?? -1e15], "greaterThanOrEqual");
  }
}

/** Writes the rules for what may be typed in a sheet. */
export function writeValidations(sheet: Worksheet, validations: readonly Validation[]): void {
  for (const validation of validations) {
    const rule = excelValidation(validation);
    if (!rule) continue;
    sheet.dataValidations.add(areaAddress(validation.area), {
      ...rule,
      allowBlank: true,
      showErrorMessage: !validation.allowInvalid,
      ...(validation.help ? { showInputMessage: true, prompt: validation.help.slice(0, 255) } : {}),
    } as DataValidation);
  }
}

function snapshotRule(
  rule: DataValidation,
  sheet: string,
  size: Size,
): Validation["rule"] | undefined {
  if (rule.type === "any") return undefined;
  const [first, second] = rule.formulae;
  const number = (value: unknown) => (value === undefined ? undefined : Number(value));
  if (rule.type === "date") return { kind: "date" };
  if (rule.type === "list" && typeof first === "string") {
    if (first === CHECKBOX_LIST) return { kind: "checkbox" };
    if (first.startsWith('"'))
      return { kind: "list", values: first.slice(1, -1).replaceAll('""', '"').split(",") };
    const range = parseArea(first, sheet, size);
    return range && { kind: "range", range };
  }
  if (rule.type === "decimal" || rule.type === "whole") {
    if (rule.operator === undefined || rule.operator === "between")
      return { kind: "number", min: number(first), max: number(second) };
    if (rule.operator.startsWith("greaterThan")) return { kind: "number", min: number(first) };
    if (rule.operator.startsWith("lessThan")) return { kind: "number", max: number(first) };
  }
  return undefined;
}

/** Reads the rules for what may be typed in a sheet; those that Sheets has not are left out. */
export function readValidations(sheet: Worksheet, size: Size): Validation[] {
  return Object.entries(sheet.dataValidations.model).flatMap(([key, rule]) => {
    if (!rule) return [];
    const read = snapshotRule(rule, sheet.name, size);
    return key
      .replace(/^range:/, "")
      .split(/\s+/)
      .flatMap((address): Validation[] => {
        const area = parseArea(address, sheet.name, size);
        if (!read || !area) return [];
        const help = rule.showInputMessage && rule.prompt ? { help: rule.prompt } : {};
        return [{ area, rule: read, allowInvalid: !rule.showErrorMessage, ...help }];
      });
  });
}

type When = ConditionalRule["when"];

function excelCondition(
  when: When,
  first: Area,
): { type: string; operator?: string; formulae: string[] } {
  const cell = `${columnLetters(first.column)}${first.row}`;
  const compare = (operator: string, ...formulae: (string | number)[]) => ({
    type: "cellIs",
    operator,
    formulae: formulae.map(String),
  });
  switch (when.kind) {
    case "formula":
      return { type: "expression", formulae: [fileFormula(when.formula)] };
    case "textEquals":
      return compare("equal", text(when.text));
    case "textContains":
      return { type: "expression", formulae: [`NOT(ISERROR(SEARCH(${text(when.text)},${cell})))`] };
    case "textStartsWith":
      return {
        type: "expression",
        formulae: [`LEFT(${cell},${when.text.length})=${text(when.text)}`],
      };
    case "numberAtLeast":
      return compare("greaterThanOrEqual", when.limit);
    case "numberGreater":
      return compare("greaterThan", when.limit);
    case "numberLess":
      return compare("lessThan", when.limit);
    case "numberBetween":
      return compare("between", when.from, when.to);
  }
}

/** Writes the conditional formats of a sheet, the first one first. */
export function writeConditional(sheet: Worksheet, rules: readonly ConditionalRule[]): void {
  rules.forEach(({ areas, when, style }, index) => {
    const first = areas[0];
    if (!first) return;
    const font = {
      ...(style.bold ? { bold: true } : {}),
      ...(style.color ? { color: excelColor(style.color) } : {}),
    };
    sheet.addConditionalFormatting({
      ref: areas.map((area) => areaAddress(area)).join(" "),
      rules: [
        {
          ...excelCondition(when, first),
          priority: index + 1,
          style: { font, ...(style.background ? { fill: solidFill(style.background) } : {}) },
        } as ConditionalFormattingRule,
      ],
    });
  });
}

function snapshotCondition(rule: ConditionalFormattingRule): When | undefined {
  const formulae = "formulae" in rule ? (rule.formulae ?? []).map(String) : [];
  const [first, second] = formulae;
  if (first === undefined) return undefined;
  if (rule.type !== "cellIs") return { kind: "formula", formula: canonicalFormula(first) };
  const limit = Number(first);
  const operator = rule.operator as string | undefined;
  if (operator === "equal" && first.startsWith('"'))
    return { kind: "textEquals", text: first.slice(1, -1).replaceAll('""', '"') };
  if (Number.isNaN(limit)) return undefined;
  if (operator === "greaterThanOrEqual") return { kind: "numberAtLeast", limit };
  if (operator === "greaterThan") return { kind: "numberGreater", limit };
  if (operator === "lessThan") return { kind: "numberLess", limit };
  if (operator === "between") return { kind: "numberBetween", from: limit, to: Number(second) };
  return undefined;
}

/** Reads the conditional formats of a sheet; colour scales, icons and bars are left out. */
export function readConditional(sheet: Worksheet, size: Size): ConditionalRule[] {
  return sheet.conditionalFormattings
    .flatMap(({ ref, rules }) => rules.map((rule) => ({ ref, rule })))
    .sort((a, b) => (a.rule.priority ?? 0) - (b.rule.priority ?? 0))
    .flatMap(({ ref, rule }): ConditionalRule[] => {
      const when = snapshotCondition(rule);
      const areas = ref
        .split(/\s+/)
        .flatMap((address) => parseArea(address, sheet.name, size) ?? []);
      if (!when || areas.length === 0) return [];
      const color = fontColor(rule.style?.font?.color);
      const background = fillColor(rule.style?.fill, "bgColor");
      return [
        {
          areas,
          when,
          style: {
            ...(rule.style?.font?.bold ? { bold: true } : {}),
            ...(color ? { color } : {}),
            ...(background ? { background } : {}),
          },
        },
      ];
    });
}
