import type { Area } from "../../engine/types.js";
import type { ServiceContext } from "../context.js";
import { GoogleError } from "../errors.js";
import { areaOf, rangeState } from "./range-kind.js";
import { activeRange, activeSheet, rangeByText } from "./sheet.js";

/**
 * Puts the person on a range of a sheet, as a click does: scripts read it as the active one.
 * @param range in A1 notation, or a named range
 */
export function select(context: ServiceContext, sheet: string, range: string): void {
  const home = context.workbook.sheet(sheet);
  if (!home) throw new GoogleError(`No sheet named "${sheet}".`);
  const state = rangeState(rangeByText(context, home, range));
  context.activeSheet = state.sheet;
  context.activeArea = state;
}

/** Where the person is, or where a script put them since. */
export function selected(context: ServiceContext): Area {
  return areaOf(context, rangeState(activeRange(context, activeSheet(context))));
}
