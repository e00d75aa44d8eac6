import type { FormulaCalculator } from "../../engine/formula/index.js";
import {
  intersection,
  printA1,
  type SheetModel,
  toSerial,
  type WorkbookModel,
} from "../../engine/model/index.js";
import type { Area } from "../../engine/types.js";
import type { Host } from "../../host/host.js";
import type { Answer, Patch, Question } from "../messages.js";
import { ConditionalFormats } from "./conditional.js";
import { History } from "./history.js";
import { Declined, Refusal } from "./refusal.js";
import { SheetMirror } from "./sheet-mirror.js";

/** The open workbook, with what a person needs around it: undo, what the page was told. */
export class Book {
  readonly workbook: WorkbookModel;
  readonly calculator: FormulaCalculator;
  readonly history: History;
  readonly conditions: ConditionalFormats;
  private readonly mirrors = new Map<number, SheetMirror>();
  private order = "";
  private readonly agreed = new Set<string>();

  constructor(
    readonly host: Host,
    private readonly ask: (question: Question) => Answer,
  ) {
    this.workbook = host.workbook;
    this.calculator = host.calculator as FormulaCalculator;
    this.history = new History(host.workbook);
    this.conditions = new ConditionalFormats(this.workbook, this.calculator, {
      functions: new Map(),
      now: () => toSerial(Date.now(), this.workbook.timeZone),
      timeZone: () => this.workbook.timeZone,
    });
  }

  sheet(name: string): SheetModel {
    const found = this.workbook.sheet(name);
    if (!found) throw new Refusal(`L’onglet «\u00a0${name}\u00a0» n’existe plus.`);
    return found;
  }

  /** Makes the grid large enough for an area. */
  grow(area: Area): void {
    this.workbook.grow(
      this.sheet(area.sheet),
      area.row + area.rows - 1,
      area.column + area.columns - 1,
    );
  }

  /**
   * Asks before a protected place is changed, once per protection.
   * @throws Declined where the person leaves it as it is
   */
  check(area: Area): void {
    const sheet = this.sheet(area.sheet);
    for (const { value } of sheet.protections) {
      if (!intersection(value.area ?? sheet.whole(), area)) continue;
      const key = `${sheet.id} ${JSON.stringify(value.area ?? null)}`;
      if (this.agreed.has(key)) continue;
      const about = value.description ? ` (${value.description})` : "";
      const { button } = this.ask({
        kind: "alert",
        title: "Zone protégée",
        text: `Cette partie de l’onglet «\u00a0${sheet.name}\u00a0» est protégée${about}\u00a0: elle ne devrait pas être modifiée par erreur.\n\nLa modifier quand même\u00a0?`,
        buttons: "YES_NO",
      });
      if (button !== "YES") throw new Declined();
      this.agreed.add(key);
    }
  }

  /** The person went to an area; one whose sheet has just gone says nothing. */
  select(area: Area): void {
    if (this.workbook.sheet(area.sheet)) this.host.select(area.sheet, printA1(area));
  }

  /** A patch that changes nothing. */
  nothing(): Patch {
    const { canUndo, canRedo } = this.history;
    return { sheets: [], order: this.workbook.sheets.map(({ id }) => id), canUndo, canRedo };
  }

  /** What the page must be told to show the workbook as it is now. */
  patch(): Patch | undefined {
    this.conditions.refresh();
    const { order, canUndo, canRedo } = this.nothing();
    for (const id of [...this.mirrors.keys()]) if (!order.includes(id)) this.mirrors.delete(id);
    const sheets = this.workbook.sheets.flatMap((sheet) => this.mirror(sheet).patch(this) ?? []);
    const key = JSON.stringify([order, canUndo, canRedo]);
    if (sheets.length === 0 && key === this.order) return undefined;
    this.order = key;
    return { sheets, order, canUndo, canRedo };
  }

  private mirror(sheet: SheetModel): SheetMirror {
    let known = this.mirrors.get(sheet.id);
    if (!known) {
      known = new SheetMirror(sheet);
      this.mirrors.set(sheet.id, known);
    }
    return known;
  }
}
