import { nommer } from "../dossiers/text.js";
import { annulerOutils } from "./annuler.js";
import { annulerDansDossiers } from "./annuler-dans-dossiers.js";
import { lireFinDuJournal } from "./fin-du-journal.js";
import { lotAAnnuler } from "./lot-a-annuler.js";
import { type Ports, type Refus, refus } from "./ports.js";

export type ResultatAnnulationSaisie = { readonly kind: "fait"; readonly message: string } | Refus;

/** What is typed in one page and may be taken back there. */
export interface Saisies {
  /** What the Journal calls them, and `: annulation` once they are taken back. */
  readonly source: string;
  /** Sources of the batches that write into the référent's tab too. */
  readonly isDossiers?: (source: string) => boolean;
}

/**
 * Takes back what somebody typed: one's own batch, refused where a cell was changed since. To be called
 * under the document's lock.
 *
 * @param lot the last of one's own where left out
 */
export function annulerSaisie(
  ports: Ports,
  lot: string | undefined,
  { source, isDossiers = () => false }: Saisies,
): ResultatAnnulationSaisie {
  const { classeur, contexte } = ports;
  const journal = lireFinDuJournal(classeur);
  const found = lotAAnnuler(journal, contexte.qui(), lot, {
    isSource: (own) => own === source || isDossiers(own),
    aucun: "Aucune de vos saisies n’est à annuler.",
    autre:
      "Cette saisie n’est pas la vôtre, ou elle est trop ancienne\u00a0: le Journal dit ce qui a changé. Rien n’a été modifié.",
  });
  if (typeof found !== "string") return found;
  const lines = journal.filter((ligne) => ligne.lot === found);
  const told = `${source}\u00a0: annulation`;
  const done = lines.some((ligne) => isDossiers(ligne.source))
    ? annulerDansDossiers(ports, found, told)
    : annulerOutils(ports, found, told);
  if (done.kind === "conflit") return refus(done.message);
  if (done.kind === "refus") return done;
  const what = lines.map(({ numero, champ }) =>
    numero === "" ? champ : `${champ} (dossier ${numero})`,
  );
  return { kind: "fait", message: `Annulé, remis comme avant\u00a0: ${nommer(what, NOMMES)}.` };
}

/** Most things that a message names. */
const NOMMES = 5;
