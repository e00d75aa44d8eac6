import type { ChartKind, ChartOption } from "../../engine/snapshot.js";
import { chartKind, chartType } from "../charts.js";
import type { ServiceContext } from "../context.js";
import { GoogleError } from "../errors.js";
import { handOut, membersOf } from "../hand-out.js";
import type { Kind } from "../kind.js";
import { isPlainObject } from "../realm.js";
import { type ChartDraft, chartOf, containerOf, extendChart, rangesOf } from "./chart.js";
import { areaOf, rangeState } from "./range-kind.js";

interface BuilderState {
  draft: ChartDraft;
  readonly id: number | null;
}

type Members = Kind<BuilderState>["members"];

const { free } = membersOf<BuilderState>();

/** A chart as Google begins one: in the corner of the sheet, of its usual size. */
const EMPTY: ChartDraft = {
  kind: "column",
  ranges: [],
  title: "",
  options: {},
  position: { row: 1, column: 1, offsetX: 0, offsetY: 0, width: 600, height: 371 },
};

/** A member that changes the draft and gives the builder back. */
function change(
  takes: string,
  patch: (draft: ChartDraft, context: ServiceContext, ...args: never[]) => Partial<ChartDraft>,
): Members[string] {
  return free(takes, ({ state, context, self }, ...args: never[]) => {
    state.draft = { ...state.draft, ...patch(state.draft, context, ...args) };
    return self;
  });
}

/** A member that goes on with the builder of one kind of chart. */
function as(kind: ChartKind): Members[string] {
  return free("", ({ state, context }) => {
    state.draft = { ...state.draft, kind };
    return handOut(context, TYPED[kind], state);
  });
}

/** Reads an option as plain data. */
function plain(value: unknown): ChartOption {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) {
    return value as ChartOption;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
  }
  throw new GoogleError(`Cannot convert ${String(value)} to a chart option.`);
}

function withOption(draft: ChartDraft, name: string, value: unknown): Partial<ChartDraft> {
  if (name === "title") return { title: String(value) };
  if ((name === "width" || name === "height") && typeof value === "number") {
    return { position: { ...draft.position, [name]: value } };
  }
  return { options: { ...draft.options, [name]: plain(value) } };
}

/** A member that sets one option to its argument. */
function sets(takes: string, name: string): Members[string] {
  return change(takes, (draft, _, value: unknown) => withOption(draft, name, value));
}

const COMMON: Members = {
  asAreaChart: as("area"),
  asBarChart: as("bar"),
  asColumnChart: as("column"),
  asLineChart: as("line"),
  asPieChart: as("pie"),
  getChartType: free("", ({ state, context }) => chartType(context, state.draft.kind)),
  setChartType: change("ChartType", (_, __, type: object) => ({ kind: chartKind(type) })),
  getRanges: free("", ({ state, context }) => rangesOf(context, state.draft)),
  addRange: change("Range", ({ ranges }, context, range: object) => ({
    ranges: [...ranges, areaOf(context, rangeState(range))],
  })),
  removeRange: change("Range", ({ ranges }, context, range: object) => {
    const gone = JSON.stringify(areaOf(context, rangeState(range)));
    return { ranges: ranges.filter((area) => JSON.stringify(area) !== gone) };
  }),
  clearRanges: change("", () => ({ ranges: [] })),
  setNumHeaders: change("int", (_, __, headers: number) => ({
    numHeaders: headers < 0 ? undefined : headers,
  })),
  getContainer: free("", ({ state, context }) => containerOf(context, state.draft)),
  setPosition: change(
    "int int int int",
    ({ position }, _, row: number, column: number, offsetX: number, offsetY: number) => ({
      position: { ...position, row, column, offsetX, offsetY },
    }),
  ),
  setOption: change("string any", (draft, _, name: string, value: unknown) =>
    withOption(draft, name, value),
  ),
  build: free("", ({ state: { draft, id }, context }) => chartOf(context, { draft, id })),
};

const TITLED: Members = { setTitle: sets("string", "title"), setColors: sets("list", "colors") };

const WITH_AXES: Members = {
  ...TITLED,
  setXAxisTitle: sets("string", "hAxis.title"),
  setYAxisTitle: sets("string", "vAxis.title"),
};

const STACKED: Members = {
  ...WITH_AXES,
  setStacked: change("", (draft) => withOption(draft, "isStacked", true)),
};

function builder(name: string, members: Members): Kind<BuilderState> {
  return { family: "SpreadsheetApp", name, members: { ...COMMON, ...members } };
}

const BUILDER = builder("EmbeddedChartBuilder", {});

const TYPED: Readonly<Record<ChartKind, Kind<BuilderState>>> = {
  area: builder("EmbeddedAreaChartBuilder", STACKED),
  bar: builder("EmbeddedBarChartBuilder", STACKED),
  column: builder("EmbeddedColumnChartBuilder", STACKED),
  line: builder("EmbeddedLineChartBuilder", WITH_AXES),
  pie: builder("EmbeddedPieChartBuilder", TITLED),
};

/** What `Sheet.newChart` gives. */
export function newChart(context: ServiceContext): object {
  return handOut(context, BUILDER, { draft: EMPTY, id: null });
}

extendChart({
  modify: membersOf<BuilderState>().free("", ({ state: { draft, id }, context }) =>
    handOut(context, BUILDER, { draft, id }),
  ),
});
