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

export type Ouvert = Extract<EtatSimulation, { kind: "ouvert" }>;

/** A dossier in the scenario that is being made. */
export interface Ligne {
  readonly dossier: DossierSimule;
  /** As typed; `undefined` where it is no amount. */
  montant: Cents | undefined;
  position: "" | "Imposé" | "Écarté";
  retenu: boolean;
}

/** The scenario that is being made: typed, not kept yet. */
export interface Brouillon {
  nom: string;
  guichet: GuichetId;
  objectif: Objectif;
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
  return {
    nom: "",
    guichet,
    objectif: dossiers.some(({ score }) => score !== undefined) ? "Score" : "Dossiers",
    enveloppe: resteDe(ouvert, guichet),
    lignes: dossiers.map((dossier) => ({
      dossier,
      montant: dossier.propose ?? dossier.possible,
      position: dossier.issue === "Inéligible" ? "Écarté" : "",
      retenu: false,
    })),
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
    objectif: scenario.objectif,
    enveloppe: scenario.enveloppe,
    lignes: fresh.lignes.map((ligne) => {
      const own = kept.get(ligne.dossier.numero);
      if (!own) return { ...ligne, position: "" };
      const { choix, montant = ligne.montant } = own;
      const position = choix === "Retenu" ? "" : choix;
      return { ...ligne, montant, position, retenu: choix !== "Écarté" };
    }),
  };
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
