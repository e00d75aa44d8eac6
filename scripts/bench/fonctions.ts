import { nodeEvaluate } from "../../local/host/node-evaluate.js";
import { type CelluleSynthetique, dossier, ENTETES } from "./dossiers.js";
import { median, msText, ratioText, tableau, verdict } from "./tableau.js";

const NAMES = ["FITN_ELIGIBLE", "FITN_MOTIFS", "FITN_INSTRUCTION"] as const;
const SMALL = 10_000;
const LARGE = 2 * SMALL;
const RUNS = 11;
const LIMIT = 2.3;

/** The one service a custom function asks here: the spreadsheet's zone, to read its dates. */
const SERVICES = {
  SpreadsheetApp: {
    getActiveSpreadsheet: () => ({ getSpreadsheetTimeZone: () => "Europe/Paris" }),
  },
};

/** A cell as Google hands it over: a day is a Date, here a midnight of Paris in winter. */
function handedOver(cell: CelluleSynthetique): string | number | Date {
  return typeof cell === "object" ? new Date(Date.UTC(2021, 0, cell.jour, 23)) : cell;
}

function rowsOf(count: number) {
  return Array.from({ length: count }, (_, index) => dossier(index + 1).map(handedOver));
}

function timeOf(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/**
 * Time of the functions of whole tabs at one size and at twice that size, in the built bundle. The
 * ratio is the median of those of neighbouring runs: what else the machine does weighs on both.
 */
export function benchFonctions(code: string): string {
  const { functions } = nodeEvaluate(code, SERVICES);
  const small = rowsOf(SMALL);
  const large = rowsOf(LARGE);
  const lines = NAMES.map((name) => {
    const run = functions.get(name);
    if (!run) throw new Error(`${name} manque dans dist/Code.js.`);
    const smallTimes: number[] = [];
    const largeTimes: number[] = [];
    run([ENTETES], small, "HDF");
    for (let turn = 0; turn < RUNS; turn += 1) {
      smallTimes.push(timeOf(() => run([ENTETES], small, "HDF")));
      largeTimes.push(timeOf(() => run([ENTETES], large, "HDF")));
    }
    const ratio = median(largeTimes.map((time, turn) => time / (smallTimes[turn] ?? Number.NaN)));
    return [
      name,
      msText(median(smallTimes)),
      msText(median(largeTimes)),
      ratioText(ratio),
      "2,3 au plus",
      verdict(ratio <= LIMIT),
    ];
  });
  return tableau([
    [
      "En un appel",
      `${SMALL.toLocaleString("fr-FR")} lignes`,
      `${LARGE.toLocaleString("fr-FR")} lignes`,
      "rapport",
      "attendu",
      "",
    ],
    ...lines,
  ]);
}
