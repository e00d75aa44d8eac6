import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { createHost } from "../../local/host/index.js";
import { numero } from "./dossiers.js";

type Calls = Readonly<Record<string, number>>;

/** What a committee costs on a workbook: its agenda, a dossier at a glance, a decision with a score. */
export interface CoutComite {
  readonly agenda: Calls;
  readonly dossier: Calls;
  readonly decision: Calls;
}

const COMITE = "Comité";

/** Two dossiers that wait: the first decision also makes the tab that undoing needs. */
const DECIDES = [numero(1), numero(5)] as const;

/** Service calls of a committee in an installed workbook, each entry in a run of its own. */
export function coutComite(
  dist: { readonly code: string; readonly html: Record<string, string> },
  installed: WorkbookSnapshot,
): CoutComite {
  let snapshot = installed;
  const run = (entry: string, kind: string, request: object = {}) => {
    const host = createHost({ ...dist, snapshot });
    const answer = host.callFromPage(entry, request) as { kind: string; vu?: object };
    if (answer.kind !== kind) throw new Error(`${entry} : ${JSON.stringify(answer)}`);
    snapshot = host.workbook.snapshot();
    return { answer, calls: host.ledger.calls };
  };
  run("apiComiteColonnes", "fait");
  run("apiComiteCreer", "fait", { nom: COMITE, date: "2021-07-16", presents: "" });
  const [agenda, [dossier, decision]] = [
    run("apiComiteOuvrir", "ouvert").calls,
    DECIDES.map((id) => {
      const shown = run("apiComiteDossier", "dossier", { numero: id, comite: COMITE });
      const decided = run("apiComiteDecider", "fait", {
        numero: id,
        comite: COMITE,
        vu: shown.answer.vu,
        decision: {
          avis: "ajourné",
          exception: false,
          motifException: "",
          motif: "devis à revoir",
          conditions: "",
          derogation: "",
        },
        notes: [{ code: "constat", note: 3, justification: "" }],
      });
      return [shown.calls, decided.calls] as const;
    })[1] ?? [{}, {}],
  ];
  return { agenda, dossier, decision };
}
