import { phraseDecision } from "../../dossiers/phrases-decision.js";
import { ETAT_PAR_AVIS } from "../../rules/avis.js";
import { formatEuros } from "../../rules/cents.js";
import { type ControleDecision, verifierDecision } from "../../rules/decision.js";
import { formatPoints } from "../../rules/points.js";
import { enregistrer } from "../enregistrer.js";
import { type Ports, refus } from "../ports.js";
import { colonnesComiteManquantes } from "./colonnes.js";
import { avertirFormules, ecrituresDecision } from "./ecrire-decision.js";
import { etatEnveloppe } from "./enveloppe.js";
import { cadreSeance, instruireLigne } from "./fiche.js";
import { comiteOuvert, lireSeance, trouver } from "./lire-seance.js";
import { lireNotes, noteMaxDe, planNotes, verifierNotes } from "./notes.js";
import type { DemandeDecision, ResultatDecision } from "./protocole.js";
import { obstacleADecider } from "./saisie-decision.js";
import { changementDepuis } from "./vu.js";

/** Source of single decisions in the Journal. */
export const SOURCE_DECISION = "Comité\u00a0: décision";

/**
 * Records a decision with its scores as one batch, under the document's lock: the dossier is found by its
 * number, nothing is written where it changed since it was shown, and the envelope is checked against the
 * sheet as it is then, so that two référents can't overrun it.
 */
export function decider(ports: Ports, demande: DemandeDecision): ResultatDecision {
  return ports.sousVerrou(() => deciderSousVerrou(ports, demande));
}

function deciderSousVerrou(ports: Ports, demande: DemandeDecision): ResultatDecision {
  const { numero, decision, notes } = demande;
  const seance = lireSeance(ports);
  if ("kind" in seance) return seance;
  const missing = colonnesComiteManquantes(seance);
  if (missing) {
    return refus(
      `La décision n’est pas enregistrée. ${missing.message} Sinon, rouvrez le panneau pour ajouter ce qui manque.`,
    );
  }
  const ligne = trouver(seance, numero);
  if ("kind" in ligne) return ligne;
  const comite = comiteOuvert(seance, demande.comite);
  if ("kind" in comite) return comite;
  const obstacle = obstacleADecider(ligne.dossier.faits);
  if (obstacle !== undefined) return refus(obstacle);
  const instruite = instruireLigne(ligne);
  if ("kind" in instruite) return instruite;
  const key = { numero, comite: comite.nom };
  const known = lireNotes(ports.classeur, ligne.guichet, instruite.theme, key);
  if ("kind" in known) return known;
  const changed = changementDepuis(demande.vu, seance, ligne, known.criteres);
  if (changed) return changed;
  const controle = verifierDecision(cadreSeance(seance, ligne, instruite), decision);
  const raisons = [
    ...controle.refus.map(phraseDecision),
    ...verifierNotes(known, notes, noteMaxDe(seance.parametres)),
  ];
  if (raisons.length > 0) return { kind: "refusee", raisons };
  const scores = planNotes(known, notes, { ...key, auteur: ports.contexte.qui() });
  const done = enregistrer(ports, {
    onglet: seance.onglet,
    ecritures: ecrituresDecision(seance, ligne, { saisie: decision, controle, comite }),
    autres: scores.operations,
    journal: scores.journal,
    source: SOURCE_DECISION,
  });
  if (done.kind === "refus") return done;
  const { enveloppe } = controle;
  return {
    kind: "fait",
    lot: done.lot,
    message:
      done.lot === ""
        ? `Dossier ${numero}\u00a0: cette décision était déjà enregistrée.`
        : `Dossier ${numero}\u00a0: ${resume(decision.avis, controle)}.${avertirFormules(done.laissees)}`,
    ...(enveloppe && { enveloppe: etatEnveloppe(ligne.guichet, enveloppe.apres) }),
  };
}

/** A decision in a few words. @example "Retenu, 30 000 € (60 %)" */
export function resume(
  avis: DemandeDecision["decision"]["avis"],
  { montant, taux }: ControleDecision,
): string {
  const rate = taux === undefined ? "" : ` (${formatPoints(taux)})`;
  return `${ETAT_PAR_AVIS[avis]}${montant > 0 ? `, ${formatEuros(montant)}${rate}` : ""}`;
}
