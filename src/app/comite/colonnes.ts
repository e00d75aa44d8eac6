import { CHAMPS } from "../../dossiers/champs.js";
import { quoted } from "../../dossiers/text.js";
import type { Champ } from "../../rules/dossier.js";
import { ajouterColonnes } from "../ajouter-colonnes.js";
import { colonnesAmbigues, conseilTitre } from "../colonnes-requises.js";
import { champsManquants } from "../lire-suivi.js";
import type { Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { titresDe } from "../titres.js";
import { guichetsDe } from "./enveloppe.js";
import { lireSeance, type Seance } from "./lire-seance.js";
import type { DemandeColonnes, ResultatColonnes } from "./protocole.js";

/**
 * What a decision writes, in the order in which missing columns are added: what an opinion fills stands side
 * by side (a reason with its state and day, an amount with them), so that a decision is one write.
 */
const DECISION: readonly Champ[] = [
  "motif",
  "etat",
  "comite",
  "date_decision",
  "montant_accorde",
  "taux_accorde",
  "conditions",
];

/** What it writes besides, where a guichet of the sheet provides for an exception. */
const EXCEPTION: readonly Champ[] = ["exception", "motif_exception"];

const PROPOSITIONS: readonly Champ[] = ["avis_propose", "montant_propose"];

/** Columns that an action needs and the référent's tab lacks, and what to ask. */
export interface ColonnesComiteManquantes {
  readonly kind: "colonnes";
  readonly titres: readonly string[];
  readonly message: string;
}

function fieldsNeeded(seance: Seance, { propositions }: DemandeColonnes): readonly Champ[] {
  const exceptions = guichetsDe(seance).some(({ tranches }) =>
    tranches.some(({ exception }) => exception),
  );
  return [
    ...DECISION,
    ...(exceptions ? EXCEPTION : []),
    ...(propositions === true ? PROPOSITIONS : []),
  ];
}

/**
 * The columns a committee needs and the référent's tab lacks. Refused where it has no column of numbers, or
 * two for a field that is written.
 *
 * @returns nothing where all are there
 */
export function colonnesComiteManquantes(
  seance: Seance,
  demande: DemandeColonnes = {},
): ColonnesComiteManquantes | Refus | undefined {
  const { onglet } = seance;
  const needed = fieldsNeeded(seance, demande);
  if (!onglet.entetes.colonnes.has("numero")) {
    return refus(
      `L’onglet ${quoted(onglet.nom)} n’a pas de colonne «\u00a0N° dossier\u00a0»\u00a0: sans elle, une décision ne peut pas être rattachée à son dossier.`,
    );
  }
  const ambigues = colonnesAmbigues(onglet, needed);
  if (ambigues) return ambigues;
  const missing = champsManquants(onglet, needed);
  if (missing.length === 0) return undefined;
  return {
    kind: "colonnes",
    titres: missing.map((champ) => CHAMPS[champ].titre),
    message: `L’onglet ${quoted(onglet.nom)} n’a pas de colonne pour ce que le comité enregistre\u00a0: ${titresDe(missing)}. ${conseilTitre(missing)}`,
  };
}

/** Adds the columns a committee needs, after the page asked. */
export function ajouterColonnesComite(ports: Ports, demande: DemandeColonnes): ResultatColonnes {
  const seance = lireSeance(ports);
  if ("kind" in seance) return seance;
  const done = ajouterColonnes(ports, fieldsNeeded(seance, demande));
  if (done.kind === "refus") return done;
  const { titres } = done;
  return {
    kind: "fait",
    titres,
    message:
      titres.length === 0
        ? "Toutes les colonnes sont déjà là."
        : `Colonnes ajoutées à droite de votre tableau\u00a0: ${titres.map(quoted).join(", ")}.`,
  };
}
