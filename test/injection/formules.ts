import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";

/** Every formula of a workbook, where it stands: `Enveloppes!3:2 =…`. */
export function formules({ sheets }: WorkbookSnapshot): readonly string[] {
  return sheets
    .flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, content }) =>
        content?.kind === "formula" ? [`${name}!${row}:${column} ${content.text}`] : [],
      ),
    )
    .sort();
}
