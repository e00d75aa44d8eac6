import { empreinteCourte } from "../../src/imports/empreinte.js";
import { AVIS } from "../../src/rules/avis.js";
import type { Brouillon, NoteTapee } from "./brouillon.js";

/** A short mark of each field of a dossier: it tells a change, and holds nothing of the dossier. */
export type Empreintes = Readonly<Record<string, string>>;

/** A draft as the browser keeps it. */
export interface BrouillonGarde {
  /** Instant it was typed, ISO. */
  readonly quand: string;
  readonly typed: Brouillon;
  /** The dossier as it was shown then. */
  readonly vu: Empreintes;
}

/** The marks of a dossier as it is shown. @param vu its fields as the sheet holds them */
export function empreintesDe(vu: Readonly<Record<string, string>>): Empreintes {
  return Object.fromEntries(
    Object.entries(vu).map(([champ, texte]) => [champ, empreinteCourte(texte)]),
  );
}

/** How long a draft is kept, in milliseconds: sixty days, two committees of a monthly calendar. */
const DUREE = 60 * 86_400_000;

/** Whether a draft is too old to be kept. @param now instant, ISO */
export function isPerime({ quand }: BrouillonGarde, now: string): boolean {
  return !(Date.parse(now) - Date.parse(quand) <= DUREE);
}

/** Reads what the browser kept; nothing where it is no draft: another version, another script, a hand. */
export function lireGarde(read: unknown): BrouillonGarde | undefined {
  const { quand, typed, vu } = record(read);
  const draft = brouillonLu(typed);
  if (!draft || typeof quand !== "string") return undefined;
  return { quand, typed: draft, vu: texts(vu) };
}

function brouillonLu(read: unknown): Brouillon | undefined {
  if (typeof read !== "object" || read === null) return undefined;
  const given = record(read);
  const text = (key: string) => (typeof given[key] === "string" ? given[key] : "");
  const avis = AVIS.find((known) => known === given.avis) ?? "";
  const notes = Object.entries(record(given.notes)).map(([code, note]): [string, NoteTapee] => {
    const { note: score, justification } = texts(note);
    return [code, { note: score ?? "", justification: justification ?? "" }];
  });
  return {
    avis,
    montant: text("montant"),
    taux: text("taux"),
    exception: given.exception === true,
    motifException: text("motifException"),
    motif: text("motif"),
    conditions: text("conditions"),
    derogation: text("derogation"),
    notes: Object.fromEntries(notes),
  };
}

function record(read: unknown): Readonly<Record<string, unknown>> {
  return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
}

/** The texts of a record, whatever else it holds left out. */
function texts(read: unknown): Readonly<Record<string, string>> {
  const kept = Object.entries(record(read)).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value] as const] : [],
  );
  return Object.fromEntries(kept);
}
