import type { Validation } from "../../engine/snapshot.js";
import type { Area, Patch } from "../messages.js";
import type { Grid } from "./grid.js";
import { univerId } from "./sheet-data.js";

/** Univer keeps a list as one text cut at its commas: the values' own show as their look-alike. */
const COMMA = "\u201a";

/** A value that was chosen in a list, as the workbook has it. */
export function chosenValue(text: string): string {
  return text.replaceAll(COMMA, ",");
}

/**
 * Lays the workbook's lists and boxes over Univer's grid. Univer only draws them and offers their
 * values: the engine accepts or refuses what is entered.
 */
export class Validations {
  private readonly shown = new Map<number, string>();

  constructor(private readonly grid: Grid) {
    grid.whenRendered(() => {
      for (const id of grid.mirror.sheets.keys()) this.lay(id);
    });
  }

  /** Lays anew what changed: the rules themselves, or the cells that a list offers. */
  apply({ sheets }: Patch): void {
    if (sheets.length === 0) return;
    for (const id of this.grid.mirror.sheets.keys()) this.lay(id);
  }

  private lay(id: number): void {
    const rules = (this.grid.mirror.frame(id)?.validations ?? []).flatMap((rule) => {
      const offered = this.offered(rule);
      return offered ? [{ area: rule.area, offered }] : [];
    });
    const text = JSON.stringify(rules);
    if (text === (this.shown.get(id) ?? "[]")) return;
    this.shown.set(id, text);
    const sheet = this.grid.api.getActiveWorkbook()?.getSheetBySheetId(univerId(id));
    if (!sheet) return;
    for (const known of sheet.getDataValidations()) known.delete();
    for (const { area, offered } of rules) {
      const builder = this.grid.api.newDataValidation();
      const rule =
        offered === "box"
          ? builder.requireCheckbox("VRAI", "FAUX")
          : builder.requireValueInList([...offered], false, true);
      sheet
        .getRange(area.row - 1, area.column - 1, area.rows, area.columns)
        .setDataValidation(rule.setAllowInvalid(true).build());
    }
  }

  /** What a rule offers to choose from; nothing where it only checks. */
  private offered({ rule }: Validation): "box" | readonly string[] | undefined {
    if (rule.kind === "checkbox") return "box";
    const values =
      rule.kind === "list" ? rule.values : rule.kind === "range" ? this.texts(rule.range) : [];
    const whole = values.filter((value) => value !== "" && !value.includes(COMMA));
    return whole.length > 0
      ? [...new Set(whole)].map((value) => value.replaceAll(",", COMMA))
      : undefined;
  }

  private texts({ sheet, row, column, rows, columns }: Area): string[] {
    const found = [...this.grid.mirror.sheets.values()].find(({ frame }) => frame.name === sheet);
    if (!found) return [];
    const texts: string[] = [];
    for (const [atRow, line] of found.cells) {
      if (atRow < row || atRow >= row + rows) continue;
      for (const [atColumn, { text }] of line) {
        if (atColumn >= column && atColumn < column + columns) texts.push(text);
      }
    }
    return texts;
  }
}
