import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { createHost } from "../../local/host/index.js";
import { avecSuivi, classeurDe } from "./classeur.js";
import { type CoutComite, coutComite } from "./comite.js";
import { type CoutRapports, coutRapports } from "./rapports.js";
import { tableau, verdict } from "./tableau.js";

const SIZES = [10, 1_000, 10_000] as const;

interface Dist {
  readonly code: string;
  readonly html: Record<string, string>;
}

type Calls = Readonly<Record<string, number>>;

/** What each action costs on a workbook of one size. */
interface Cost extends CoutComite, CoutRapports {
  readonly installation: Calls;
  readonly installationAgain: Calls;
  readonly report: Calls;
  readonly reportAgain: Calls;
}

const ACTIONS: readonly (readonly [key: keyof Cost, title: string])[] = [
  ["installation", "Installer le suivi"],
  ["installationAgain", "Installer, relancé"],
  ["report", "Rapport mensuel DITP"],
  ["reportAgain", "Rapport, refait"],
  ["agenda", "Comité, ordre du jour"],
  ["dossier", "Comité, un dossier"],
  ["decision", "Comité, une décision"],
  ["sent", "Marquer comme transmis"],
  ["afterSent", "Rapport, après un envoi"],
  ["preparation", "Préparer l’envoi"],
  ["quarter", "Compte rendu trimestriel"],
  ["openData", "Données ouvertes"],
  ["dashboard", "Tableau de bord"],
  ["dashboardAgain", "Tableau de bord, refait"],
];

/** Most calls that some actions may make. */
const LIMITS: Partial<Readonly<Record<keyof Cost, number>>> = {
  report: 40,
  reportAgain: 40,
  agenda: 12,
  dossier: 13,
  decision: 40,
  afterSent: 40,
};

/**
 * Calls of one entry in a run of its own: Google loads the script anew for each. A refusal would make
 * the figure hollow.
 *
 * @returns the calls, and the workbook as the run left it
 */
function run(
  dist: Dist,
  snapshot: WorkbookSnapshot,
  entry: string,
  request: object,
): { calls: Calls; after: WorkbookSnapshot } {
  const host = createHost({ ...dist, snapshot });
  const answer = host.callFromPage(entry, request) as { kind: string };
  if (answer.kind !== "fait") throw new Error(`${entry} : ${JSON.stringify(answer)}`);
  return { calls: host.ledger.calls, after: host.workbook.snapshot() };
}

function costOf(dist: Dist, size: number): Cost {
  const settings = { guichet: "HDF", prefecture: "Nord" };
  const first = run(dist, classeurDe(size), "apiInstaller", settings);
  const again = run(dist, first.after, "apiInstaller", {});
  const request = { mois: "2021-06", telQuel: true };
  const report = run(dist, avecSuivi(first.after, size), "apiRapportDitp", request);
  const reportAgain = run(dist, report.after, "apiRapportDitp", request);
  return {
    installation: first.calls,
    installationAgain: again.calls,
    report: report.calls,
    reportAgain: reportAgain.calls,
    ...coutComite(dist, first.after),
    ...coutRapports(dist, report.after),
  };
}

function totalOf(calls: Calls): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

/** Service calls of the installer, of the report and of a committee, by size and by name. */
export function benchAppels(dist: Dist): string {
  const costs = SIZES.map((size) => costOf(dist, size));
  const columns = SIZES.map((size) => `${size.toLocaleString("fr-FR")} dossiers`);
  const totals = ACTIONS.map(([key, title]) => {
    const counts = costs.map((cost) => totalOf(cost[key]));
    const constant = counts.every((count) => count === counts[0]);
    const limit = LIMITS[key];
    const within = limit === undefined || counts.every((count) => count <= limit);
    const wanted = limit === undefined ? "constant" : `constant, ${limit} au plus`;
    return [title, ...counts, wanted, verdict(constant && within)];
  });
  const details = ACTIONS.map(([key, title]) => {
    const names = [...new Set(costs.flatMap((cost) => Object.keys(cost[key])))].sort();
    return tableau([
      [title, ...columns],
      ...names.map((name) => [name, ...costs.map((cost) => cost[key][name] ?? 0)]),
    ]);
  });
  return [tableau([["Appels de service", ...columns, "attendu", ""], ...totals]), ...details].join(
    "\n\n",
  );
}
