import type { ConditionalRule, Validation } from "../snapshot.js";
import type { Area } from "../types.js";
import { sameSheet, shiftArea } from "./areas.js";
import { followed, type Restructuring } from "./references.js";
import type { SheetModel } from "./sheet.js";

/** Named ranges by lower-case name. */
export type Names = Map<string, { readonly name: string; area: Area }>;

/** Lets formulas, named ranges, charts and validations' source ranges of a workbook follow a change. */
export function followChange(
  sheets: readonly SheetModel[],
  names: Names,
  change: Restructuring,
): void {
  for (const [key, entry] of names) {
    const area = followedArea(entry.area, change);
    if (area) entry.area = area;
    else names.delete(key);
  }
  for (const sheet of sheets) {
    followContents(sheet, change);
    sheet.conditional = sheet.conditional.map((rule) => followedRule(rule, sheet.name, change));
    sheet.validations = sheet.validations.flatMap((known) => followedSource(known, change) ?? []);
    sheet.charts = sheet.charts.map((chart) => ({
      ...chart,
      ranges: chart.ranges.flatMap((area) => followedArea(area, change) ?? []),
    }));
  }
}

function followedArea(area: Area, change: Restructuring): Area | undefined {
  if (!sameSheet(area.sheet, change.sheet)) return area;
  if (change.kind === "shift") return shiftArea(area, change);
  return change.kind === "rename" ? { ...area, sheet: change.to } : undefined;
}

function followContents(sheet: SheetModel, change: Restructuring): void {
  for (const { row, column, item } of sheet.contents.entries()) {
    if (item.kind !== "formula") continue;
    const text = followed(item.text, sheet.name, change);
    if (text !== item.text) sheet.contents.set(row, column, { kind: "formula", text });
  }
}

function followedRule(rule: ConditionalRule, home: string, change: Restructuring): ConditionalRule {
  if (rule.when.kind !== "formula") return rule;
  const formula = followed(rule.when.formula, home, change);
  return { ...rule, when: { kind: "formula", formula } };
}

function followedSource(known: Validation, change: Restructuring): Validation | undefined {
  if (known.rule.kind !== "range") return known;
  const range = followedArea(known.rule.range, change);
  return range && { ...known, rule: { kind: "range", range } };
}
