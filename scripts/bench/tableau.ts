/** Lines of a plain table: the first row is the header, numbers go to the right. */
export function tableau(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell.toLocaleString("fr-FR") : cell)),
  );
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.max(...texts.map((row) => (row[column] ?? "").length)),
  );
  return texts
    .map((row, at) =>
      widths
        .map((width, column) => {
          const text = row[column] ?? "";
          return typeof rows[at]?.[column] === "number" ? text.padStart(width) : text.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Whether a figure is reached, as the bench says it. */
export function verdict(reached: boolean): string {
  return reached ? "atteint" : "non atteint";
}

/** A ratio with two decimals, as French writes it. */
export function ratioText(ratio: number): string {
  return ratio.toLocaleString("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** Milliseconds with one decimal. */
export function msText(milliseconds: number): string {
  return `${milliseconds.toLocaleString("fr-FR", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ms`;
}

/** The middle value of some measures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
