import type { Filter } from "../snapshot.js";
import { type AxisShift, shiftArea, shiftInterval } from "./areas.js";

/** A filter after rows or columns of its own sheet came or went; `undefined` where nothing is left of it. */
export function shiftFilter({ area, hidden }: Filter, shift: AxisShift): Filter | undefined {
  const moved = shiftArea(area, shift);
  if (!moved) return undefined;
  if (shift.axis === "rows") return { area: moved, hidden };
  const columns = Object.entries(hidden).flatMap(([column, texts]) => {
    const place = shiftInterval(Number(column), 1, shift.at, shift.count);
    return place ? [[place.start, texts] as const] : [];
  });
  return { area: moved, hidden: Object.fromEntries(columns) };
}
