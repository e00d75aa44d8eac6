import type { Calculator, Value } from "../engine/types.js";
import type { Exporter } from "./protocole.js";

function asValue(sent: unknown): Value {
  if (typeof sent === "string" || typeof sent === "boolean") return sent;
  if (typeof sent === "number") return Number.isFinite(sent) ? sent : null;
  if (typeof sent === "object" && sent !== null && "error" in sent) {
    return typeof sent.error === "string" ? (sent as Value) : null;
  }
  return null;
}

/** What each cell shows, as the page sent it. */
export function shownValues({ valeurs }: Pick<Exporter, "valeurs">): Calculator["value"] {
  const sheets = new Map(Object.entries(valeurs));
  return (sheet, row, column) => asValue(sheets.get(sheet)?.[row - 1]?.[column - 1]);
}

/** Which formula fills a cell, from the areas that the page sent. */
export function spillOrigins({
  deversements,
  snapshot,
}: Pick<Exporter, "deversements" | "snapshot">): Calculator["spillOrigin"] {
  const byRow = new Map<string, Exporter["deversements"][number][]>();
  const heights = new Map(snapshot.sheets.map(({ name, rows }) => [name, rows]));
  for (const area of deversements) {
    const end = Math.min(area.row + area.rows - 1, heights.get(area.sheet) ?? 0);
    for (let row = area.row; row <= end; row += 1) {
      const key = `${row}:${area.sheet}`;
      const areas = byRow.get(key);
      if (areas) areas.push(area);
      else byRow.set(key, [area]);
    }
  }
  return (sheet, row, column) => {
    const area = byRow
      .get(`${row}:${sheet}`)
      ?.find((one) => column >= one.column && column < one.column + one.columns);
    return area && { row: area.row, column: area.column };
  };
}
