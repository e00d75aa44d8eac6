import type { ServiceContext } from "../context.js";
import { handOut, membersOf } from "../hand-out.js";
import type { Kind } from "../kind.js";
import { RANGE, rangeState } from "./range-kind.js";

interface ListState {
  readonly ranges: readonly object[];
}

const { free, write } = membersOf<ListState>();

/** Setters of `Range` that `RangeList` has too; one call, whatever the number of ranges. */
const SHARED = [
  "setValue",
  "setFormula",
  "setNumberFormat",
  "setBackground",
  "setFontColor",
  "setFontWeight",
  "setFontStyle",
  "setFontSize",
  "setHorizontalAlignment",
  "setVerticalAlignment",
  "setWrap",
  "setWrapStrategy",
  "setNote",
  "setBorder",
  "clear",
  "clearContent",
  "clearFormat",
  "clearNote",
  "clearDataValidations",
];

let kind: Kind<ListState> | undefined;

function rangeList(): Kind<ListState> {
  if (kind) return kind;
  const shared = SHARED.flatMap((name) => {
    const member = RANGE.members[name];
    if (!member) return [];
    const own = write("any...", ({ state, context, self }, ...args: never[]) => {
      for (const range of state.ranges) {
        member.run({ state: rangeState(range), context, self: range }, ...args);
      }
      return self;
    });
    return [[name, { ...own, takes: member.takes }] as const];
  });
  kind = {
    family: "SpreadsheetApp",
    name: "RangeList",
    members: {
      ...Object.fromEntries(shared),
      getRanges: free("", ({ state }) => [...state.ranges]),
    },
  };
  return kind;
}

/** Several ranges of one sheet that scripts change together. */
export function rangeListOf(context: ServiceContext, ranges: readonly object[]): object {
  return handOut(context, rangeList(), { ranges });
}
