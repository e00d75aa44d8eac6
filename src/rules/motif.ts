import type { Citation, Sourced } from "./citation.js";

/** How much a reason weighs; `verifie` is a point that a référent settled by hand. */
export type Gravite = "bloquant" | "a_verifier" | "avertissement" | "verifie";

/** The three outcomes: "not enough information" differs from "no". */
export const ISSUES = ["Éligible", "Inéligible", "À vérifier"] as const;

export type Issue = (typeof ISSUES)[number];

/** Stable codes of reasons; a référent settles one by naming it in `Points vérifiés`. */
export const CODES_MOTIF = [
  "ILLISIBLE",
  "THEME",
  "PORTEUR",
  "TERRITOIRE",
  "POPULATION",
  "COUT",
  "DEMANDE",
  "AUTRES",
  "DEPOT",
  "DEJA_ENGAGE",
  "CREDITS",
  "EFFET",
  "RESULTATS",
  "ACHEVEMENT",
  "DEBUT_DEPENSES",
  "PERSONNEL",
  "EQUIPEMENT",
  "LICENCES",
  "ASSIETTE",
  "LIBRE",
  "ENGAGEMENT",
  "DOCUMENT",
  "FACTURES",
  "PROJET_COMMUN",
  "LABORATOIRE",
  "PART_COLLECTIVITES",
  "COMMUNES",
  "TAUX",
  "EXCEPTION",
  "ACCORDE",
  "REGLAGE",
] as const;

export type CodeMotif = (typeof CODES_MOTIF)[number];

/** A figure of a reason, typed so that one place can write it in French. */
export type Chiffre =
  | { readonly euros: number }
  | { readonly points: number }
  | { readonly jour: string }
  | { readonly nombre: number }
  | { readonly texte: string };

/** A setting that a reason rests on. */
export interface ReglageUtilise {
  readonly cle: string;
  /** What the document rules, in our own words. */
  readonly note: string;
}

/** A reason: a code and a case of it, the figures, where the rule comes from. */
export interface Motif {
  readonly code: CodeMotif;
  readonly cas: string;
  readonly gravite: Gravite;
  readonly chiffres: Readonly<Record<string, Chiffre>>;
  readonly source?: Citation;
  /** The préfecture's settings that replaced a number, each with what the document says instead. */
  readonly reglages: readonly ReglageUtilise[];
}

/** The settings among some sourced numbers. */
export function reglagesUtilises(
  sources: readonly (Sourced<unknown> | undefined)[],
): readonly ReglageUtilise[] {
  return sources.flatMap((sourced) =>
    sourced?.reglage ? [{ cle: sourced.reglage, note: sourced.source.note }] : [],
  );
}

const ORDER: readonly Gravite[] = ["bloquant", "a_verifier", "avertissement", "verifie"];

/** Reasons in the order they are shown: blocking, to be checked, warnings, then points settled by hand. */
export function ordered(motifs: readonly Motif[]): readonly Motif[] {
  return ORDER.flatMap((gravite) => motifs.filter((motif) => motif.gravite === gravite));
}

/** The outcome that reasons add up to. @example issueOf([]) // "Éligible" */
export function issueOf(motifs: readonly Motif[]): Issue {
  if (motifs.some(({ gravite }) => gravite === "bloquant")) return "Inéligible";
  return motifs.some(({ gravite }) => gravite === "a_verifier") ? "À vérifier" : "Éligible";
}

/**
 * Reasons once the référent's settled points are taken into account: only a point to be checked can
 * be settled, and an unreadable cell has to be mended instead.
 *
 * @param points codes as typed in `Points vérifiés`, `;` or `,` between them
 * @example settle([{ ...motif, code: "DEPOT", gravite: "a_verifier" }], "depot")[0]?.gravite // "verifie"
 */
export function settle(motifs: readonly Motif[], points: string | undefined): readonly Motif[] {
  const codes = new Set((points ?? "").toUpperCase().split(/[;,\s]+/));
  return motifs.map((motif) =>
    motif.gravite === "a_verifier" && motif.code !== "ILLISIBLE" && codes.has(motif.code)
      ? { ...motif, gravite: "verifie" as const }
      : motif,
  );
}
