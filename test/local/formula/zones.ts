import { oneSheet } from "./grid.js";

/** Prints what dates become on a machine whose zone is set by TZ, for a spreadsheet in Paris. */
const given: string[] = [];
const functions = new Map([
  [
    "ECHO",
    (date: unknown) => {
      given.push((date as Date).toISOString());
      return date;
    },
  ],
]);
const serials = [44_378, 44_197 + 12.5 / 24, 44_283];
const grid = oneSheet([serials, serials.map((_, index) => `=ECHO(${"ABC"[index]}1)`)], {
  functions,
});
for (const column of [1, 2, 3]) grid.format("S", 1, column, "dd/mm/yyyy hh:mm");
grid.fill("S", 3, 1, [["=DATE(2021;7;1)", '=TEXT(A1;"dd/mm/yyyy")', "=MONTH(A1)", "=DAY(A1)"]]);
process.stdout.write(
  JSON.stringify({
    machine: Intl.DateTimeFormat().resolvedOptions().timeZone,
    returned: [1, 2, 3].map((column) => grid.value("S", 2, column)),
    formulas: [1, 2, 3, 4].map((column) => grid.value("S", 3, column)),
    given,
  }),
);
