import { compter } from "../../dossiers/text.js";
import { phraseEcart } from "../annuler.js";
import { annulerDansDossiers } from "../annuler-dans-dossiers.js";
import { lireFinDuJournal } from "../fin-du-journal.js";
import { type Annulables, lotAAnnuler } from "../lot-a-annuler.js";
import type { Ports } from "../ports.js";
import { SOURCE_DECISION } from "./decider.js";
import type { DemandeAnnulation, ResultatAnnulationComite } from "./protocole.js";
import { SOURCE_REOUVERTURE } from "./rouvrir.js";
import { SOURCE_VALIDATION } from "./valider.js";

/** What counts as a decision to take back. */
const SOURCES: ReadonlySet<string> = new Set([
  SOURCE_DECISION,
  SOURCE_VALIDATION,
  SOURCE_REOUVERTURE,
]);

const ANNULABLES: Annulables = {
  isSource: (source) => SOURCES.has(source),
  aucun: "Aucune de vos décisions n’est à annuler.",
  autre: "Cette décision n’est pas la vôtre, ou elle est trop ancienne\u00a0: le Journal la garde.",
};

/** Undoes a batch of one's own, by default the last decision: refused where somebody changed it since. */
export function annulerDecision(
  ports: Ports,
  demande: DemandeAnnulation,
): ResultatAnnulationComite {
  return ports.sousVerrou(() => {
    const { classeur, contexte } = ports;
    const journal = lireFinDuJournal(classeur);
    const lot = lotAAnnuler(journal, contexte.qui(), demande.lot, ANNULABLES);
    if (typeof lot !== "string") return lot;
    const done = annulerDansDossiers(ports, lot, "Comité\u00a0: annulation");
    if (done.kind === "refus") return done;
    if (done.kind === "conflit") {
      return { kind: "conflit", message: done.message, ecarts: done.ecarts.map(phraseEcart) };
    }
    const numeros = [
      ...new Set(
        journal
          .filter((ligne) => ligne.lot === lot && ligne.numero !== "")
          .map(({ numero }) => numero),
      ),
    ];
    return {
      kind: "fait",
      numeros,
      message: `${compter(numeros.length, "dossier remis", "dossiers remis")} comme avant\u00a0: ${numeros.join(", ")}.`,
    };
  });
}
