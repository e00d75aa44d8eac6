import type { Area } from "../messages.js";
import type { Editing } from "./editing.js";
import type { Engine } from "./engine.js";
import type { Grid } from "./grid.js";
import type { Selections } from "./selection.js";
import { readTable, writeTable } from "./table-text.js";

/** Copy, cut and paste: within the workbook cells with their formulas, with the outside texts. */
export class Clipboard {
  /** What was copied here last, as long as the system's clipboard still holds its text. */
  private copied: { readonly area: Area; readonly text: string; readonly cut: boolean } | undefined;

  constructor(
    private readonly grid: Grid,
    private readonly engine: Engine,
    private readonly selections: Selections,
    private readonly editing: Editing,
    private readonly tell: (text: string) => void,
  ) {
    document.addEventListener("paste", (event) => this.onPaste(event), true);
  }

  async copy(cut: boolean): Promise<void> {
    const area = this.selections.last;
    const text = writeTable(this.texts(area));
    this.copied = { area, text, cut };
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      this.tell(
        "Le navigateur refuse l’accès au presse-papiers\u00a0: la copie ne vaut que dans cette page.",
      );
    }
  }

  async pasteFromSystem(): Promise<void> {
    try {
      this.paste(await navigator.clipboard.readText());
    } catch {
      if (this.copied) this.paste(this.copied.text);
      else this.tell("Le navigateur refuse l’accès au presse-papiers\u00a0: utilisez Ctrl+V.");
    }
  }

  private onPaste(event: ClipboardEvent): void {
    const target = event.target as HTMLElement | null;
    const outside = target?.closest("dialog, #volet, #entete, input:not([data-u-comp])");
    if (outside || this.editing.active) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.paste(event.clipboardData?.getData("text/plain") ?? "");
  }

  private paste(text: string): void {
    const at = this.selections.last;
    const lines = (written: string) => written.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (this.copied && lines(this.copied.text) === lines(text)) {
      const { area, cut } = this.copied;
      this.engine.act({ do: "copy", from: area, to: at, cut });
      if (cut) this.copied = undefined;
      return;
    }
    const rows = readTable(text);
    if (rows.length > 0) this.engine.act({ do: "paste", at, rows });
  }

  private texts({ row, column, rows, columns }: Area): string[][] {
    const id = this.selections.sheetId;
    return Array.from({ length: rows }, (_, atRow) =>
      Array.from(
        { length: columns },
        (_, atColumn) => this.grid.mirror.cell(id, row + atRow, column + atColumn)?.text ?? "",
      ),
    );
  }
}
