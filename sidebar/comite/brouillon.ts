import type { DemandeDecision, FicheDossier } from "../../src/app/comite/protocole.js";
import { readAvis } from "../../src/dossiers/avis.js";
import type { Avis } from "../../src/rules/avis.js";
import { formatAmount } from "../../src/rules/cents.js";
import type { CadreDecision, SaisieDecision } from "../../src/rules/decision.js";
import { montantPourTaux, tauxPourMontant } from "../../src/rules/decision-montant.js";
import { formatPoints } from "../../src/rules/points.js";
import { ecrireNote, type Lecture, lireMontant, lireNote, lireTaux } from "../kit/lecture.js";

export type Fiche = Extract<FicheDossier, { kind: "dossier" }>;

/** A score as typed. */
export interface NoteTapee {
  readonly note: string;
  readonly justification: string;
}

/** Everything typed about a dossier, as typed: nothing is lost where it can't be read yet. */
export interface Brouillon {
  readonly avis: Avis | "";
  readonly montant: string;
  readonly taux: string;
  readonly exception: boolean;
  readonly motifException: string;
  readonly motif: string;
  readonly conditions: string;
  readonly derogation: string;
  /** By code of the criterion. */
  readonly notes: Readonly<Record<string, NoteTapee>>;
}

/**
 * What the form holds when a dossier is shown: what was decided, else what was proposed.
 *
 * @param enSeance whether the open committee decided it: one that an earlier committee adjourned is to
 *   be decided anew
 */
export function brouillonDe(
  { decision, proposition, criteres, cadre }: Fiche,
  enSeance: boolean,
): Brouillon {
  const avis = decision.avis === "ajourné" && !enSeance ? undefined : decision.avis;
  const decided = avis !== undefined;
  const montant = decided ? decision.montant : (decision.montant ?? proposition?.montant);
  const taux =
    decision.taux ?? (montant === undefined ? undefined : tauxPourMontant(cadre.base, montant));
  return {
    avis: avis ?? avisPropose(proposition?.avis),
    montant: montant === undefined ? "" : formatAmount(montant),
    taux: taux === undefined ? "" : formatPoints(taux),
    exception: decision.exception ?? false,
    motifException: decision.motifException ?? "",
    motif: decision.motif || (decided ? "" : (proposition?.motif ?? "")),
    conditions: decision.conditions ?? "",
    derogation: decision.derogation ?? "",
    notes: Object.fromEntries(
      criteres.map(({ code, note, justification }) => [
        code,
        { note: note === undefined ? "" : ecrireNote(note), justification },
      ]),
    ),
  };
}

/** The opinion that a cell `Avis proposé` announces; none where it says something else. */
function avisPropose(text = ""): Avis | "" {
  const reading = readAvis(text);
  return (reading.ok && reading.value) || "";
}

/** A rate of 100 %. */
const TOUT = 10_000;

/**
 * The draft with another amount typed: the rate follows, where there is a base and the text is read.
 * An amount above the base has none.
 */
export function avecMontant(
  brouillon: Brouillon,
  cadre: CadreDecision,
  montant: string,
): Brouillon {
  const read = lireMontant(montant);
  if (read.erreur !== undefined || cadre.base === undefined) return { ...brouillon, montant };
  const taux = read.valeur === undefined ? undefined : tauxPourMontant(cadre.base, read.valeur);
  const follows = taux !== undefined && taux <= TOUT;
  return { ...brouillon, montant, taux: follows ? formatPoints(taux) : "" };
}

/** The draft with another rate typed: the amount follows, rounded down to the cent. */
export function avecTaux(brouillon: Brouillon, cadre: CadreDecision, taux: string): Brouillon {
  const read = lireTaux(taux);
  if (read.erreur !== undefined || cadre.base === undefined) return { ...brouillon, taux };
  const montant = read.valeur === undefined ? undefined : montantPourTaux(cadre.base, read.valeur);
  return { ...brouillon, taux, montant: montant === undefined ? "" : formatAmount(montant) };
}

/**
 * A draft typed on an earlier cost: its rate becomes what its amount is of the cost as it is now. One that gives
 * this very amount stays as it was typed.
 */
export function tauxAligne(brouillon: Brouillon, cadre: CadreDecision): Brouillon {
  const montant = lireMontant(brouillon.montant);
  const taux = lireTaux(brouillon.taux);
  const { base } = cadre;
  if ("erreur" in montant || "erreur" in taux) return brouillon;
  if (montant.valeur === undefined || base === undefined) return brouillon;
  const given = taux.valeur === undefined ? undefined : montantPourTaux(base, taux.valeur);
  return given === montant.valeur ? brouillon : avecMontant(brouillon, cadre, brouillon.montant);
}

/** What is typed, read: the decision to check, and what could not be read, by field. */
export interface BrouillonLu {
  /** Nothing where no opinion is chosen or a field can't be read. */
  readonly saisie?: SaisieDecision;
  readonly notes: DemandeDecision["notes"];
  readonly erreurs: Readonly<Record<string, string>>;
}

/**
 * Reads a draft. Fields that the opinion does not use stay in the draft and out of the decision.
 *
 * @param noteMax highest score
 */
export function lireBrouillon(brouillon: Brouillon, noteMax: number): BrouillonLu {
  const erreurs: Record<string, string> = {};
  const value = <T>(field: string, read: Lecture<T>): T | undefined => {
    if (read.erreur === undefined) return read.valeur;
    erreurs[field] = read.erreur;
    return undefined;
  };
  const notes = Object.entries(brouillon.notes).map(([code, { note, justification }]) => {
    const read = value(`note-${code}`, lireNote(note, noteMax));
    return { code, ...(read !== undefined && { note: read }), justification: justification.trim() };
  });
  const { avis } = brouillon;
  if (avis === "") return { notes, erreurs };
  const favorable = avis === "favorable";
  const montant = favorable ? value("montant", lireMontant(brouillon.montant)) : undefined;
  const taux = favorable ? value("taux", lireTaux(brouillon.taux)) : undefined;
  const exception = favorable && brouillon.exception;
  const saisie: SaisieDecision = {
    avis,
    ...(montant !== undefined && { montant }),
    ...(taux !== undefined && { taux }),
    exception,
    motifException: exception ? brouillon.motifException.trim() : "",
    motif: brouillon.motif.trim(),
    conditions: brouillon.conditions.trim(),
    derogation: favorable ? brouillon.derogation.trim() : "",
  };
  return { notes, erreurs, ...("montant" in erreurs || "taux" in erreurs ? {} : { saisie }) };
}
