import { sentence } from "../dossiers/phrases.js";
import { libelleTheme } from "../dossiers/themes.js";
import { coutDeBase } from "../rules/chiffrage.js";
import type { Day } from "../rules/day.js";
import { tauxPourMontant } from "../rules/decision-montant.js";
import { isLaureat } from "../rules/etat.js";
import { formatPoints, type Points } from "../rules/points.js";
import type { DossierSuivi } from "./suivi.js";

/** What a committee made of a dossier. */
export type Sens = "favorable" | "defavorable" | "ajourne" | "sans_suite" | "sans_decision";

/** A dossier as the committee left it. */
export interface Decision extends DossierSuivi {
  readonly sens: Sens;
  /** The guichet's own label of the theme, or what the cell says. */
  readonly themeLibelle: string;
  readonly taux?: Points;
  /** The exception and the derogation, each with its reason. */
  readonly ecarts: readonly string[];
  /** What the record lacks, in French. */
  readonly manques: readonly string[];
}

/**
 * What a committee made of a dossier; one abandoned since had been granted. One that another committee
 * adjourned or turned down, and that comes again, has no decision of this one yet: its decision has another
 * day. Without a day it is taken for this committee's.
 */
function sensDe(
  { etat, montant_accorde, date_decision }: DossierSuivi["dossier"]["faits"],
  comite: Day,
): Sens {
  const elsewhere = date_decision !== undefined && date_decision !== comite;
  if (elsewhere && (etat === "Ajourné" || etat === "Non retenu")) return "sans_decision";
  if (etat === undefined) return "sans_decision";
  if (isLaureat(etat)) return "favorable";
  if (etat === "Abandonné") return montant_accorde === undefined ? "sans_suite" : "favorable";
  if (etat === "Non retenu") return "defavorable";
  if (etat === "Ajourné") return "ajourne";
  return etat === "Sans suite" ? "sans_suite" : "sans_decision";
}

/** The rate granted: as noted, else what the amount is of the cost; none where the guichet has an amount alone. */
function tauxAccorde({ dossier: { faits }, guichet }: DossierSuivi): Points | undefined {
  if (guichet.ads) return undefined;
  const base = coutDeBase(guichet, faits);
  if (faits.taux_accorde !== undefined) return faits.taux_accorde;
  return faits.montant_accorde === undefined
    ? undefined
    : tauxPourMontant(base, faits.montant_accorde);
}

/** Reads a dossier's decision as the record shows it. @param comite day of the committee */
export function decisionDe(entry: DossierSuivi, comite: Day): Decision {
  const { dossier, guichet, theme } = entry;
  const { faits } = dossier;
  const sens = sensDe(faits, comite);
  const taux = tauxAccorde(entry);
  const exception = sens === "favorable" ? exceptionDe(entry) : undefined;
  const derogation = sens === "favorable" ? derogationDe(entry) : undefined;
  const found = [exception, derogation].flatMap((ecart) => ecart ?? []);
  return {
    ...entry,
    sens,
    themeLibelle: theme ? libelleTheme(theme, guichet) : (faits.theme ?? ""),
    ...(taux !== undefined && { taux }),
    ecarts: found.map(({ texte }) => texte),
    manques: [...manquesDe(entry, sens), ...found.flatMap(({ manque }) => manque ?? [])],
  };
}

interface Ecart {
  readonly texte: string;
  readonly manque?: string;
}

function withReason(texte: string, reason: string | undefined, manque: string): Ecart {
  return reason === undefined
    ? { texte: `${texte} Motif à compléter.`, manque }
    : { texte: `${texte} Motif\u00a0: ${reason}` };
}

function exceptionDe({ dossier: { faits }, guichet }: DossierSuivi): Ecart | undefined {
  if (faits.exception !== true) return undefined;
  const max = guichet.tranches.find(({ exception }) => exception)?.exception?.max.value;
  const rate = max === undefined ? "" : ` (jusqu’à ${formatPoints(max)})`;
  return withReason(`Exception${rate}.`, faits.motif_exception, "motif de l’exception absent");
}

/** Favourable although a rule blocks it. */
function derogationDe({ dossier, verdict }: DossierSuivi): Ecart | undefined {
  const { issue, motifs } = verdict;
  if (issue !== "Inéligible") return undefined;
  const blocking = motifs.filter(({ gravite }) => gravite === "bloquant").map(sentence);
  return withReason(
    `Dérogation\u00a0: ${blocking.join(" ")}`,
    dossier.faits.motif,
    "motif de la dérogation absent",
  );
}

function manquesDe({ dossier: { faits } }: DossierSuivi, sens: Sens): readonly string[] {
  if (sens === "favorable") {
    return faits.montant_accorde === undefined ? ["montant accordé absent"] : [];
  }
  if (sens === "sans_decision") return ["aucune décision enregistrée"];
  if (sens === "sans_suite" || faits.motif !== undefined) return [];
  return [sens === "ajourne" ? "motif de l’ajournement absent" : "motif du refus absent"];
}
