import { createContext, Script } from "node:vm";
import { bundle } from "../bundle.js";
import { median, msText, ratioText, tableau, verdict } from "./tableau.js";

const RUNS = 30;
const LIMIT = 3;

/** A validator at work once, and nothing else: what loading is compared with. */
const REFERENCE = `
import * as z from "zod/mini";
import fr from "zod/v4/locales/fr.js";
z.config({ ...fr(), jitless: true });
export const lu = z.object({
  onglet: z.optional(z.string()),
  guichet: z.enum(["DITP", "HDF"]),
  lignes: z.array(z.array(z.union([z.string(), z.number(), z.boolean()]))),
}).parse({ guichet: "HDF", lignes: [["a", 1, true]] });
`;

const TAUX = 'FITN_TAUX(80000, "iii", "MARNE-V1");';

async function referenceBundle(): Promise<string> {
  const { code } = await bundle({
    stdin: { contents: REFERENCE, resolveDir: process.cwd(), loader: "ts" },
    globalName: "REFERENCE",
  });
  return code;
}

/**
 * Milliseconds to compile and run a text in a new bare context. The text differs at each run, so that
 * V8 finds nothing compiled before, as in a call of Google's.
 */
function timeOf(text: string, run: number): number {
  const context = createContext(Object.create(null));
  const unique = `${text}\n// ${run}`;
  const start = performance.now();
  new Script(unique).runInContext(context);
  return performance.now() - start;
}

/** Time to load the bundle and run one FITN_TAUX, against a validator's bundle. */
export async function benchChargement(code: string): Promise<string> {
  const reference = await referenceBundle();
  const call = `${code}\n${TAUX}`;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    theirs.push(timeOf(reference, run));
    ours.push(timeOf(call, run));
  }
  const ratio = median(ours) / median(theirs);
  return tableau([
    ["Chargement, contexte neuf", `médiane de ${RUNS}`, "octets", "attendu", ""],
    ["Code.js et un FITN_TAUX", msText(median(ours)), Buffer.byteLength(code), "", ""],
    ["zod/mini et une lecture", msText(median(theirs)), Buffer.byteLength(reference), "", ""],
    ["rapport", ratioText(ratio), "", "3 au plus", verdict(ratio <= LIMIT)],
  ]);
}
