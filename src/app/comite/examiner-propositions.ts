import { readAvis } from "../../dossiers/avis.js";
import { phraseDecision } from "../../dossiers/phrases-decision.js";
import { luAttendu, normalise, quoted } from "../../dossiers/text.js";
import type { Cents } from "../../rules/cents.js";
import type { Day } from "../../rules/day.js";
import {
  type ControleDecision,
  type SaisieDecision,
  verifierDecision,
} from "../../rules/decision.js";
import { isADecider } from "../../rules/etat.js";
import type { GuichetId } from "../../rules/guichet.js";
import { cadreDe } from "./cadre.js";
import { isDecideEn } from "./decide-en.js";
import { resume } from "./decider.js";
import { consommeSans } from "./enveloppe.js";
import { instruireLigne } from "./fiche.js";
import { type LigneSeance, type Seance, trouver } from "./lire-seance.js";
import type { DemandeValidation, ResultatProposition } from "./protocole.js";
import { obstacleADecider, propositionDe, saisieProposee } from "./saisie-decision.js";

/** A proposal once checked: what it becomes, or why it can't be recorded. */
export interface PropositionExaminee {
  readonly ligne: LigneSeance;
  readonly resultat: ResultatProposition;
  /** The decision to record; nothing where it is refused. */
  readonly decision?: DecisionProposee;
  /** What it would take of the envelope; nothing where it is refused for itself. */
  readonly compte?: Cents;
}

interface DecisionProposee {
  readonly saisie: SaisieDecision;
  readonly controle: ControleDecision;
}

export interface PropositionsExaminees {
  readonly examinees: readonly PropositionExaminee[];
  /** One of them would break its envelope. */
  readonly depassement: boolean;
}

/** The dossiers with a proposal for a committee: on its agenda, or waiting and on none. */
export function proposees(
  { lignes }: Seance,
  comite: { readonly nom: string; readonly date: Day },
  numeros: readonly string[] | undefined,
): readonly LigneSeance[] {
  const wanted = numeros && new Set(numeros);
  return lignes.filter(({ numero, dossier: { faits } }) => {
    if (numero === "" || propositionDe(faits) === undefined) return false;
    if (wanted && !wanted.has(numero)) return false;
    if (isDecideEn(faits, comite.date)) return false;
    const own = normalise(faits.comite ?? "");
    return own === "" ? isADecider(faits.etat) : own === normalise(comite.nom);
  });
}

/**
 * Checks proposals in the sheet's order: each against its own bounds, then, one on top of the other, against
 * the envelopes. Those that are refused for themselves leave the envelope to the others.
 */
export function examinerPropositions(
  seance: Seance,
  lignes: readonly LigneSeance[],
  attendu: DemandeValidation["attendu"],
): PropositionsExaminees {
  const alone = lignes.map((ligne) => examiner(seance, ligne, attendu));
  const batch = new Set(alone.flatMap(({ decision, ligne }) => (decision ? [ligne.numero] : [])));
  const consomme = new Map<GuichetId, Cents>();
  let depassement = false;
  const examinees = alone.map((examinee) => {
    const { decision, ligne } = examinee;
    const instruite = instruireLigne(ligne);
    if (!decision || "kind" in instruite) return examinee;
    const { id } = ligne.guichet;
    const before = consomme.get(id) ?? consommeSans(seance, id, batch);
    const controle = verifierDecision(cadreDe(instruite, before), decision.saisie);
    consomme.set(id, before + controle.montant);
    const compte = controle.montant;
    if (controle.refus.length === 0) {
      return { ...examinee, compte, decision: { ...decision, controle } };
    }
    depassement = true;
    const message = controle.refus.map(phraseDecision).join(" ");
    return { ligne, compte, resultat: { ...examinee.resultat, ok: false, message } };
  });
  return { examinees, depassement };
}

function examiner(
  seance: Seance,
  ligne: LigneSeance,
  attendu: DemandeValidation["attendu"],
): PropositionExaminee {
  const { faits, illisibles } = ligne.dossier;
  const { avis = "", montant, motif = "" } = propositionDe(faits) ?? {};
  const shown = {
    numero: ligne.numero,
    porteur: faits.porteur ?? "",
    avis,
    motif,
    ...(montant !== undefined && { montant }),
  };
  const no = (message: string): PropositionExaminee => ({
    ligne,
    resultat: { ...shown, ok: false, message },
  });
  const twice = trouver(seance, ligne.numero);
  if ("kind" in twice) return no(twice.message);
  const before = attendu?.find(({ numero }) => numero === ligne.numero);
  const same =
    before && before.avis === avis && before.montant === montant && before.motif === motif;
  if (attendu && !same) return no("La proposition a changé depuis l’aperçu\u00a0: relisez-la.");
  const obstacle = obstacleADecider(faits);
  if (obstacle !== undefined) return no(obstacle);
  const reading = readAvis(avis);
  if (!reading.ok || reading.value === undefined) {
    return no(`Avis proposé\u00a0: lu ${quoted(avis)}, attendu favorable, défavorable ou ajourné.`);
  }
  const unread = illisibles.find(({ champ }) => champ === "montant_propose");
  if (unread && reading.value === "favorable") {
    return no(`Montant proposé\u00a0: ${luAttendu(unread.lu, unread.attendu)}`);
  }
  const instruite = instruireLigne(ligne);
  if ("kind" in instruite) return no(instruite.message);
  const saisie = saisieProposee(faits, reading.value);
  const { enveloppe: _, ...cadre } = cadreDe(instruite, 0);
  const controle = verifierDecision(cadre, saisie);
  if (controle.refus.length > 0) return no(controle.refus.map(phraseDecision).join(" "));
  const told = controle.avertissements
    .filter(({ code }) => code !== "ENVELOPPE_INCONNUE")
    .map(phraseDecision);
  const message = [`${resume(saisie.avis, controle)}.`, ...told].join(" ");
  return { ligne, resultat: { ...shown, ok: true, message }, decision: { saisie, controle } };
}
