import { remembered } from "./once.js";
import { typeset } from "./typographie.js";

/** Short names of the documents the rules come from; `PREF` is the préfecture's own setting. */
export type DocumentId = "DITP" | "ARM" | "DEP" | "HDF" | "IDF" | "MAR" | "PREF";

/** Where a rule comes from, for whoever has to defend a verdict. */
export interface Citation {
  readonly document: DocumentId;
  /** Heading of the section, as the document writes it. */
  readonly section: string;
  /** What the document rules, in our own French words. */
  readonly note: string;
  /** The document is silent or ambiguous here: this is our reading of it. */
  readonly reading?: true;
}

/** A number, a day or a rate with its source. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: Citation;
  /** Key of the préfecture's setting that replaced the document's value; `source` stays the document's. */
  readonly reglage?: string;
}

/** A last day: `strict` where the document says "before" that day. */
export interface LastDay extends Sourced<string> {
  readonly strict?: true;
}

/** French titles of the documents. */
export const DOCUMENTS: Readonly<Record<DocumentId, string>> = {
  DITP: "fiche nationale de la DITP",
  ARM: "délibération DE21.113 d’Armentières",
  DEP: "fiche du guichet départemental",
  HDF: "cahier des charges Hauts-de-France",
  IDF: "guide pratique Île-de-France",
  MAR: "courrier du préfet de la Marne",
  PREF: "réglage de la préfecture",
};

/** How a verdict shows its source. @example "(HDF, « 5. Instruction et sélection des projets »)" */
export const formatCitation = remembered(({ document, section, reading }: Citation): string => {
  const inner = section.replace(/«\s*/g, "“").replace(/\s*»/g, "”");
  const heading = section === "" ? "" : `, «\u00a0${typeset(inner)}\u00a0»`;
  return `(${document}${heading}${reading ? "\u00a0; notre lecture" : ""})`;
});
