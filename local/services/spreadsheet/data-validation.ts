import type { ValidationRule } from "../../engine/model/index.js";
import type { Validation } from "../../engine/snapshot.js";
import type { Area } from "../../engine/types.js";
import type { ServiceContext } from "../context.js";
import { spreadsheetEnumValue } from "../enums.js";
import { handOut, membersOf } from "../hand-out.js";
import { type Kind, stateOf } from "../kind.js";
import { areaOf, rangeOfArea, rangeState } from "./range-kind.js";

interface BuilderState {
  rule: Validation["rule"] | undefined;
  allowInvalid: boolean;
  help: string | undefined;
}

const rules = membersOf<ValidationRule>();
const { free } = membersOf<BuilderState>();

function criteria(rule: Validation["rule"]): string {
  switch (rule.kind) {
    case "list":
      return "VALUE_IN_LIST";
    case "range":
      return "VALUE_IN_RANGE";
    case "checkbox":
      return "CHECKBOX";
    case "date":
      return "DATE_IS_VALID_DATE";
    case "number":
      if (rule.max === undefined) return "NUMBER_GREATER_THAN_OR_EQUAL_TO";
      return rule.min === undefined ? "NUMBER_LESS_THAN_OR_EQUAL_TO" : "NUMBER_BETWEEN";
  }
}

function criteriaValues(context: ServiceContext, rule: Validation["rule"]): unknown[] {
  switch (rule.kind) {
    case "list":
      return [[...rule.values], true];
    case "range":
      return [rangeOfArea(context, rule.range), true];
    case "number":
      return [rule.min, rule.max].filter((limit) => limit !== undefined);
    default:
      return [];
  }
}

const DATA_VALIDATION: Kind<ValidationRule> = {
  family: "SpreadsheetApp",
  name: "DataValidation",
  members: {
    getCriteriaType: rules.free("", ({ state, context }) =>
      spreadsheetEnumValue(context, "DataValidationCriteria", criteria(state.rule)),
    ),
    getCriteriaValues: rules.free("", ({ state, context }) => criteriaValues(context, state.rule)),
    getAllowInvalid: rules.free("", ({ state }) => state.allowInvalid),
    getHelpText: rules.free("", ({ state }) => state.help ?? null),
    copy: rules.free("", ({ state, context }) =>
      handOut(context, BUILDER, {
        rule: state.rule,
        allowInvalid: state.allowInvalid,
        help: state.help,
      }),
    ),
  },
};

function requirement(
  takes: string,
  make: (context: ServiceContext, ...args: never[]) => Validation["rule"],
) {
  return free(takes, ({ state, context, self }, ...args: never[]) => {
    state.rule = make(context, ...args);
    return self;
  });
}

const BUILDER: Kind<BuilderState> = {
  family: "SpreadsheetApp",
  name: "DataValidationBuilder",
  members: {
    requireValueInList: requirement("list | list boolean", (_, values: unknown[]) => ({
      kind: "list",
      values: values.map(String),
    })),
    requireValueInRange: requirement("Range | Range boolean", (context, range: object) => ({
      kind: "range",
      range: rangeArea(context, range),
    })),
    requireCheckbox: requirement("", () => ({ kind: "checkbox" })),
    requireDate: requirement("", () => ({ kind: "date" })),
    requireNumberBetween: requirement("number number", (_, min: number, max: number) => ({
      kind: "number",
      min,
      max,
    })),
    requireNumberGreaterThanOrEqualTo: requirement("number", (_, min: number) => ({
      kind: "number",
      min,
    })),
    requireNumberLessThanOrEqualTo: requirement("number", (_, max: number) => ({
      kind: "number",
      max,
    })),
    setAllowInvalid: free("boolean", ({ state, self }, allow: boolean) => {
      state.allowInvalid = allow;
      return self;
    }),
    setHelpText: free("string", ({ state, self }, help: string) => {
      state.help = help;
      return self;
    }),
    build: free("", ({ state, context }) => {
      const { rule, allowInvalid, help } = state;
      if (!rule) throw new Error("A data validation needs a criterion");
      return ruleOf(context, { rule, allowInvalid, ...(help !== undefined && { help }) });
    }),
  },
};

function rangeArea(context: ServiceContext, range: object): Area {
  return areaOf(context, rangeState(range));
}

export function newDataValidation(context: ServiceContext): object {
  return handOut(context, BUILDER, { rule: undefined, allowInvalid: true, help: undefined });
}

/** A rule as scripts hold it. */
export function ruleOf(context: ServiceContext, rule: ValidationRule): object {
  return handOut(context, DATA_VALIDATION, rule);
}

export function ruleState(rule: object): ValidationRule {
  return stateOf(DATA_VALIDATION, rule);
}
