/** What the page and its worker say to each other. Rows and columns count from 1, as in the engine. */
import type {
  CellStyle,
  ChartKind,
  ChartPosition,
  Filter,
  Protection,
  Validation,
} from "../engine/snapshot.js";
import type { Area, Content } from "../engine/types.js";
import type { Choix, Classeur, Exporter, Format } from "../server/protocole.js";
import type { Button, ButtonSet, Menu, Page } from "../services/index.js";

/** How a cell's text lies where its style does not say: numbers right, truth values and errors centred. */
export type CellKind = "text" | "number" | "boolean" | "error";

/** What a SPARKLINE draws. */
export interface Drawing {
  readonly data: readonly number[];
  readonly options: Readonly<Record<string, number | string | boolean>>;
}

/** A cell as a person sees it. */
export interface CellView {
  readonly text: string;
  readonly kind: CellKind;
  /** What was entered, where that is not the text itself: a formula, a number in full. */
  readonly content?: Content;
  /** Looks, conditional formats included. */
  readonly style?: CellStyle;
  /** Why the cell shows an error. */
  readonly message?: string;
  /** The cell that spills here, `B2`. */
  readonly spilledFrom?: string;
  readonly drawing?: Drawing;
}

/** A cell's place and view; `null` where nothing is left to show. */
export type PlacedCell = readonly [row: number, column: number, view: CellView | null];

/** A value of a chart, and how a person reads it; `null` where there is no number. */
export interface ChartValue {
  readonly value: number | null;
  readonly text: string;
}

/** What a chart shows for each of its labels. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly ChartValue[];
}

/** A chart with its data, ready to be drawn. */
export interface ChartView {
  readonly id: number;
  readonly kind: ChartKind;
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly stacked: boolean;
  readonly legend: boolean;
  /** Colours that the script chose, as CSS writes them. */
  readonly colors: readonly string[];
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Marks of the axis of values, from its low end to its high end. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly position: ChartPosition;
}

/** Everything of a sheet but its cells. */
export interface SheetFrame {
  readonly id: number;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColor: string | null;
  /** Width in pixels by column number. */
  readonly widths: Readonly<Record<number, number>>;
  readonly hiddenRows: readonly number[];
  readonly merges: readonly Area[];
  readonly validations: readonly Validation[];
  readonly protections: readonly Protection[];
  /** Rows that a filter covers, its header first; `null` where there is none. */
  readonly filter: Filter | null;
}

/** What changed of a sheet; `frame` and `charts` only where they changed. */
export interface SheetPatch {
  readonly id: number;
  readonly frame?: SheetFrame;
  readonly charts?: readonly ChartView[];
  readonly cells: readonly PlacedCell[];
}

/** What changed of the workbook since the last one. */
export interface Patch {
  readonly sheets: readonly SheetPatch[];
  /** Identities of all sheets, in their order. */
  readonly order: readonly number[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A function that cells can call, for the list under the editor. */
export interface FunctionHelp {
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly help: string }[];
  readonly example?: string;
}

export type Axis = "rows" | "columns";

/** Looks that the page's own commands set; `null` goes back to the default. */
export type StylePatch = { readonly [K in keyof CellStyle]?: CellStyle[K] | null };

/** One thing that a person does to the workbook; each is one step of undo. */
export type Action =
  | { readonly do: "edit"; readonly area: Area; readonly text: string }
  | { readonly do: "clear"; readonly areas: readonly Area[] }
  | { readonly do: "paste"; readonly at: Area; readonly rows: readonly (readonly string[])[] }
  /** Cells copied, or cut, inside the workbook; of copied ones, what they show or their looks alone. */
  | {
      readonly do: "copy";
      readonly from: Area;
      readonly to: Area;
      readonly cut: boolean;
      readonly only?: "values" | "looks";
    }
  | { readonly do: "fill"; readonly from: Area; readonly to: Area }
  | { readonly do: "clearLooks"; readonly areas: readonly Area[] }
  | { readonly do: "style"; readonly areas: readonly Area[]; readonly patch: StylePatch }
  | {
      readonly do: "insert";
      readonly sheet: string;
      readonly axis: Axis;
      readonly at: number;
      readonly count: number;
      readonly like?: number;
    }
  | {
      readonly do: "delete";
      readonly sheet: string;
      readonly axis: Axis;
      readonly at: number;
      readonly count: number;
    }
  | {
      readonly do: "move";
      readonly sheet: string;
      readonly axis: Axis;
      readonly from: number;
      readonly count: number;
      readonly before: number;
    }
  | {
      readonly do: "sort";
      readonly area: Area;
      readonly column: number;
      readonly ascending: boolean;
    }
  | { readonly do: "filter"; readonly sheet: string; readonly filter: Filter | null }
  | { readonly do: "hideRows" | "showRows"; readonly area: Area }
  | { readonly do: "tabColor"; readonly sheet: string; readonly color: string | null }
  | {
      readonly do: "widths";
      readonly sheet: string;
      readonly widths: Readonly<Record<number, number>>;
    }
  | {
      readonly do: "freeze";
      readonly sheet: string;
      readonly rows: number;
      readonly columns: number;
    }
  | { readonly do: "addSheet"; readonly name?: string }
  | { readonly do: "deleteSheet"; readonly sheet: string }
  | { readonly do: "renameSheet"; readonly sheet: string; readonly name: string }
  | { readonly do: "moveSheet"; readonly sheet: string; readonly index: number }
  | { readonly do: "hideSheet"; readonly sheet: string; readonly hidden: boolean };

export type ToWorker =
  | {
      /** Fetches the workbook and the add-in, and opens them unless a question comes first. */
      readonly type: "load";
      readonly token: string;
      /** Shared memory where the answers to questions are written. */
      readonly answers: SharedArrayBuffer;
      readonly userProperties: Readonly<Record<string, string>>;
    }
  /** Answers what to keep of a workbook whose source changed; it is opened then. */
  | { readonly type: "keep"; readonly kept: Choix["garder"] }
  | { readonly type: "action"; readonly action: Action }
  /** Where the person is: what a script reads as the active range. */
  | { readonly type: "select"; readonly area: Area }
  | { readonly type: "undo" | "redo" }
  | { readonly type: "menu"; readonly path: readonly string[] }
  | {
      readonly type: "call";
      readonly id: number;
      readonly name: string;
      readonly args: readonly unknown[];
    }
  /** Asks for what is not saved yet: a `Save`, or nothing. */
  | { readonly type: "save"; readonly id: number }
  /** What was asked for last is saved. */
  | { readonly type: "saved" }
  | { readonly type: "export"; readonly id: number; readonly format: Format };

/** What the page sends to the server: one change, or the whole workbook where that is worth it. */
export interface Save {
  readonly kind: "changes" | "snapshot";
  /** Changes as a list, or a `WorkbookSnapshot`. */
  readonly json: string;
}

/** A question of `Ui.alert` or `Ui.prompt`, or of the page itself. */
export interface Question {
  readonly kind: "alert" | "prompt";
  readonly title: string;
  readonly text: string;
  readonly buttons: ButtonSet;
}

export interface Answer {
  readonly button: Button;
  readonly text: string;
}

/** The workbook that the server gives, but for what it holds. */
export type Loaded = Omit<Classeur, "snapshot" | "changements"> & { readonly locale: string };

export type FromWorker =
  | { readonly type: "loaded"; readonly workbook: Loaded }
  /** The workbook cannot be had: a sentence to show in its place. */
  | { readonly type: "unloadable"; readonly text: string }
  | {
      readonly type: "opened";
      readonly patch: Patch;
      readonly functions: readonly FunctionHelp[];
    }
  | { readonly type: "patch"; readonly patch: Patch; readonly reveal?: Area }
  | { readonly type: "menus"; readonly menus: readonly Menu[] }
  | { readonly type: "question"; readonly question: Question }
  | { readonly type: "page"; readonly kind: "sidebar" | "modal" | "modeless"; readonly page: Page }
  | {
      readonly type: "toast";
      readonly title: string;
      readonly text: string;
      readonly seconds: number;
    }
  | { readonly type: "userProperties"; readonly properties: Readonly<Record<string, string>> }
  /** Something went wrong, or could not be done: a sentence for the person. */
  | { readonly type: "notice"; readonly text: string }
  /** Work began, under a name to show, or ended. */
  | { readonly type: "busy"; readonly label: string | null }
  /** The workbook differs from what was saved last. */
  | { readonly type: "changed" }
  | { readonly type: "result"; readonly id: number; readonly value: unknown }
  | { readonly type: "failure"; readonly id: number; readonly message: string };

export type { Area, Button, ButtonSet, Exporter, Format, Menu, Page };
