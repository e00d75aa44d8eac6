import { NOM_SIMULATION } from "../../dossiers/onglets-demande.js";
import { compter, quoted } from "../../dossiers/text.js";
import type { DossierSuivi, Suivi } from "../../reports/suivi.js";
import type { Avis } from "../../rules/avis.js";
import { type Cents, eurosOf, formatEuros } from "../../rules/cents.js";
import type { Champ } from "../../rules/dossier.js";
import { isADecider } from "../../rules/etat.js";
import type { Sort } from "../../rules/scenario.js";
import { ajouterColonnes } from "../ajouter-colonnes.js";
import { enregistrer } from "../enregistrer.js";
import { champsManquants } from "../lire-suivi.js";
import type { Ports } from "../ports.js";
import { ouvrirSuivi } from "../suivi/ouvrir.js";
import { titresDe } from "../titres.js";
import { inconnu, SOURCE_SIMULATION } from "./enregistrer-scenario.js";
import { examenDe } from "./examen.js";
import { lireScenarios } from "./lire.js";
import type { LigneProposee, LigneScenario, ResultatProposer, Scenario } from "./protocole.js";

const CHAMPS_PROPOSITION: readonly Champ[] = ["avis_propose", "montant_propose"];

const SOURCE = `${SOURCE_SIMULATION}, scénario `;

/** Whether the Journal's source is that of proposals made from a scenario. */
export const isSourceProposer = (source: string): boolean => source.startsWith(SOURCE);

export interface DemandeProposer {
  readonly nom: string;
  /** What becomes of the dossiers to be decided that the scenario does not retain. */
  readonly autres: Sort;
  /** Shows what would be written, writes nothing. */
  readonly apercu: boolean;
}

/**
 * Makes a scenario the committee's proposals: `Avis proposé` and `Montant proposé` of its dossiers. What
 * is already decided is not touched.
 */
export function proposerScenario(ports: Ports, demande: DemandeProposer): ResultatProposer {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const scenario = lireScenarios(classeur.lire(NOM_SIMULATION).lignes).find(
      ({ nom }) => nom === demande.nom,
    );
    if (!scenario) return inconnu(demande.nom);
    const ouvert = ouvrirSuivi(classeur);
    if (ouvert.kind === "refus") return ouvert;
    const champs = champsManquants(ouvert.onglet, CHAMPS_PROPOSITION);
    if (champs.length > 0) {
      return {
        kind: "colonnes",
        champs,
        message: `L’onglet ${quoted(ouvert.onglet.nom)} n’a pas de colonne ${titresDe(champs)}.`,
      };
    }
    const { lignes, laissees } = propositions(ouvert.suivi, scenario, demande.autres);
    if (demande.apercu) {
      return { kind: "apercu", lignes, laissees, message: resume(lignes, "à écrire") };
    }
    const written = enregistrer(ports, {
      onglet: ouvert.onglet,
      source: `${SOURCE}${quoted(scenario.nom)}`,
      ecritures: lignes.flatMap(({ numero, avis, montant }) => [
        { numero, champ: "avis_propose" as const, apres: avis },
        {
          numero,
          champ: "montant_propose" as const,
          apres: montant === undefined ? "" : eurosOf(montant),
        },
      ]),
    });
    if (written.kind === "refus") return written;
    const formulas = written.laissees.map(
      ({ numero, champ }) => `${numero}\u00a0: ${titresDe([champ])} contient une formule, laissée.`,
    );
    return {
      kind: "fait",
      lignes,
      laissees: [...laissees, ...formulas],
      message: resume(lignes, "écrites"),
      lot: written.lot,
    };
  });
}

function resume(lignes: readonly LigneProposee[], participe: string): string {
  const total = lignes.reduce((sum, { montant = 0 }) => sum + montant, 0);
  return `${compter(lignes.length, "proposition", "propositions")} ${participe}, ${formatEuros(total)} en tout.`;
}

interface Propositions {
  readonly lignes: readonly LigneProposee[];
  readonly laissees: readonly string[];
}

/** What a scenario says of each dossier of the sheet, and what of it cannot be written. */
function propositions(suivi: Suivi, scenario: Scenario, autres: Sort): Propositions {
  const wanted = new Map(scenario.lignes.map((ligne) => [ligne.numero, ligne]));
  const lignes: LigneProposee[] = [];
  const laissees: string[] = [];
  const seen = new Set<string>();
  for (const entry of suivi.dossiers) {
    const { dossier, guichet } = entry;
    const { faits } = dossier;
    const { numero, etat } = faits;
    if (numero === undefined || guichet.id !== scenario.guichet || seen.has(numero)) continue;
    const ligne = wanted.get(numero);
    const proposed = propositionDe(ligne, autres);
    if (ligne) seen.add(numero);
    if (!isADecider(etat)) {
      if (ligne) laissees.push(`${numero}\u00a0: déjà ${quoted(etat)}, laissé comme il est.`);
    } else if (proposed) lignes.push(ligneProposee(numero, entry, proposed));
  }
  for (const numero of wanted.keys()) {
    if (!seen.has(numero))
      laissees.push(`${numero}\u00a0: n’est plus parmi les dossiers de ce guichet.`);
  }
  return { lignes, laissees };
}

function propositionDe(
  ligne: LigneScenario | undefined,
  autres: Sort,
): { avis: Avis; montant?: Cents } | undefined {
  const { choix, montant } = ligne ?? {};
  if (choix === "Retenu" || choix === "Imposé") {
    return { avis: "favorable", ...(montant !== undefined && { montant }) };
  }
  return autres === "laisser" ? undefined : { avis: autres };
}

function ligneProposee(
  numero: string,
  entry: DossierSuivi,
  { avis, montant }: { avis: Avis; montant?: Cents },
): LigneProposee {
  const { porteur = "", avis_propose = "", montant_propose } = entry.dossier.faits;
  const attention = avis === "favorable" ? aRegarder(entry, montant) : [];
  return {
    numero,
    porteur,
    avantAvis: avis_propose,
    ...(montant_propose !== undefined && { avantMontant: montant_propose }),
    avis,
    ...(montant !== undefined && { montant }),
    ...(attention.length > 0 && { attention: attention.join(", ") }),
  };
}

/** What to look at before a favourable opinion is proposed. */
function aRegarder(entry: DossierSuivi, montant: Cents | undefined): readonly string[] {
  const { issue, possible } = examenDe(entry);
  const { demande } = entry.dossier.faits;
  const above = (limit: Cents | undefined) =>
    montant !== undefined && limit !== undefined && montant > limit;
  return [
    ...(issue === "Inéligible" ? ["inéligible"] : []),
    ...(montant === undefined ? ["sans montant"] : []),
    ...(above(demande) ? [`dépasse la demande de ${formatEuros(demande ?? 0)}`] : []),
    ...(above(possible) && possible !== demande
      ? [`dépasse le possible de ${formatEuros(possible ?? 0)}`]
      : []),
  ];
}

/** Adds the columns of proposals that the référent's tab lacks, after asking. */
export function ajouterColonnesProposition(ports: Ports): ReturnType<typeof ajouterColonnes> {
  return ajouterColonnes(ports, CHAMPS_PROPOSITION);
}
