import type { ServiceContext } from "../context.js";
import { GoogleError } from "../errors.js";
import { handOut, membersOf } from "../hand-out.js";
import type { Kind } from "../kind.js";
import { areaOf, rangeOfArea, rangeState } from "./range-kind.js";

interface NameState {
  name: string;
}

const { free, write } = membersOf<NameState>();

const NAMED_RANGE: Kind<NameState> = {
  family: "SpreadsheetApp",
  name: "NamedRange",
  members: {
    getName: free("", ({ state }) => state.name),
    getRange: free("", ({ state, context }) => {
      const area = context.workbook.namedRange(state.name);
      if (!area) throw new GoogleError("Range not found");
      return rangeOfArea(context, area);
    }),
    setRange: write("Range", ({ state, context, self }, range: object) => {
      setName(context, state.name, range);
      return self;
    }),
    remove: write("", ({ state, context }) => {
      context.workbook.removeName(state.name);
    }),
  },
};

export function namedRangeOf(context: ServiceContext, name: string): object {
  return handOut(context, NAMED_RANGE, { name });
}

/** Gives a name to a range; a name reads like a word and not like a cell. */
export function setName(context: ServiceContext, name: string, range: object): void {
  if (
    !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ||
    /^(?:[a-z]{1,3}\d+|r\d*c\d*|true|false)$/i.test(name)
  ) {
    throw new GoogleError("The name of the range is invalid.");
  }
  context.workbook.setName(name, areaOf(context, rangeState(range)));
}
