import { type ComiteTenu, dossiersDuComite } from "../../reports/releve-comite.js";
import type { DossierSuivi } from "../../reports/suivi.js";
import { formatCitation } from "../../rules/citation.js";
import type { Etat } from "../../rules/etat.js";
import { DATES_ETATS, suivant } from "../../rules/suites.js";
import { typeset } from "../../rules/typographie.js";
import type { ColonnesManquantes } from "../colonnes-requises.js";
import { ambiguites } from "../lire-suivi.js";
import type { Classeur, Ports } from "../ports.js";
import { nomInformation } from "./information.js";
import {
  CHAMPS_DECISION,
  choixDe,
  comiteDemande,
  comiteParDefaut,
  notifications,
  type Ouvert,
  ouvrir,
} from "./lecture.js";
import { avisRegion } from "./phrases.js";
import type { DossierSuites, SuitesDuComite } from "./protocole.js";

/**
 * Where a committee's decisions stand: what was made for it, what is to be notified and when, each dossier's
 * state and the next one. Reads only.
 *
 * @param comite name of the committee, or a day of decision; the latest where left out
 */
export function suitesDuComite(
  { classeur, contexte }: Ports,
  comite?: string,
): SuitesDuComite | ColonnesManquantes {
  const open = ouvrir(classeur, CHAMPS_DECISION);
  if (open.kind !== "ouvert") return open;
  const aujourdhui = contexte.maintenant().slice(0, 10);
  const found =
    comite === undefined ? comiteParDefaut(open, aujourdhui) : comiteDemande(open, comite);
  if (found && "kind" in found) return found;
  const common = {
    kind: "suites",
    aujourdhui,
    comites: open.comites.map(choixDe),
  } as const;
  return found
    ? { ...common, comite: choixDe(found), ...vueDe(open, found, classeur) }
    : {
        ...common,
        notification: [],
        information: { prevue: false, texte: "" },
        onglets: [],
        dossiers: [],
        avertissements: [],
      };
}

const CONSEIL_DELAI = typeset(
  "Pour fixer votre propre délai : clé GUICHET.notification.jours des Paramètres, par exemple HDF.notification.jours.",
);

function vueDe(open: Ouvert, comite: ComiteTenu, classeur: Classeur) {
  const own = dossiersDuComite(open.suivi, comite);
  const guichets = [...new Map(own.map(({ guichet }) => [guichet.id, guichet])).values()];
  const source = guichets.find(({ suites }) => suites?.informationRegionale)?.suites
    ?.informationRegionale;
  return {
    notification: [...notifications(open, comite, own), CONSEIL_DELAI],
    information: {
      prevue: source !== undefined,
      texte: source
        ? `${typeset(source.note)} ${formatCitation(source)}`
        : `non prévue par ${guichets.map(({ id }) => id).join(", ")}`,
    },
    onglets: classeur
      .noms()
      .filter((nom) =>
        [`Relevé ${comite.date}`, nomInformation(comite.date)].some((base) => nom.startsWith(base)),
      ),
    dossiers: own.flatMap(ligneDe),
    avertissements: [
      ...guichets.flatMap((guichet) => avisRegion(guichet, "Notifié") ?? []),
      ...ambiguites(open.onglet),
    ],
  };
}

function ligneDe({ dossier: { faits }, guichet }: DossierSuivi): readonly DossierSuites[] {
  const { numero, porteur = "", intitule = "", etat, montant_accorde } = faits;
  if (numero === undefined) return [];
  const date = etat && (DATES_ETATS as Partial<Record<Etat, keyof typeof faits>>)[etat];
  const depuis = date && faits[date];
  const next = suivant(etat);
  return [
    {
      numero,
      porteur,
      intitule,
      guichet: guichet.id,
      ...(etat !== undefined && { etat }),
      ...(typeof depuis === "string" && { depuis }),
      ...(montant_accorde !== undefined && { montant: montant_accorde }),
      ...(next !== undefined && { suivant: next }),
    },
  ];
}
