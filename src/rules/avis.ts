import { type Etat, isLaureat } from "./etat.js";

/** What a committee may say of a dossier. */
export const AVIS = ["favorable", "défavorable", "ajourné"] as const;

export type Avis = (typeof AVIS)[number];

/** What a committee's opinion makes of a dossier. */
export const ETAT_PAR_AVIS = {
  favorable: "Retenu",
  défavorable: "Non retenu",
  ajourné: "Ajourné",
} as const satisfies Record<Avis, Etat>;

/**
 * The opinion that a state comes from; nothing where no committee has decided.
 *
 * @example avisDe("Notifié") // "favorable"
 */
export function avisDe(etat: Etat | undefined): Avis | undefined {
  if (etat === undefined) return undefined;
  if (isLaureat(etat)) return "favorable";
  return AVIS.find((avis) => ETAT_PAR_AVIS[avis] === etat);
}
