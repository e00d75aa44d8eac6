import type { Cell } from "../dossiers/cell.js";

/** A tab of a file: texts, numbers, days as `2021-06-30`. */
export interface TableRecue {
  readonly nom: string;
  readonly lignes: readonly (readonly Cell[])[];
}

/** A file as read in the browser or on the command line. */
export interface Tables {
  readonly onglets: readonly TableRecue[];
}
