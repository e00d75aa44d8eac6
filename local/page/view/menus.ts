import type { Action, Area, Menu, StylePatch } from "../messages.js";
import type { Clipboard } from "./clipboard.js";
import type { Engine } from "./engine.js";
import type { Files } from "./files.js";
import { chooseFilter } from "./filter-dialog.js";
import type { Grid } from "./grid.js";
import { type BarMenu, type Line, lineOf, SEPARATOR } from "./menu-bar.js";
import type { Selections } from "./selection.js";
import { tableAround } from "./table-around.js";
import { tabLines } from "./tabs.js";
import type { WrittenFiles } from "./written-files.js";

export interface Commanded {
  readonly grid: Grid;
  readonly engine: Engine;
  readonly selections: Selections;
  readonly clipboard: Clipboard;
  readonly files: Files;
  readonly written: WrittenFiles;
  readonly history: { canUndo: boolean; canRedo: boolean };
}

const item = (caption: string, run: () => void, keys?: string, enabled?: () => boolean): Line =>
  lineOf(caption, run, { ...(keys && { keys }), ...(enabled && { enabled }) });

/** The page's own menus, then those of the add-in. */
export function menusOf(commanded: Commanded, added: readonly Menu[]): BarMenu[] {
  return [
    { caption: "Fichier", lines: () => fileLines(commanded) },
    { caption: "Édition", lines: () => editLines(commanded) },
    { caption: "Insertion", lines: () => insertLines(commanded) },
    { caption: "Format", lines: () => formatLines(commanded) },
    { caption: "Données", lines: () => dataLines(commanded) },
    { caption: "Onglet", lines: () => tabLines(commanded) },
    ...added.map((menu) => ({
      caption: menu.caption,
      lines: () => addedLines(commanded.engine, menu, [menu.caption]),
    })),
  ];
}

function fileLines({ files, written }: Commanded): Line[] {
  return [
    item("Ouvrir un fichier…", () => files.choose()),
    item("Classeurs enregistrés…", () => void files.chooseSaved()),
    item("Ouvrir l’exemple", () => void files.openExample()),
    SEPARATOR,
    item(
      "Enregistrer à côté du fichier…",
      () => void written.saveBeside(),
      undefined,
      () => written.hasFolder,
    ),
    item("Télécharger en .xlsx", () => void written.download("xlsx")),
    item("Télécharger en .ods", () => void written.download("ods")),
  ];
}

function editLines({ engine, clipboard, selections, history }: Commanded): Line[] {
  return [
    item(
      "Annuler",
      () => engine.undo(),
      "Ctrl+Z",
      () => history.canUndo,
    ),
    item(
      "Rétablir",
      () => engine.redo(),
      "Ctrl+Y",
      () => history.canRedo,
    ),
    SEPARATOR,
    item("Couper", () => void clipboard.copy(true), "Ctrl+X"),
    item("Copier", () => void clipboard.copy(false), "Ctrl+C"),
    item("Coller", () => void clipboard.pasteFromSystem(), "Ctrl+V"),
    item("Coller les valeurs", () => void clipboard.pasteOnly("values"), "Ctrl+Maj+V"),
    item("Coller la mise en forme", () => void clipboard.pasteOnly("looks")),
    SEPARATOR,
    item("Effacer le contenu", () => engine.act({ do: "clear", areas: selections.areas }), "Suppr"),
    item("Supprimer les lignes", () => engine.act(axisAction(selections, "delete", "rows"))),
    item("Supprimer les colonnes", () => engine.act(axisAction(selections, "delete", "columns"))),
  ];
}

function axisAction(
  { last }: Selections,
  verb: "insert" | "delete",
  axis: "rows" | "columns",
  after = false,
): Action {
  const [at, count] = axis === "rows" ? [last.row, last.rows] : [last.column, last.columns];
  return {
    do: verb,
    sheet: last.sheet,
    axis,
    at: after ? at + count : at,
    count,
    ...(verb === "insert" && { like: after ? at + count - 1 : Math.max(1, at - 1) }),
  };
}

function insertLines({ engine, selections }: Commanded): Line[] {
  const insert = (axis: "rows" | "columns", after: boolean) => () =>
    engine.act(axisAction(selections, "insert", axis, after));
  return [
    item("Lignes au-dessus", insert("rows", false)),
    item("Lignes en dessous", insert("rows", true)),
    item("Colonnes à gauche", insert("columns", false)),
    item("Colonnes à droite", insert("columns", true)),
  ];
}

const FORMATS: readonly (readonly [string, string | null])[] = [
  ["Automatique", null],
  ["Texte brut", "@"],
  ["Nombre (1\u202f234,56)", "#,##0.00"],
  ["Euros (1\u202f234,56 €)", '#,##0.00 "€"'],
  ["Pourcentage (80 %)", "0 %"],
  ["Date (30/06/2021)", "dd/mm/yyyy"],
];

/** Puts looks on what is selected; a look that the first cell has already is taken away. */
export function toggleLook(
  { grid, engine, selections }: Pick<Commanded, "grid" | "engine" | "selections">,
  look: "bold" | "italic" | "wrap",
): void {
  const { row, column } = selections.cell;
  const has = grid.mirror.cell(selections.sheetId, row, column)?.style?.[look] === true;
  engine.act({ do: "style", areas: selections.areas, patch: { [look]: has ? null : true } });
}

function formatLines(commanded: Commanded): Line[] {
  const { engine, selections } = commanded;
  const style = (patch: StylePatch) => () =>
    engine.act({ do: "style", areas: selections.areas, patch });
  return [
    item("Gras", () => toggleLook(commanded, "bold"), "Ctrl+B"),
    item("Italique", () => toggleLook(commanded, "italic"), "Ctrl+I"),
    item("Renvoi à la ligne", () => toggleLook(commanded, "wrap")),
    SEPARATOR,
    ...FORMATS.map(([caption, numberFormat]) => item(caption, style({ numberFormat }))),
    SEPARATOR,
    item("Figer jusqu’à la cellule choisie", () => {
      const { sheet, row, column } = selections.cell;
      engine.act({ do: "freeze", sheet, rows: row - 1, columns: column - 1 });
    }),
    item("Ne plus figer", () =>
      engine.act({ do: "freeze", sheet: selections.sheet, rows: 0, columns: 0 }),
    ),
  ];
}

function dataLines({ grid, engine, selections }: Commanded): Line[] {
  const table = (): Area | undefined => tableAround(grid, selections);
  const sort = (ascending: boolean) => () => {
    const area = table();
    if (!area) return;
    const data = { ...area, row: area.row + 1, rows: area.rows - 1 };
    engine.act({ do: "sort", area: data, column: selections.cell.column, ascending });
  };
  return [
    item("Trier le tableau de A à Z", sort(true)),
    item("Trier le tableau de Z à A", sort(false)),
    SEPARATOR,
    item("Filtrer par cette colonne…", () => {
      const area = table();
      if (area) void chooseFilter(grid, engine, selections, area);
    }),
    item(
      "Enlever le filtre",
      () => engine.act({ do: "filter", sheet: selections.sheet, filter: null }),
      undefined,
      () => Boolean(grid.mirror.frame(selections.sheetId)?.filter),
    ),
    SEPARATOR,
    item("Masquer les lignes choisies", () =>
      engine.act({ do: "hideRows", area: selections.last }),
    ),
    item(
      "Afficher toutes les lignes",
      () => engine.act({ do: "showRows", area: wholeSheet(grid, selections) }),
      undefined,
      () => (grid.mirror.frame(selections.sheetId)?.hiddenRows.length ?? 0) > 0,
    ),
  ];
}

function wholeSheet(grid: Grid, selections: Selections): Area {
  const { rows = 1, columns = 1 } = grid.mirror.frame(selections.sheetId) ?? {};
  return { sheet: selections.sheet, row: 1, column: 1, rows, columns };
}

function addedLines(engine: Engine, menu: Menu, path: readonly string[]): Line[] {
  return menu.entries.map((entry): Line => {
    if (entry.kind === "separator") return SEPARATOR;
    if (entry.kind === "menu") {
      const { caption } = entry.menu;
      return { kind: "menu", caption, lines: addedLines(engine, entry.menu, [...path, caption]) };
    }
    return item(entry.caption, () => engine.menu([...path, entry.caption]));
  });
}
