import type { ChartOption, ChartPosition, ChartSnapshot } from "../../engine/snapshot.js";
import type { ServiceContext } from "../context.js";
import { handOut, membersOf } from "../hand-out.js";
import { type Kind, stateOf } from "../kind.js";
import { rangeOfArea } from "./range-kind.js";

/** What a chart shows and where, before it has an identity. */
export type ChartDraft = Omit<ChartSnapshot, "id">;

/** A chart as scripts hold it: as it was when they got it. */
export interface ChartState {
  readonly draft: ChartDraft;
  /** `null` for a chart that stands on no sheet yet. */
  readonly id: number | null;
}

const { free } = membersOf<ChartState>();
const position = membersOf<ChartPosition>();
const options = membersOf<ChartDraft>();

const CONTAINER: Kind<ChartPosition> = {
  family: "SpreadsheetApp",
  name: "ContainerInfo",
  members: {
    getAnchorRow: position.free("", ({ state }) => state.row),
    getAnchorColumn: position.free("", ({ state }) => state.column),
    getOffsetX: position.free("", ({ state }) => state.offsetX),
    getOffsetY: position.free("", ({ state }) => state.offsetY),
  },
};

const OPTIONS: Kind<ChartDraft> = {
  family: "Charts",
  name: "ChartOptions",
  members: {
    get: options.free("string", ({ state }, name: string) => optionOf(state, name) ?? null),
  },
};

function optionOf(
  { title, position: { width, height }, options }: ChartDraft,
  name: string,
): ChartOption | undefined {
  return { ...options, title, width, height }[name];
}

const members: Record<string, Kind<ChartState>["members"][string]> = {
  getChartId: free("", ({ state }) => state.id),
  getRanges: free("", ({ state, context }) => rangesOf(context, state.draft)),
  getNumHeaders: free("", ({ state }) => state.draft.numHeaders ?? -1),
  getOptions: free("", ({ state, context }) => handOut(context, OPTIONS, state.draft)),
  getContainerInfo: free("", ({ state, context }) => containerOf(context, state.draft)),
};

const CHART: Kind<ChartState> = { family: "SpreadsheetApp", name: "EmbeddedChart", members };

/** Adds members to `EmbeddedChart`. */
export function extendChart(more: Kind<ChartState>["members"]): void {
  Object.assign(members, more);
}

export function chartOf(context: ServiceContext, state: ChartState): object {
  return handOut(context, CHART, state);
}

export function chartState(chart: object): ChartState {
  return stateOf(CHART, chart);
}

/** The ranges that a chart shows. */
export function rangesOf(context: ServiceContext, { ranges }: ChartDraft): object[] {
  return ranges.map((area) => rangeOfArea(context, area));
}

/** Where a chart stands. */
export function containerOf(context: ServiceContext, draft: ChartDraft): object {
  return handOut(context, CONTAINER, draft.position);
}
