import { type Day, formatDay, serialOf } from "../../rules/day.js";
import { toCell } from "../cellules.js";
import { spreadsheetZone } from "../jours.js";
import { montrer, type Point } from "./point.js";

/** Days around which clocks or years change, and the last day of a window. */
const JOURS: readonly Day[] = [
  "2021-03-27",
  "2021-03-28",
  "2021-03-29",
  "2021-06-30",
  "2021-10-30",
  "2021-10-31",
  "2021-11-01",
  "2021-12-31",
  "2022-01-01",
];

const ecrit = (day: Day): Point => ({
  nom: `Le ${formatDay(day)} écrit par le programme est relu le même jour`,
  attendu: `« ${formatDay(day)} » lu « ${day} »`,
  lire: (sheet) => {
    const cell = sheet.getRange("A1").setNumberFormat("dd/mm/yyyy").setValue(serialOf(day));
    return `${montrer(cell.getDisplayValue())} lu ${montrer(toCell(cell.getValue(), spreadsheetZone()))}`;
  },
});

/** An instant just before midnight is still that day. */
const minuit: Point = {
  nom: "Le 30/06/2021 à 23:59 est encore le 30/06/2021",
  attendu: "« 2021-06-30 23:59 »",
  lire: (sheet) => {
    const cell = sheet.getRange("A1").setNumberFormat("dd/mm/yyyy hh:mm");
    cell.setValue(serialOf("2021-06-30") + (24 * 60 - 1) / (24 * 60));
    return montrer(toCell(cell.getValue(), spreadsheetZone()));
  },
};

/** No time zone may move a day. */
export const DATES: readonly Point[] = [...JOURS.map(ecrit), minuit];
