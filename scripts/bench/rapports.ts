import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { createHost } from "../../local/host/index.js";

type Calls = Readonly<Record<string, number>>;

/** Service calls of what is done with reports. */
export interface CoutRapports {
  readonly sent: Calls;
  readonly afterSent: Calls;
  readonly preparation: Calls;
  readonly quarter: Calls;
  readonly openData: Calls;
  readonly dashboard: Calls;
  readonly dashboardAgain: Calls;
}

/**
 * Calls of each action, one after the other in one workbook, each in a run of its own. A refusal would
 * make the figures hollow.
 *
 * @param snapshot a workbook where the list of June 2021 was made
 */
export function coutRapports(
  dist: { readonly code: string; readonly html: Record<string, string> },
  snapshot: WorkbookSnapshot,
): CoutRapports {
  let current = snapshot;
  const run = (entry: string, request: object): Calls => {
    const host = createHost({ ...dist, snapshot: current });
    const answer = host.callFromPage(entry, request) as { kind: string };
    if (answer.kind === "refus") throw new Error(`${entry} : ${JSON.stringify(answer)}`);
    current = host.workbook.snapshot();
    return host.ledger.calls;
  };
  const onglet = "DITP 2021-06";
  return {
    preparation: run("apiEnvoiPreparer", { onglet }),
    sent: run("apiMarquerTransmis", { onglet }),
    afterSent: run("apiRapportDitp", { mois: "2021-07", telQuel: true }),
    quarter: run("apiRapport", { rapport: "Trimestre DITP", periode: "2021-T2", telQuel: true }),
    openData: run("apiRapport", { rapport: "SCDL", periode: "2021-06", telQuel: true }),
    dashboard: run("apiTableauDeBord", {}),
    dashboardAgain: run("apiTableauDeBord", {}),
  };
}
