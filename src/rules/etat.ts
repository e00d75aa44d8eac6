/** States of a dossier, in order. The documents name none: these are ours. */
export const ETATS = [
  "Déposé",
  "En instruction",
  "Ajourné",
  "Retenu",
  "Non retenu",
  "Sans suite",
  "Notifié",
  "Conventionné",
  "Engagé",
  "Payé",
  "Soldé",
  "Abandonné",
] as const;

export type Etat = (typeof ETATS)[number];

/** States of a dossier that has its grant, from the decision to the balance, in order. */
export const ETATS_LAUREAT = [
  "Retenu",
  "Notifié",
  "Conventionné",
  "Engagé",
  "Payé",
  "Soldé",
] as const;

/** States in which a committee has still to decide. */
const ETATS_A_DECIDER = ["Déposé", "En instruction", "Ajourné"] as const;

/** States from which the grant is committed. */
export const ETATS_ENGAGES = ["Engagé", "Payé", "Soldé"] as const;

/** Whether a dossier in this state is a lauréat. @example isLaureat("Notifié") // true */
export function isLaureat(etat: Etat): boolean {
  return (ETATS_LAUREAT as readonly Etat[]).includes(etat);
}

/**
 * Whether a committee has still to decide a dossier in this state; one without a state is to be decided.
 * @example isADecider("Ajourné") // true
 */
export function isADecider(etat: Etat | undefined): boolean {
  return etat === undefined || (ETATS_A_DECIDER as readonly Etat[]).includes(etat);
}

/** Whether the grant of a dossier in this state is committed. @example isEngage("Payé") // true */
export function isEngage(etat: Etat): boolean {
  return (ETATS_ENGAGES as readonly Etat[]).includes(etat);
}
