import { communesRattachees } from "../chiffrage.js";
import type { Motif } from "../motif.js";
import { type Controle, type Examen, manque, motif, RIEN } from "./examen.js";

/** Free software first, where possible. */
export const controlerLibre: Controle = (examen) => {
  const source = examen.guichet.libre;
  const { libre } = examen.faits;
  if (!source) return RIEN;
  if (libre === undefined) return manque(examen, "libre", "LIBRE.absent", source);
  return libre ? RIEN : [motif("LIBRE.non", "avertissement", source)];
};

/** The commitment of somebody who decides. */
export const controlerEngagement: Controle = (examen) => {
  const rule = examen.guichet.engagementDecideur;
  const { engagement_decideur } = examen.faits;
  if (!rule || (rule.saufLaboratoire && examen.theme === "3d")) return RIEN;
  if (engagement_decideur === undefined) {
    return manque(examen, "engagement_decideur", "ENGAGEMENT.absent", rule.source);
  }
  return engagement_decideur ? RIEN : [motif("ENGAGEMENT.non", "bloquant", rule.source)];
};

/** The supporting document of four points: it can still be asked for. */
export const controlerDocument: Controle = (examen) => {
  const source = examen.guichet.documentQuatrePoints;
  const { document } = examen.faits;
  if (!source || document === true) return RIEN;
  return document === undefined
    ? manque(examen, "document", "DOCUMENT.absent", source)
    : [motif("DOCUMENT.non", "a_verifier", source)];
};

/** Invoices: the sheet has no column for them. */
export const controlerFactures: Controle = ({ guichet }) =>
  guichet.factures ? [motif("FACTURES.a_voir", "a_verifier", guichet.factures)] : RIEN;

/** A joint project names one operational contact. */
export const controlerProjetCommun: Controle = (examen) => {
  const source = examen.guichet.projetCommun;
  const { partenaires, contact_operationnel } = examen.faits;
  if (!source || contact_operationnel !== undefined) return RIEN;
  if (!examen.colonnes.has("partenaires")) {
    return [motif("PROJET_COMMUN.inconnu", "a_verifier", source)];
  }
  return partenaires === undefined
    ? RIEN
    : [
        motif("PROJET_COMMUN.sans_contact", "a_verifier", source, {
          chiffres: { partenaires: { texte: partenaires } },
        }),
      ];
};

/** A laboratory project names its laboratory. */
export const controlerLaboratoire: Controle = (examen) => {
  const source = examen.guichet.laboratoire;
  return source && examen.theme === "3d" && examen.faits.laboratoire === undefined
    ? manque(examen, "laboratoire", "LABORATOIRE.absent", source)
    : RIEN;
};

/** Only the collectivités' share of a laboratory project can be funded. */
export const controlerPart: Controle = (examen) => {
  const source = examen.guichet.partCollectivites;
  if (!source || examen.theme !== "3d") return RIEN;
  const { part_collectivites, demande } = examen.faits;
  if (part_collectivites === undefined) {
    return manque(examen, "part_collectivites", "PART_COLLECTIVITES.absente", source);
  }
  return demande !== undefined && demande > part_collectivites
    ? [
        motif("PART_COLLECTIVITES.haute", "avertissement", source, {
          chiffres: { demande: { euros: demande }, part: { euros: part_collectivites } },
        }),
      ]
    : RIEN;
};

/** The communes attached to a centre, that its amount is computed from. */
export const controlerCommunes: Controle = (examen) =>
  examen.guichet.ads && communesRattachees(examen.faits) === undefined
    ? manque(examen, "communes", "COMMUNES.absentes", examen.guichet.ads.parCommune.source)
    : RIEN;

/** Settings that bear on something else than whether a dossier is eligible, and up to what rate. */
const HORS_VERDICT = /^(enveloppe|reserve|forfait\.|poids\.)/;

/**
 * The préfecture's settings that a verdict rests on without saying so elsewhere: a bound that was met,
 * the rates in force.
 *
 * @param said what the other checks found
 */
export function controlerReglages(
  { guichet, chiffrage }: Examen,
  said: readonly Motif[],
): readonly Motif[] {
  const known = new Set(said.flatMap(({ reglages }) => reglages.map(({ cle }) => cle)));
  const rates = new Set([chiffrage.min?.reglage, chiffrage.max?.reglage]);
  const used = [...(guichet.reglages ?? [])].filter(
    ([cle]) =>
      !HORS_VERDICT.test(cle) && !known.has(cle) && (!cle.startsWith("taux.") || rates.has(cle)),
  );
  if (used.length === 0) return RIEN;
  const reason = motif("REGLAGE.utilise", "avertissement", undefined);
  return [{ ...reason, reglages: used.map(([cle, note]) => ({ cle, note })) }];
}
