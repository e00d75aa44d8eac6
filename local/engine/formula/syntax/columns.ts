/** Letters of a column: `1` → `A`, `27` → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Number of a column given its letters, in any case: `AA` → `27`. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Address of a cell without `$`: `(3, 2)` → `B3`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
