import { normalise, quoted } from "../dossiers/text.js";
import type { Day } from "../rules/day.js";
import type { Etat } from "../rules/etat.js";
import {
  CHAMPS_NON_RETENUS,
  CHAMPS_NOTIFICATION,
  type ChampLettre,
  type ContexteLettre,
} from "./lettres-champs.js";
import {
  CHAMP_OBJET,
  defautsDe,
  fusionner,
  type ModeleLettre,
  type TexteFusionne,
} from "./lettres-fusion.js";
import { MODELE_NON_RETENUS, MODELE_NOTIFICATION } from "./lettres-modeles.js";
import { dossiersDuComite } from "./releve-comite.js";
import { type Decision, decisionDe } from "./releve-decisions.js";
import type { Suivi } from "./suivi.js";

/** A letter ready to be read over and printed: plain texts. */
export interface Lettre extends TexteFusionne {
  /** Number of the dossier; nothing for the collective one. */
  readonly numero?: string;
  readonly destinataire: string;
  readonly etat?: Etat;
  readonly notifie?: Day;
  /** What is worth knowing before it is sent. */
  readonly avis: readonly string[];
}

export type Lettres =
  | { readonly kind: "lettres"; readonly lettres: readonly Lettre[] }
  | { readonly kind: "refus"; readonly messages: readonly string[] };

/** The model for a guichet: its own, `Notification HDF`, before the one for all. */
export function modeleDe(
  modeles: readonly ModeleLettre[],
  nom: string,
  guichet?: string,
): ModeleLettre | undefined {
  const named = (wanted: string) =>
    modeles.find((modele) => normalise(modele.nom) === normalise(wanted));
  return (guichet === undefined ? undefined : named(`${nom} ${guichet}`)) ?? named(nom);
}

/**
 * The letters of a committee: one to each lauréat, and one for all the dossiers that were not retained.
 *
 * @param modeles the tab `Modèles`
 * @returns the letters, or what the models have wrong: unknown fields by name, with those that are known
 */
export function lettresDuComite(
  suivi: Suivi,
  modeles: readonly ModeleLettre[],
  contexte: ContexteLettre,
): Lettres {
  const { comite } = contexte;
  const decisions = dossiersDuComite(suivi, comite).map((entry) => decisionDe(entry, comite.date));
  const laureats = decisions.filter(
    ({ sens, dossier }) => sens === "favorable" && dossier.faits.etat !== "Abandonné",
  );
  const refuses = decisions.filter(({ sens }) => sens === "defavorable");
  const used = new Map<ModeleLettre, Readonly<Record<string, ChampLettre<never>>>>();
  const absent = new Set<string>();
  const model = (
    nom: string,
    fields: Readonly<Record<string, ChampLettre<never>>>,
    id?: string,
  ) => {
    const found = modeleDe(modeles, nom, id);
    if (found) used.set(found, fields);
    else absent.add(nom);
    return found;
  };
  const pairs = laureats.map((decision) => ({
    decision,
    modele: model(MODELE_NOTIFICATION, CHAMPS_NOTIFICATION, decision.guichet.id),
  }));
  const collectif = refuses.length > 0 ? model(MODELE_NON_RETENUS, CHAMPS_NON_RETENUS) : undefined;
  const messages = [
    ...[...absent].map(
      (nom) => `Onglet «\u00a0Modèles\u00a0»\u00a0: le modèle ${quoted(nom)} manque.`,
    ),
    ...[...used].flatMap(([modele, fields]) => messagesDe(modele, Object.keys(fields))),
  ];
  if (messages.length > 0) return { kind: "refus", messages };
  const individual = pairs.flatMap(({ decision, modele }) =>
    modele ? [notification(modele, decision, contexte)] : [],
  );
  const collective = collectif ? [lettreCollective(collectif, refuses, contexte)] : [];
  return { kind: "lettres", lettres: [...individual, ...collective] };
}

function messagesDe(modele: ModeleLettre, connus: readonly string[]): readonly string[] {
  const { inconnus, accolades } = defautsDe(modele, new Set(connus));
  const where = `Modèle ${quoted(modele.nom)}\u00a0: `;
  const unknown = inconnus.map((name) => `{{${name}}}`).join(", ");
  return [
    ...(inconnus.length > 0
      ? [
          `${where}${inconnus.length > 1 ? "champs inconnus" : "champ inconnu"} ${unknown}. Champs connus\u00a0: ${[...connus, CHAMP_OBJET].join(", ")}.`,
        ]
      : []),
    ...accolades.map(
      (text) =>
        `${where}accolades sans leur paire près de ${quoted(text)}. Un champ s’écrit {{montant}}.`,
    ),
  ];
}

function notification(modele: ModeleLettre, decision: Decision, contexte: ContexteLettre): Lettre {
  const { dossier, guichet } = decision;
  const { numero, porteur = "", etat, date_notification } = dossier.faits;
  const region = guichet.suites?.parLaRegion;
  return {
    ...fusionner(modele, CHAMPS_NOTIFICATION, decision, contexte),
    ...(numero !== undefined && { numero }),
    destinataire: porteur,
    ...(etat !== undefined && { etat }),
    ...(date_notification !== undefined && { notifie: date_notification }),
    avis: [
      ...decision.manques,
      ...(region ? [`${guichet.id}\u00a0: la notification revient à la préfecture de région`] : []),
    ],
  };
}

function lettreCollective(
  modele: ModeleLettre,
  refuses: readonly Decision[],
  contexte: ContexteLettre,
): Lettre {
  const silent = refuses.filter(({ guichet }) => !guichet.suites?.notificationCollective);
  const ids = [...new Set(silent.map(({ guichet }) => guichet.id))].join(", ");
  return {
    ...fusionner(modele, CHAMPS_NON_RETENUS, refuses, contexte),
    destinataire: `Dossiers non retenus (${refuses.length})`,
    avis:
      silent.length > 0
        ? [
            `notification collective non prévue par le document de ${ids}\u00a0: à vous d’en décider`,
          ]
        : [],
  };
}
