import { NOM_PARAMETRES } from "../dossiers/onglets.js";
import { cleNormale } from "../dossiers/parametres.js";
import { quoted } from "../dossiers/text.js";
import { withParametres } from "../functions/guichet-argument.js";
import { planAds } from "../reports/ads.js";
import { nomLibreParmi } from "../reports/envoi.js";
import { planPropositions } from "../reports/propositions.js";
import { CLES_PUBLICATION, planPublication } from "../reports/publication.js";
import type { CleRapport, EntreeRapport, RapportFait, ResumeRapport } from "../reports/rapport.js";
import { ecrireNomRapport, type Rapport } from "../reports/rapports.js";
import { CLES_SCDL, planScdl } from "../reports/scdl.js";
import { planTrimestre } from "../reports/trimestre.js";
import { type ColonnesRequises, ouvrirOnglet } from "./colonnes-requises.js";
import { ecrireOutils } from "./ecrire-lot.js";
import { lireEnvois } from "./envois.js";
import { ambiguites, champsManquants, lireSuivi } from "./lire-suivi.js";
import { lireParametres, texteDe } from "./parametres.js";
import { avantLaFin, refusAVenir } from "./periode-en-cours.js";
import type { Ports } from "./ports.js";
import { ajouterCles, reprendreTextes } from "./rapport-textes.js";
import { lireConsolide } from "./region/consolide.js";
import type { ResultatRapport } from "./resultat-rapport.js";
import { titresDe } from "./titres.js";

/** How a report is made, and what it needs. */
interface Recette {
  readonly plan: (entree: EntreeRapport) => RapportFait;
  readonly colonnes: ColonnesRequises;
  readonly cles: readonly CleRapport[];
  /** In a region's workbook it reports the dossiers of départements too. */
  readonly regional?: true;
}

const RECETTES = {
  "Trimestre DITP": {
    plan: planTrimestre,
    colonnes: {
      indispensables: ["numero", "porteur", "etat", "montant_accorde"],
      utiles: ["fin", "date_decision", "date_engagement"],
    },
    cles: [],
    regional: true,
  },
  "Démat.ADS": {
    plan: planAds,
    colonnes: {
      indispensables: ["numero", "porteur", "theme", "etat"],
      utiles: ["depot", "demande", "communes", "montant_accorde", "date_decision"],
    },
    cles: [
      {
        cle: "destinataire_ads",
        source:
          "Adresse du programme Démat.ADS. Non prévue par le guide\u00a0: à fixer par la préfecture.",
      },
    ],
  },
  Propositions: {
    plan: planPropositions,
    colonnes: {
      indispensables: ["numero", "porteur", "etat", "demande"],
      utiles: ["avis_propose", "montant_propose", "date_decision", "depot"],
    },
    cles: [],
  },
  Publication: {
    plan: planPublication,
    colonnes: {
      indispensables: ["numero", "porteur", "etat", "montant_accorde"],
      utiles: ["intitule", "theme", "date_decision"],
    },
    cles: CLES_PUBLICATION,
  },
  SCDL: {
    plan: planScdl,
    colonnes: {
      indispensables: ["numero", "porteur", "etat", "montant_accorde"],
      utiles: ["date_convention", "siret", "intitule", "fin", "reference_decision"],
    },
    cles: CLES_SCDL,
  },
} as const satisfies Partial<Record<Rapport, Recette>>;

/** Reports of a period that this use case makes. */
export type RapportPeriode = keyof typeof RECETTES;

export const RAPPORTS_PERIODE = Object.keys(RECETTES) as RapportPeriode[];

export interface DemandePeriode {
  readonly rapport: RapportPeriode;
  /** A month `2021-06`; a quarter `2021-T2` for the quarterly report. */
  readonly periode: string;
  /** Made even where useful columns are missing. */
  readonly telQuel?: boolean;
}

/**
 * Makes the tab of a report for a period, in place of its former one unless that one was sent. What
 * somebody typed in the former tab is kept in the settings first.
 */
export function rapportPeriode(
  ports: Ports,
  { rapport, periode, telQuel = false }: DemandePeriode,
): ResultatRapport<ResumeRapport> {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const aujourdHui = ports.contexte.maintenant().slice(0, 10);
    const tooEarly = refusAVenir(periode, aujourdHui);
    if (tooEarly) return tooEarly;
    const recette: Recette = RECETTES[rapport];
    const ouvert = ouvrirOnglet(classeur, recette.colonnes, telQuel);
    if (ouvert.kind !== "pret") return ouvert;
    const { onglet } = ouvert;
    const base = ecrireNomRapport({ rapport, periode, version: 1 });
    const nom = nomLibreParmi(lireEnvois(classeur), base);
    const ajoutees = preparerParametres(ports, nom, recette.cles);
    const { parametres } = lireParametres(classeur);
    const { plan, resume } = recette.plan({
      nom,
      periode,
      aujourdHui,
      prefecture: texteDe(parametres, "prefecture"),
      guichet: withParametres(parametres)(0),
      suivi: lireSuivi(classeur, onglet, parametres),
      ...(recette.regional && lireConsolide(ports)),
      reglage: (cle) => texteDe(parametres, cleNormale(cle)),
    });
    classeur.remplacer(plan);
    const utiles = champsManquants(onglet, recette.colonnes.utiles ?? []);
    return {
      kind: "fait",
      onglet: nom,
      resume,
      avertissements: [
        ...ajoutees,
        ...(utiles.length > 0
          ? [
              `Votre tableau n’a pas de colonne pour ${titresDe(utiles)}\u00a0: le rapport laisse ces informations vides.`,
            ]
          : []),
        ...ambiguites(onglet),
        ...avantLaFin(periode, aujourdHui),
      ],
    };
  });
}

/** Writes into the settings what the former tab holds that was typed, and the keys that lack. */
function preparerParametres(
  ports: Ports,
  nom: string,
  cles: readonly CleRapport[],
): readonly string[] {
  const { classeur } = ports;
  const settings = lireParametres(classeur);
  const { operations, changements } = reprendreTextes(classeur, nom, settings);
  const added = ajouterCles(cles, settings);
  if (operations.length + added.operations.length === 0) return [];
  if (changements.length > 0) ecrireOutils(ports, operations, changements, "Rapports");
  classeur.appliquer(added.operations);
  const { ajoutees } = added;
  return [
    ...(changements.length > 0
      ? [`Textes repris de l’onglet dans ${quoted(NOM_PARAMETRES)}\u00a0: ${changements.length}.`]
      : []),
    ...(ajoutees.length > 0
      ? [
          `Réglages à remplir, ajoutés au bas de ${quoted(NOM_PARAMETRES)}\u00a0: ${ajoutees.join(", ")}.`,
        ]
      : []),
  ];
}
