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

export interface SheetSnapshot {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly hidden?: boolean;
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** Width in pixels by column number. */
  readonly columnWidths?: Readonly<Record<number, number>>;
  readonly cells: readonly CellSnapshot[];
  readonly validations?: readonly Validation[];
  readonly conditional?: readonly ConditionalRule[];
  readonly protections?: readonly Protection[];
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
