import type { Area } from "../messages.js";
import type { Editing } from "./editing.js";
import type { Engine } from "./engine.js";
import { onFirstKey } from "./first-keys.js";
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
    onFirstKey(({ key, ctrlKey, metaKey, shiftKey, target }) => {
      const values = (ctrlKey || metaKey) && shiftKey && key.toLowerCase() === "v";
      if (!values || this.editing.active || isOutside(target)) return false;
      void this.pasteOnly("values");
      return true;
    });
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

  /** Pastes one side of what was copied in this page: what the cells show, or their looks. */
  async pasteOnly(only: "values" | "looks"): Promise<void> {
    const text = await navigator.clipboard.readText().catch(() => this.copied?.text ?? "");
    if (this.copied && sameText(this.copied.text, text) && !this.copied.cut) {
      const { area: from } = this.copied;
      this.engine.act({ do: "copy", from, to: this.selections.last, cut: false, only });
    } else if (only === "values") this.paste(text);
    else this.tell("Copiez d’abord des cellules de ce classeur : leur mise en forme sera collée.");
  }

  private onPaste(event: ClipboardEvent): void {
    if (isOutside(event.target) || this.editing.active) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.paste(event.clipboardData?.getData("text/plain") ?? "");
  }

  private paste(text: string): void {
    const at = this.selections.last;
    if (this.copied && sameText(this.copied.text, text)) {
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

/** Whether what is pasted is for a field of the page, not for the grid. */
function isOutside(target: EventTarget | null): boolean {
  const fields = "dialog, #volet, #entete, input:not([data-u-comp])";
  return target instanceof Element && target.closest(fields) !== null;
}

/** Systems write the ends of lines each in their way. */
function sameText(one: string, other: string): boolean {
  const lines = (written: string) => written.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  return lines(one) === lines(other);
}
