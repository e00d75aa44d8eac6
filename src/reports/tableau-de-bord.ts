import { CHAMPS } from "../dossiers/champs.js";
import { NOM_ENVELOPPES, NOM_PAIEMENTS } from "../dossiers/onglets.js";
import { nommer, quoted } from "../dossiers/text.js";
import type { Day } from "../rules/day.js";
import type { Champ } from "../rules/dossier.js";
import { ligneEntete, nomPrefecture, titres } from "./parties.js";
import { type Cellule, cellule, completer, type Graphique, type PlanOnglet } from "./plan.js";
import { NOM_TABLEAU } from "./rapports.js";
import type { Suivi } from "./suivi.js";
import { type Alerte, alertes } from "./tableau-alertes.js";
import {
  type GuichetSuivi,
  ligneEnveloppe,
  lignePrevision,
  lignesMois,
  TITRES_ENVELOPPES,
  TITRES_MOIS,
  TITRES_PREVISION,
} from "./tableau-lignes.js";
import { consommationParMois } from "./tableau-mois.js";
import { lignesThemes, TITRES_THEMES } from "./tableau-themes.js";

const LARGEURS = [210, 115, 105, 115, 120, 115, 115, 115, 115, 110, 120, 200];
const WIDTH = LARGEURS.length;

/** Rows left for the charts, above the tables. */
const GRAPHIQUES = { lignes: 18, largeur: 600, hauteur: 370 };

const COULEURS = ["#1d4f91", "#1b6e3c", "#b34000", "#6a4c93"];

export interface EntreeTableau {
  readonly aujourdHui: Day;
  readonly prefecture: string;
  readonly suivi: Suivi;
  /** The workbook's own first. */
  readonly guichets: readonly GuichetSuivi[];
}

/** What a run of the dashboard says of itself. */
export interface ResumeTableau {
  readonly alertes: readonly string[];
}

/**
 * The dashboard: envelopes, themes, months, a forecast at the current pace, what to act on, and two
 * charts. Figures of envelopes are references to the tab `Enveloppes`; what it does not hold (amounts
 * proposed, months) is worked out on the day of the run.
 */
export function planTableau(entree: EntreeTableau): { plan: PlanOnglet; resume: ResumeTableau } {
  const { aujourdHui, prefecture, suivi, guichets } = entree;
  const consommation = consommationParMois(suivi, aujourdHui);
  const found = alertes(suivi, aujourdHui);
  const today = "$B$3";

  const entete: (readonly Cellule[])[] = [
    [cellule("Tableau de bord FITN7", "titre")],
    ligneEntete("Préfecture", cellule(nomPrefecture(prefecture))),
    ligneEntete("Situation au", cellule({ jour: aujourdHui }, "jour")),
    ...paragraphe("Lecture", LECTURE),
    ...paragraphe("Sources", sourcesDe(suivi)),
  ];
  const graphiquesAt = entete.length + 1;
  const enveloppesAt = graphiquesAt + GRAPHIQUES.lignes + 2;
  const themesAt = enveloppesAt + guichets.length + 3;
  const { themes, autres } = lignesThemes(suivi, guichets, themesAt);
  const moisAt = themesAt + themes.length + autres.length + 3;
  const previsionAt = moisAt + consommation.mois.length + 2 + 4;
  const rows: (readonly Cellule[])[] = [
    ...entete,
    ...Array.from({ length: GRAPHIQUES.lignes }, () => []),
    [cellule("Enveloppes", "section")],
    titres(TITRES_ENVELOPPES),
    ...guichets.map((entry, index) => ligneEnveloppe(suivi, entry, enveloppesAt + index)),
    [],
    [cellule("Par thème", "section")],
    titres(TITRES_THEMES),
    ...themes,
    ...autres,
    [],
    [cellule("Par mois, tous guichets", "section")],
    titres(TITRES_MOIS),
    ...lignesMois(consommation, moisAt),
    [],
    [cellule("Prévision au rythme actuel", "section")],
    [
      cellule(
        "Lecture de l’outil, qu’aucun document ne prévoit\u00a0: le montant accordé depuis la première décision, réparti également par jour, se poursuit au même rythme.",
      ),
    ],
    titres(TITRES_PREVISION),
    ...guichets.map((entry, index) =>
      lignePrevision(suivi, entry, {
        row: previsionAt + index,
        own: enveloppesAt + index,
        today,
        day: aujourdHui,
      }),
    ),
    [],
    ...sectionAlertes(found),
  ];
  return {
    plan: {
      nom: NOM_TABLEAU,
      lignes: rows.map((row) => completer(row, WIDTH)),
      largeurs: LARGEURS,
      figees: 1,
      graphiques: graphiques(
        graphiquesAt,
        { ligne: moisAt - 1, lignes: consommation.mois.length + 1 },
        { ligne: themesAt - 1, lignes: themes.length + 1 },
      ),
    },
    resume: { alertes: found.map(({ quoi }) => quoi) },
  };
}

const LECTURE = [
  `Enveloppes et thèmes suivent l’onglet ${quoted(NOM_ENVELOPPES)}.`,
  "Proposé, mois, prévision et alertes datent de la dernière mise à jour (menu FITN7 ▸ Rapports ▸ Tableau de bord).",
];

/** Where the figures come from that no formula shows. */
function sourcesDe({ onglet, titres: headers }: Suivi): readonly string[] {
  const own = (champ: Champ) => quoted(headers.get(champ) ?? CHAMPS[champ].titre);
  return [
    `Proposé\u00a0: somme de ${own("montant_propose")} des dossiers à décider, onglet ${quoted(onglet)}.`,
    `Accordé d’un mois\u00a0: ${own("date_decision")}, ou date du comité.`,
    `Engagé d’un mois\u00a0: ${own("date_engagement")}. Payé d’un mois\u00a0: dates de l’onglet ${quoted(NOM_PAIEMENTS)}.`,
  ];
}

/** Lines of a header under one label: each runs over the columns at its right, so none may be long. */
function paragraphe(libelle: string, lignes: readonly string[]): Cellule[][] {
  return lignes.map((ligne, index) => ligneEntete(index === 0 ? libelle : "", cellule(ligne)));
}

interface Bande {
  readonly ligne: number;
  readonly lignes: number;
}

function graphiques(ligne: number, mois: Bande, themes: Bande): readonly Graphique[] {
  const place = {
    ligne,
    largeur: GRAPHIQUES.largeur,
    hauteur: GRAPHIQUES.hauteur,
  };
  return [
    {
      ...place,
      type: "courbe",
      titre: "Consommation cumulée",
      donnees: { ...mois, colonne: 1, colonnes: 4 },
      colonne: 1,
      couleurs: COULEURS.slice(0, 3),
    },
    {
      ...place,
      type: "colonnes",
      titre: "Par thème",
      donnees: { ...themes, colonne: 1, colonnes: 5 },
      colonne: 6,
      couleurs: ["#8c6d1f", ...COULEURS.slice(0, 3)],
    },
  ];
}

function sectionAlertes(found: readonly Alerte[]): Cellule[][] {
  const title = [cellule(`Alertes (${found.length})`, "section")];
  if (found.length === 0) return [title, [cellule("Rien à signaler.", "note")]];
  return [
    title,
    ["Alerte", "", "", "", "Dossiers", "", "", "", "Source"].map((titre) =>
      cellule(titre, "entete"),
    ),
    ...found.map(({ quoi, dossiers, source }) => {
      const blank = cellule("");
      return [
        cellule(quoi),
        blank,
        blank,
        blank,
        cellule(nommer(dossiers)),
        blank,
        blank,
        blank,
        cellule(source),
      ];
    }),
  ];
}
