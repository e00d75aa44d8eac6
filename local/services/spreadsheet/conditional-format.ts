import { canonical } from "../../engine/model/index.js";
import type { ConditionalRule } from "../../engine/snapshot.js";
import type { ServiceContext } from "../context.js";
import { spreadsheetEnumValue } from "../enums.js";
import { GoogleError } from "../errors.js";
import { handOut, membersOf } from "../hand-out.js";
import { type Kind, stateOf } from "../kind.js";
import { color } from "./color.js";
import { areaOf, rangeOfArea, rangeState } from "./range-kind.js";

type When = ConditionalRule["when"];

interface BuilderState {
  areas: ConditionalRule["areas"];
  when: When | undefined;
  style: ConditionalRule["style"];
}

const rules = membersOf<ConditionalRule>();
const { free } = membersOf<BuilderState>();

const CRITERIA: Readonly<Record<When["kind"], string>> = {
  formula: "CUSTOM_FORMULA",
  textEquals: "TEXT_EQUAL_TO",
  textContains: "TEXT_CONTAINS",
  textStartsWith: "TEXT_STARTS_WITH",
  numberAtLeast: "NUMBER_GREATER_THAN_OR_EQUAL_TO",
  numberGreater: "NUMBER_GREATER_THAN",
  numberLess: "NUMBER_LESS_THAN",
  numberBetween: "NUMBER_BETWEEN",
};

const CONDITION: Kind<ConditionalRule> = {
  family: "SpreadsheetApp",
  name: "BooleanCondition",
  members: {
    getCriteriaType: rules.free("", ({ state, context }) =>
      spreadsheetEnumValue(context, "BooleanCriteria", CRITERIA[state.when.kind]),
    ),
    getCriteriaValues: rules.free("", ({ state }) => {
      const { kind: _, ...values } = state.when;
      return Object.values(values);
    }),
    getBold: rules.free("", ({ state }) => state.style.bold ?? null),
  },
};

const RULE: Kind<ConditionalRule> = {
  family: "SpreadsheetApp",
  name: "ConditionalFormatRule",
  members: {
    getRanges: rules.free("", ({ state, context }) =>
      state.areas.map((area) => rangeOfArea(context, area)),
    ),
    getBooleanCondition: rules.free("", ({ state, context }) => handOut(context, CONDITION, state)),
    copy: rules.free("", ({ state, context }) => handOut(context, BUILDER, { ...state })),
  },
};

function condition(takes: string, make: (context: ServiceContext, ...args: never[]) => When) {
  return free(takes, ({ state, context, self }, ...args: never[]) => {
    state.when = make(context, ...args);
    return self;
  });
}

function look<T>(takes: string, patch: (given: T) => ConditionalRule["style"]) {
  return free(takes, ({ state, self }, given: T) => {
    state.style = { ...state.style, ...patch(given) };
    return self;
  });
}

const BUILDER: Kind<BuilderState> = {
  family: "SpreadsheetApp",
  name: "ConditionalFormatRuleBuilder",
  members: {
    whenFormulaSatisfied: condition("string", (context, text: string) => ({
      kind: "formula",
      formula: canonical(text.startsWith("=") ? text : `=${text}`, context.workbook.locale),
    })),
    whenTextEqualTo: condition("string", (_, text: string) => ({ kind: "textEquals", text })),
    whenTextContains: condition("string", (_, text: string) => ({ kind: "textContains", text })),
    whenTextStartsWith: condition("string", (_, text: string) => ({
      kind: "textStartsWith",
      text,
    })),
    whenNumberGreaterThanOrEqualTo: condition("number", (_, limit: number) => ({
      kind: "numberAtLeast",
      limit,
    })),
    whenNumberGreaterThan: condition("number", (_, limit: number) => ({
      kind: "numberGreater",
      limit,
    })),
    whenNumberLessThan: condition("number", (_, limit: number) => ({ kind: "numberLess", limit })),
    whenNumberBetween: condition("number number", (_, from: number, to: number) => ({
      kind: "numberBetween",
      from,
      to,
    })),
    setBackground: look("string?", (name: string | null) => ({ background: color(name) })),
    setFontColor: look("string?", (name: string | null) => ({ color: color(name) })),
    setBold: look("boolean", (bold: boolean) => ({ bold })),
    setRanges: free("list", ({ state, context, self }, ranges: object[]) => {
      state.areas = ranges.map((range) => areaOf(context, rangeState(range)));
      return self;
    }),
    build: free("", ({ state, context }) => {
      const { areas, when, style } = state;
      if (!when) throw new GoogleError("Conditional format rule must have a condition.");
      if (areas.length === 0) throw new GoogleError("Conditional format rule must have a range.");
      return handOut(context, RULE, { areas, when, style });
    }),
  },
};

export function newConditionalFormatRule(context: ServiceContext): object {
  return handOut(context, BUILDER, { areas: [], when: undefined, style: {} });
}

/** A rule as scripts hold it. */
export function conditionalRuleOf(context: ServiceContext, rule: ConditionalRule): object {
  return handOut(context, RULE, rule);
}

export function conditionalRuleState(rule: object): ConditionalRule {
  return stateOf(RULE, rule);
}
