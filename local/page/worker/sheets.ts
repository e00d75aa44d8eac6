import type { Area } from "../../engine/types.js";
import type { Action } from "../messages.js";
import type { Book } from "./book.js";
import { Refusal } from "./refusal.js";

type SheetAction = Extract<
  Action,
  { do: "addSheet" | "deleteSheet" | "renameSheet" | "moveSheet" | "hideSheet" }
>;

/**
 * Adds, deletes, renames, moves or hides a sheet.
 * @returns the first cell of a sheet that was added
 * @throws Refusal where the name is taken or no sheet would be left to see
 */
export function changeSheets(book: Book, action: SheetAction): Area | undefined {
  const { workbook } = book;
  if (action.do === "addSheet") {
    const name = action.name ?? freeName(book);
    const sheet = workbook.addSheet(unused(book, name));
    return { sheet: sheet.name, row: 1, column: 1, rows: 1, columns: 1 };
  }
  const sheet = book.sheet(action.sheet);
  switch (action.do) {
    case "deleteSheet":
      keepOne(book, sheet.name);
      book.check(sheet.whole());
      workbook.deleteSheet(sheet);
      return undefined;
    case "renameSheet":
      if (action.name === sheet.name) return undefined;
      workbook.renameSheet(sheet, unused(book, action.name, sheet.name));
      return undefined;
    case "moveSheet":
      workbook.moveSheet(sheet, action.index);
      return undefined;
    case "hideSheet":
      if (action.hidden) keepOne(book, sheet.name);
      workbook.arrange(sheet, (one) => {
        one.hidden = action.hidden;
      });
      return undefined;
  }
}

function freeName(book: Book): string {
  for (let number = book.workbook.sheets.length + 1; ; number++) {
    const name = `Feuille ${number}`;
    if (!book.workbook.sheet(name)) return name;
  }
}

function unused(book: Book, name: string, own?: string): string {
  const trimmed = name.trim();
  if (trimmed === "") throw new Refusal("Un onglet doit avoir un nom.");
  const known = book.workbook.sheet(trimmed);
  if (known && known.name !== own) {
    throw new Refusal(`Un onglet «\u00a0${known.name}\u00a0» existe déjà.`);
  }
  return trimmed;
}

function keepOne(book: Book, name: string): void {
  const others = book.workbook.sheets.filter((sheet) => sheet.name !== name && !sheet.hidden);
  if (others.length === 0) throw new Refusal("Un classeur garde au moins un onglet visible.");
}
