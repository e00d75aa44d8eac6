import { remembered } from "../../engine/remembered.js";
import type { CellStyle } from "../../engine/snapshot.js";
import type { ServiceContext } from "../context.js";
import { enumName } from "../enumeration.js";
import { spreadsheetEnumValue } from "../enums.js";
import { GoogleError } from "../errors.js";
import { membersOf } from "../hand-out.js";
import type { Kind } from "../kind.js";
import { checkArguments, readSignature } from "../signature.js";
import { color } from "./color.js";
import { areaOf, checkSize, extendRange, gridOf, type RangeState } from "./range-kind.js";

const { free, read, write } = membersOf<RangeState>();

/** One look of a cell: how scripts name it, write it and read it. */
interface Look {
  readonly one: string;
  readonly many: string;
  readonly takes: string;
  readonly patch: (given: never) => Partial<CellStyle>;
  readonly shown: (style: CellStyle | undefined, context: ServiceContext) => unknown;
  readonly readers: readonly [one: string, many: string];
}

/** What Google gives as the format of a cell that has none. */
const AUTOMATIC = "0.###############";

const LOOKS: readonly Look[] = [
  {
    one: "setNumberFormat",
    many: "setNumberFormats",
    takes: "string",
    patch: (format: string) => ({ numberFormat: automatic(format) ? undefined : format }),
    shown: (style) => style?.numberFormat ?? AUTOMATIC,
    readers: ["getNumberFormat", "getNumberFormats"],
  },
  {
    one: "setBackground",
    many: "setBackgrounds",
    takes: "string?",
    patch: (name: string | null) => ({ background: color(name) }),
    shown: (style) => style?.background ?? "#ffffff",
    readers: ["getBackground", "getBackgrounds"],
  },
  {
    one: "setFontColor",
    many: "setFontColors",
    takes: "string?",
    patch: (name: string | null) => ({ color: color(name) }),
    shown: (style) => style?.color ?? "#000000",
    readers: ["getFontColor", "getFontColors"],
  },
  {
    one: "setFontWeight",
    many: "setFontWeights",
    takes: "string?",
    patch: (weight: string | null) => ({
      bold: word(weight, "normal", "bold") === "bold" || undefined,
    }),
    shown: (style) => (style?.bold ? "bold" : "normal"),
    readers: ["getFontWeight", "getFontWeights"],
  },
  {
    one: "setFontStyle",
    many: "setFontStyles",
    takes: "string?",
    patch: (name: string | null) => ({
      italic: word(name, "normal", "italic") === "italic" || undefined,
    }),
    shown: (style) => (style?.italic ? "italic" : "normal"),
    readers: ["getFontStyle", "getFontStyles"],
  },
  {
    one: "setFontSize",
    many: "setFontSizes",
    takes: "number",
    patch: (size: number) => ({ size }),
    shown: (style) => style?.size ?? 10,
    readers: ["getFontSize", "getFontSizes"],
  },
  {
    one: "setWrap",
    many: "setWraps",
    takes: "boolean",
    patch: (wrap: boolean) => ({ wrap: wrap || undefined }),
    shown: (style) => style?.wrap ?? false,
    readers: ["getWrap", "getWraps"],
  },
  {
    one: "setWrapStrategy",
    many: "setWrapStrategies",
    takes: "WrapStrategy",
    patch: (strategy: object) => ({ wrap: enumName(strategy) === "WRAP" || undefined }),
    shown: (style, context) =>
      spreadsheetEnumValue(context, "WrapStrategy", style?.wrap ? "WRAP" : "OVERFLOW"),
    readers: ["getWrapStrategy", "getWrapStrategies"],
  },
  {
    one: "setHorizontalAlignment",
    many: "setHorizontalAlignments",
    takes: "string?",
    patch: (side: string | null) => {
      const known = word(side, "normal", "general", "left", "center", "right");
      return { horizontal: known === "normal" || known === "general" ? undefined : known };
    },
    shown: (style) => style?.horizontal ?? "general",
    readers: ["getHorizontalAlignment", "getHorizontalAlignments"],
  },
  {
    one: "setVerticalAlignment",
    many: "setVerticalAlignments",
    takes: "string?",
    patch: (side: string | null) => {
      const known = word(side, "bottom", "top", "middle");
      return { vertical: side === null ? undefined : known };
    },
    shown: (style) => style?.vertical ?? "bottom",
    readers: ["getVerticalAlignment", "getVerticalAlignments"],
  },
  {
    one: "setNote",
    many: "setNotes",
    takes: "string?",
    patch: (note: string | null) => ({ note: note || undefined }),
    shown: (style) => style?.note ?? "",
    readers: ["getNote", "getNotes"],
  },
];

function automatic(format: string): boolean {
  return format === "" || format === "General" || format === AUTOMATIC;
}

/** One of the words a setter takes, the first for null. */
function word<T extends string>(given: string | null, first: T, ...others: T[]): T {
  if (given === null || given === undefined) return first;
  const found = [first, ...others].find((name) => name === given.toLowerCase());
  if (!found) throw new GoogleError(`Invalid argument: ${given}`);
  return found;
}

function setters(look: Look): Kind<RangeState>["members"] {
  const each = readSignature(look.takes);
  return {
    [look.one]: write(look.takes, ({ state, context, self }, given: never) => {
      const patch = look.patch(given);
      context.workbook.style(areaOf(context, state), () => patch);
      return self;
    }),
    [look.many]: write("grid", ({ state, context, self }, grid: never[][]) => {
      checkSize(state, grid);
      const patchOf = remembered((given: never): Partial<CellStyle> => {
        checkArguments(`SpreadsheetApp.Range.${look.many}`, each, [given]);
        return look.patch(given);
      });
      const patches = grid.map((row) => row.map((given) => patchOf(given)));
      context.workbook.style(areaOf(context, state), (row, column) => patches[row]?.[column] ?? {});
      return self;
    }),
  };
}

function readers(look: Look): Kind<RangeState>["members"] {
  const [one, many] = look.readers;
  const shown = (context: ServiceContext, range: RangeState, row: number, column: number) =>
    look.shown(range.sheet.styles.get(range.row + row, range.column + column), context);
  return {
    [one]: read("", ({ state, context }) => shown(context, state, 0, 0)),
    [many]: read("", ({ state, context }) => {
      areaOf(context, state);
      return gridOf(state, (row, column) => shown(context, state, row, column));
    }),
  };
}

for (const look of LOOKS) extendRange({ ...setters(look), ...readers(look) });

/** Borders are counted and not kept: no file and no page of the local host shows them. */
const borders = write(
  "boolean? boolean? boolean? boolean? boolean? boolean? | boolean? boolean? boolean? boolean? boolean? boolean? string? BorderStyle?",
  ({ state, context, self }) => {
    areaOf(context, state);
    return self;
  },
);

extendRange({
  setBorder: borders,
  clearFormat: write("", ({ state, context, self }) => {
    context.workbook.clearStyle(areaOf(context, state));
    return self;
  }),
  clearNote: write("", ({ state, context, self }) => {
    context.workbook.style(areaOf(context, state), () => ({ note: undefined }));
    return self;
  }),
  merge: write("", ({ state, context, self }) => {
    const area = areaOf(context, state);
    context.workbook.arrange(state.sheet, (sheet) => sheet.merge(area));
    for (const rest of [
      { ...area, column: area.column + 1, columns: area.columns - 1, rows: 1 },
      { ...area, row: area.row + 1, rows: area.rows - 1 },
    ]) {
      if (rest.rows > 0 && rest.columns > 0) context.workbook.write(rest, () => undefined);
    }
    return self;
  }),
  breakApart: write("", ({ state, context, self }) => {
    const area = areaOf(context, state);
    context.workbook.arrange(state.sheet, (sheet) => sheet.unmerge(area));
    return self;
  }),
  isPartOfMerge: free("", ({ state }) =>
    state.sheet.merges.some(
      (area) =>
        state.row < area.row + area.rows &&
        area.row < state.row + state.rows &&
        state.column < area.column + area.columns &&
        area.column < state.column + state.columns,
    ),
  ),
});
