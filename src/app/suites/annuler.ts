import { compter } from "../../dossiers/text.js";
import { phraseEcart } from "../annuler.js";
import { annulerDansDossiers } from "../annuler-dans-dossiers.js";
import { lireFinDuJournal } from "../fin-du-journal.js";
import { type Ports, refus } from "../ports.js";
import { SOURCE_SUITES } from "./etats.js";
import type { ResultatAnnulationSuites } from "./protocole.js";

/**
 * Undoes a change of states, of one or several dossiers: refused where somebody changed one of its cells since.
 *
 * @param lot batch, as `marquerEtat` gave it
 */
export function annulerEtats(ports: Ports, lot: string): ResultatAnnulationSuites {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const own = lireFinDuJournal(classeur).filter(
      (ligne) => ligne.lot === lot && ligne.source === SOURCE_SUITES,
    );
    if (own.length === 0) {
      return refus(
        "Ce changement d’état est trop ancien pour être annulé\u00a0: le Journal dit ce qui a changé. Rien n’a été modifié.",
      );
    }
    const done = annulerDansDossiers(ports, lot, `${SOURCE_SUITES}\u00a0: annulation`);
    if (done.kind === "refus") return done;
    if (done.kind === "conflit") {
      return refus([done.message, ...done.ecarts.map(phraseEcart)].join("\n"));
    }
    const count = new Set(own.map(({ numero }) => numero)).size;
    return {
      kind: "fait",
      message: `${compter(count, "dossier remis", "dossiers remis")} dans l’état d’avant.`,
    };
  });
}
