/** Prints the days read in three zones, for a process whose own zone the test chooses. */
import { joursLus } from "./jours-lus.js";

console.log(
  JSON.stringify([
    joursLus("Europe/Paris", "Europe/Paris"),
    joursLus("America/Martinique", "Europe/Paris"),
    joursLus("Indian/Reunion", "America/New_York"),
  ]),
);
