import type { Argument, ResultCell, Run } from "../functions/types.js";
import { toCell } from "./cellules.js";
import { type Fuseau, spreadsheetZone } from "./jours.js";
import { parametresCaches } from "./parametres-caches.js";

/**
 * Runs a custom function with what Google hands over, and gives back what Google shows.
 *
 * @throws SaisieInvalide whose message the cell shows
 */
export function callCustomFunction(run: Run, args: readonly unknown[]): unknown {
  const zone = spreadsheetZone();
  const result = run(
    args.map((argument) => toArgument(argument, zone)),
    { parametres: parametresCaches() },
  );
  const show = (cell: ResultCell) => (typeof cell === "object" ? zone.debut(cell.jour) : cell);
  return isTable(result) ? result.map((row) => row.map(show)) : show(result);
}

function isTable(result: unknown): result is readonly (readonly ResultCell[])[] {
  return Array.isArray(result);
}

function toArgument(argument: unknown, zone: Fuseau): Argument {
  if (argument === undefined || argument === null) return undefined;
  if (!Array.isArray(argument)) return toCell(argument, zone);
  return argument.map((row) =>
    Array.isArray(row) ? row.map((value) => toCell(value, zone)) : [toCell(row, zone)],
  );
}
