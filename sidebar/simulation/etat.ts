import type {
  DossierSimule,
  EtatSimulation,
  LigneScenario,
  Scenario,
  ScenarioEnregistre,
} from "../../src/app/simulation/protocole.js";
import type { Cents } from "../../src/rules/cents.js";
import type { GuichetId } from "../../src/rules/guichet.js";
import { type Bilan, bilanDe, type DossierPese, type Objectif } from "../../src/rules/scenario.js";
import { lireMontant } from "../kit/lecture.js";
import { saisi } from "./formats.js";

export type Ouvert = Extract<EtatSimulation, { kind: "ouvert" }>;

/** A dossier in the scenario that is being made. */
export interface Ligne {
  readonly dossier: DossierSimule;
  /** The amount as typed, and what it reads as; `undefined` where it is no amount. */
  saisie: string;
  montant: Cents | undefined;
  position: "" | "Imposé" | "Écarté";
  retenu: boolean;
}

/** The scenario that is being made: typed, not kept yet. */
export interface Brouillon {
  /** Name it is kept under, and the one typed for the next time. */
  nom: string;
  nomSaisi: string;
  guichet: GuichetId;
  objectif: Objectif;
  enveloppeSaisie: string;
  enveloppe: Cents | undefined;
  lignes: Ligne[];
  /** Something was changed since it was kept or opened. */
  change: boolean;
}

/** What a guichet's envelope has left, where it is known. */
export function resteDe({ enveloppes }: Ouvert, guichet: GuichetId): Cents | undefined {
  const found = enveloppes.find((enveloppe) => enveloppe.guichet === guichet);
  return found?.total === undefined ? undefined : Math.max(0, found.total - found.accorde);
}

/** A scenario to begin with: every dossier of a guichet at its proposed amount, the ineligible left out. */
export function nouveau(ouvert: Ouvert, guichet: GuichetId): Brouillon {
  const dossiers = ouvert.dossiers.filter((dossier) => dossier.guichet === guichet);
  const enveloppe = resteDe(ouvert, guichet);
  return {
    nom: "",
    nomSaisi: "",
    guichet,
    objectif: dossiers.some(({ score }) => score !== undefined) ? "Score" : "Dossiers",
    enveloppe,
    enveloppeSaisie: saisi(enveloppe),
    lignes: dossiers.map((dossier) => {
      const montant = dossier.propose ?? dossier.possible;
      const position = dossier.issue === "Inéligible" ? "Écarté" : "";
      return { dossier, montant, saisie: saisi(montant), position, retenu: false };
    }),
    change: false,
  };
}

/** A kept scenario taken up again; dossiers decided since are no longer in it. */
export function reprendre(ouvert: Ouvert, scenario: ScenarioEnregistre): Brouillon {
  const kept = new Map(scenario.lignes.map((ligne) => [ligne.numero, ligne]));
  const fresh = nouveau(ouvert, scenario.guichet);
  return {
    ...fresh,
    nom: scenario.nom,
    nomSaisi: scenario.nom,
    objectif: scenario.objectif,
    enveloppe: scenario.enveloppe,
    enveloppeSaisie: saisi(scenario.enveloppe),
    lignes: fresh.lignes.map((ligne) => {
      const own = kept.get(ligne.dossier.numero);
      if (!own) return { ...ligne, position: "" };
      const { choix, montant = ligne.montant } = own;
      const position = choix === "Retenu" ? "" : choix;
      return {
        ...ligne,
        montant,
        saisie: saisi(montant),
        position,
        retenu: choix !== "Écarté",
      };
    }),
  };
}

/** Whether a dossier's amount is more than it may be granted. */
export function isAuDessus({ dossier: { possible }, montant }: Ligne): boolean {
  return montant !== undefined && possible !== undefined && montant > possible;
}

/** What was typed that is no amount; nothing where all is. */
export function saisieIllisible({ enveloppeSaisie, lignes }: Brouillon): string | undefined {
  const { valeur, erreur } = lireMontant(enveloppeSaisie);
  if (valeur === undefined) {
    const wanted = "saisissez un montant en euros, par exemple 297000.";
    return `Enveloppe à répartir\u00a0: ${erreur ?? wanted}`;
  }
  for (const { dossier, saisie } of lignes) {
    const reading = lireMontant(saisie);
    if (reading.erreur) return `Montant du dossier ${dossier.numero}\u00a0: ${reading.erreur}`;
  }
  return undefined;
}

/** What the script keeps of a draft. */
export function scenarioDe({ nom, guichet, objectif, enveloppe, lignes }: Brouillon): Scenario {
  return {
    nom,
    guichet,
    objectif,
    enveloppe: enveloppe ?? 0,
    lignes: lignes.flatMap(
      ({ dossier: { numero }, montant, position, retenu }): LigneScenario[] => {
        if (position === "Écarté") return [{ numero, choix: "Écarté" }];
        if (!retenu && position !== "Imposé") return [];
        const choix = position === "Imposé" ? "Imposé" : "Retenu";
        return [{ numero, choix, ...(montant !== undefined && { montant }) }];
      },
    ),
  };
}

/** A line as the search weighs it. */
export function peser({ dossier, montant, position }: Ligne): DossierPese {
  const { numero: cle, score, population } = dossier;
  return {
    cle,
    ...(montant !== undefined && { montant }),
    ...(score !== undefined && { score }),
    ...(population !== undefined && { population }),
    ...(position !== "" && { position }),
  };
}

/** What the retained dossiers of a draft amount to. */
export function bilanBrouillon({ lignes }: Brouillon): Bilan {
  return bilanDe(lignes.filter(({ retenu }) => retenu).map(peser));
}
