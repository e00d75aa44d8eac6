import type { Area, Content } from "./types.js";

/** How a cell looks; what is left out is the default. Colours are `#rrggbb`. */
export interface CellStyle {
  /** A Google number format with US tokens: `#,##0.00 "€"`, `0 %`, `dd/mm/yyyy`, `@` for plain text. */
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly background?: string;
  readonly wrap?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle" | "bottom";
  readonly note?: string;
}

export interface CellSnapshot {
  readonly row: number;
  readonly column: number;
  readonly content?: Content;
  readonly style?: CellStyle;
}

export interface Validation {
  readonly area: Area;
  readonly rule:
    | { readonly kind: "list"; readonly values: readonly string[] }
    | { readonly kind: "range"; readonly range: Area }
    | { readonly kind: "checkbox" }
    | { readonly kind: "date" }
    | { readonly kind: "number"; readonly min?: number; readonly max?: number };
  readonly allowInvalid: boolean;
  readonly help?: string;
}

export interface ConditionalRule {
  readonly areas: readonly Area[];
  /** A formula is canonical and relative to the first area's top left cell. */
  readonly when:
    | { readonly kind: "formula"; readonly formula: string }
    | { readonly kind: "textEquals" | "textContains" | "textStartsWith"; readonly text: string }
    | { readonly kind: "numberAtLeast" | "numberGreater" | "numberLess"; readonly limit: number }
    | { readonly kind: "numberBetween"; readonly from: number; readonly to: number };
  readonly style: Pick<CellStyle, "bold" | "color" | "background">;
}

export interface Protection {
  /** Left out: the whole sheet. */
  readonly area?: Area;
  readonly warningOnly: boolean;
  readonly description: string;
}

export type ChartKind = "column" | "bar" | "line" | "area" | "pie";

/** Plain data: what a script gives as an option of a chart. */
export type ChartOption =
  | string
  | number
  | boolean
  | null
  | readonly ChartOption[]
  | { readonly [name: string]: ChartOption };

/** The cell that a chart hangs from, the distance from its corner and the size, in pixels. */
export interface ChartPosition {
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartSnapshot {
  /** Unique in the workbook. */
  readonly id: number;
  readonly kind: ChartKind;
  /** What it shows, side by side: the labels in the first column, then a series in each. */
  readonly ranges: readonly Area[];
  /** Rows that name the series; left out: as many as the texts tell. */
  readonly numHeaders?: number;
  readonly title: string;
  /** Google's options by name, the title and the size apart: `isStacked`, `hAxis.title`. */
  readonly options: Readonly<Record<string, ChartOption>>;
  readonly position: ChartPosition;
}

/** A filter on a table whose first row names the columns: by column number, the texts that are hidden. */
export interface Filter {
  readonly area: Area;
  readonly hidden: Readonly<Record<number, readonly string[]>>;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly hidden?: boolean;
  /** Colour of the tab, `#rrggbb`. */
  readonly tabColor?: string;
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** Width in pixels by column number. */
  readonly columnWidths?: Readonly<Record<number, number>>;
  readonly hiddenRows?: readonly number[];
  readonly merges?: readonly Area[];
  readonly filter?: Filter;
  readonly cells: readonly CellSnapshot[];
  readonly validations?: readonly Validation[];
  readonly conditional?: readonly ConditionalRule[];
  readonly protections?: readonly Protection[];
  readonly charts?: readonly ChartSnapshot[];
}

/** A whole workbook as plain data: what a file is read into and written from, and what is autosaved. */
export interface WorkbookSnapshot {
  readonly locale: string;
  readonly timeZone: string;
  readonly sheets: readonly SheetSnapshot[];
  readonly names: Readonly<Record<string, Area>>;
  /** Document properties. */
  readonly properties: Readonly<Record<string, string>>;
}
