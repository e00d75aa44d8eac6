import type { Chiffrage } from "../chiffrage.js";
import { chiffrer } from "../chiffrage.js";
import type { Dossier, Illisible } from "../dossier.js";
import type { Guichet } from "../guichet.js";
import { type Issue, issueOf, type Motif, ordered, settle } from "../motif.js";
import type { Theme } from "../theme.js";
import {
  controlerAchevement,
  controlerCredits,
  controlerDebutDepenses,
  controlerDejaEngage,
  controlerDepot,
  controlerEffet,
  controlerResultats,
} from "./calendrier.js";
import {
  controlerCommunes,
  controlerDocument,
  controlerEngagement,
  controlerFactures,
  controlerLaboratoire,
  controlerLibre,
  controlerPart,
  controlerProjetCommun,
  controlerReglages,
} from "./conditions.js";
import {
  controlerAssiette,
  controlerEquipement,
  controlerLicences,
  controlerPersonnel,
} from "./depenses.js";
import { type Controle, type Examen, motif } from "./examen.js";
import {
  controlerAccorde,
  controlerAutres,
  controlerCout,
  controlerDemande,
  controlerException,
  controlerTaux,
  controlerTheme,
} from "./financement.js";
import { controlerPopulation, controlerPorteur, controlerTerritoire } from "./porteur.js";

/** Every check, in the order reasons of the same weight are shown. */
const CONTROLES: readonly Controle[] = [
  controlerTheme,
  controlerPorteur,
  controlerTerritoire,
  controlerPopulation,
  controlerCout,
  controlerDemande,
  controlerAutres,
  controlerTaux,
  controlerAccorde,
  controlerException,
  controlerDepot,
  controlerDejaEngage,
  controlerCredits,
  controlerEffet,
  controlerResultats,
  controlerAchevement,
  controlerDebutDepenses,
  controlerEngagement,
  controlerDocument,
  controlerFactures,
  controlerProjetCommun,
  controlerLaboratoire,
  controlerPart,
  controlerCommunes,
  controlerLibre,
];

const DEPENSES: readonly Controle[] = [controlerPersonnel, controlerEquipement, controlerLicences];

export interface Verdict {
  readonly issue: Issue;
  /** Every reason, not the first: blocking, to be checked, warnings, settled by hand. */
  readonly motifs: readonly Motif[];
  readonly chiffrage: Chiffrage;
}

/**
 * Whether a dossier is eligible under a guichet, and why. Where its own guichet could not be read, no
 * rules apply: another guichet's are not ours to try.
 *
 * @param guichet its rules, the préfecture's settings already applied
 * @param theme canonical theme, `undefined` where it is missing or was not understood
 * @param dossier the facts, with what could not be read
 * @returns the outcome with every reason, each with its figures and its source; never an exception
 */
export function examiner(guichet: Guichet, theme: Theme | undefined, dossier: Dossier): Verdict {
  const { faits, colonnes } = dossier;
  const illisibles = new Set(dossier.illisibles.map(({ champ }) => champ));
  const unread = dossier.illisibles.map(motifIllisible);
  if (illisibles.has("guichet")) {
    return { issue: issueOf(unread), motifs: unread, chiffrage: {} };
  }
  const chiffrage = chiffrer(guichet, theme, faits);
  const examen: Examen = { guichet, theme, faits, colonnes, illisibles, chiffrage };
  const depenses = DEPENSES.flatMap((controle) => controle(examen));
  const found = [
    ...unread,
    ...CONTROLES.flatMap((controle) => controle(examen)),
    ...depenses,
    ...controlerAssiette(depenses),
  ];
  const complete = [...found, ...controlerReglages(examen, found)];
  const motifs = ordered(settle(complete, faits.points_verifies));
  return { issue: issueOf(motifs), motifs, chiffrage };
}

function motifIllisible({ champ, lu, attendu }: Illisible): Motif {
  return motif("ILLISIBLE.cellule", "a_verifier", undefined, {
    chiffres: { champ: { texte: champ }, lu: { texte: lu }, attendu: { texte: attendu } },
  });
}
