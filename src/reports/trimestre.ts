import { libelleTheme } from "../dossiers/themes.js";
import { SOURCES_RAPPORTS } from "../guichets/rapports.js";
import { eurosOf } from "../rules/cents.js";
import { formatDay } from "../rules/day.js";
import { THEMES, type Theme } from "../rules/theme.js";
import { boundsOfTrimestre, nameOfTrimestre } from "../rules/trimestre.js";
import { etendueAbandons, sectionAbandons } from "./abandons.js";
import { sourceDe } from "./liste.js";
import {
  celluleEuros,
  celluleJour,
  type Etendue,
  ligneEntete,
  nombre,
  nomPrefecture,
  sectionManques,
  somme,
  titres,
} from "./parties.js";
import { type Cellule, cellule, completer } from "./plan.js";
import type { EntreeRapport, RapportFait } from "./rapport.js";
import { resumeDe } from "./resume.js";
import type { Manque } from "./suivi.js";
import { GUICHET_INCONNU, type LigneTrimestre } from "./trimestre-lignes.js";
import { matiereDe } from "./trimestre-matiere.js";
import { origineDe } from "./trimestre-region.js";
import { cleTexte, ligneTexte, TEXTES_TRIMESTRE } from "./trimestre-textes.js";

/** The tables of credits need the guichet in B and the amounts in E, G and H. */
const COLONNES = [
  ["N° dossier", 110],
  ["Guichet", 110],
  ["Collectivité porteuse", 240],
  ["Projet", 420],
  ["Montant accordé", 120],
  ["Thème", 120],
  ["Engagé", 120],
  ["Payé", 120],
  ["Date de fin du projet", 120],
  ["État d’avancement", 260],
] as const;

/** What a regional report says besides: where a dossier comes from. */
const COLONNE_DEPARTEMENT = ["Département", 120] as const;

const PLACES = [0, 2, 3, 9];

/** Lines of the header, its sources included. */
const HEADER_ROWS = 8;

function ligneLaureat(ligne: LigneTrimestre, regional: boolean): Cellule[] {
  return [
    cellule(ligne.numero),
    cellule(ligne.guichet?.id ?? GUICHET_INCONNU),
    cellule(ligne.porteur, "long"),
    cellule(ligne.intitule, "long"),
    celluleEuros(ligne.montant),
    cellule(ligne.theme ?? ""),
    cellule(eurosOf(ligne.engage), "euro"),
    cellule(eurosOf(ligne.paye), "euro"),
    celluleJour(ligne.fin),
    cellule(ligne.avancement, "long"),
    ...(regional ? [cellule(origineDe(ligne))] : []),
  ];
}

/** Themes that the lauréats bear, each with the label of the first one's guichet; those without one last. */
function themesDe(lignes: readonly LigneTrimestre[]): readonly (readonly [Theme | "", string])[] {
  const named = THEMES.flatMap((theme) => {
    const first = lignes.find((ligne) => ligne.theme === theme);
    const libelle = first?.guichet && libelleTheme(theme, first.guichet);
    return first ? [[theme, libelle ?? ""] as const] : [];
  });
  return lignes.some(({ theme }) => theme === undefined)
    ? [...named, ["", "Thème absent ou non reconnu"] as const]
    : named;
}

/** A theme's line: the sums of the list's lines that bear it. */
function ligneTheme(theme: Theme | "", libelle: string, list: Etendue, row: number): Cellule[] {
  const range = (column: string) => `${column}${list.first}:${column}${list.last}`;
  const mine = `(${range("F")}=A${row})`;
  const sum = (column: string) =>
    cellule({ formule: `=SUMPRODUCT(${mine}*1;${range(column)})` }, "euro");
  return [
    cellule(theme),
    cellule({ formule: `=SUMPRODUCT(${mine}*1)` }, "entier"),
    cellule(libelle),
    cellule(""),
    sum("E"),
    cellule(""),
    sum("G"),
    sum("H"),
  ];
}

/** Texts of the quarter that nobody has written yet. */
function textesManquants({ periode, reglage }: EntreeRapport): readonly Manque[] {
  return TEXTES_TRIMESTRE.flatMap((texte) => {
    const cle = cleTexte(periode, texte);
    return reglage(cle) === ""
      ? [
          {
            numero: "",
            porteur: "",
            quoi: `${texte.libelle}\u00a0: texte à écrire`,
            ou: `dans cet onglet, ou onglet «\u00a0Paramètres\u00a0», clé ${cle}`,
          },
        ]
      : [];
  });
}

/**
 * The region's quarterly report to the DITP (IDF): consumption by envelope and by theme, projects,
 * what collectivités expect, lessons learnt. As of the quarter's last day, or of today within it. A region's
 * workbook reports for the départements that it consolidated, and for its own dossiers.
 */
export function planTrimestre(entree: EntreeRapport): RapportFait {
  const { nom, periode, prefecture, aujourdHui, reglage } = entree;
  const { last } = boundsOfTrimestre(periode);
  const day = aujourdHui < last ? aujourdHui : last;
  const regional = entree.consolide !== undefined;
  const matiere = matiereDe(entree, day);
  const { lignes, abandons } = matiere;
  const themes = themesDe(lignes);
  const manques = [...textesManquants(entree), ...matiere.manques];
  const colonnes = regional ? [...COLONNES, COLONNE_DEPARTEMENT] : COLONNES;

  const creditsAt = HEADER_ROWS + 3;
  const themesAt = creditsAt + matiere.rangs + 2;
  const first = themesAt + Math.max(1, themes.length) + 3;
  const list: Etendue = { first, last: first + lignes.length - 1 };
  const total = (column: string) => cellule(somme(column, list), "total_euro");
  const blank = cellule("", "total");
  const rows: (readonly Cellule[])[] = [
    [cellule(`Compte rendu trimestriel à la DITP – ${nameOfTrimestre(periode)}`, "titre")],
    ligneEntete("Préfecture", cellule(nomPrefecture(prefecture))),
    ligneEntete("Situation au", cellule(formatDay(day))),
    ligneEntete("Destinataire", cellule(reglage("destinataire_ditp"))),
    ligneEntete("Lauréats", nombre(list)),
    ligneEntete("Total accordé", cellule(somme("E", list), "euro")),
    ligneEntete("Source", cellule(sourceDe(SOURCES_RAPPORTS.trimestre))),
    ligneEntete("Dossiers lus", cellule(matiere.lecture)),
    [],
    [cellule("1. Consommation des crédits", "section")],
    ...matiere.credits({ list, abandons: etendueAbandons(list, abandons) }, creditsAt),
    [],
    titres(["Thème", "Lauréats", "Libellé", "", "Accordé", "", "Engagé", "Payé"]),
    ...themes.map(([theme, libelle], index) => ligneTheme(theme, libelle, list, themesAt + index)),
    ...(themes.length === 0 ? [[cellule("Aucun lauréat à cette date.", "note")]] : []),
    [],
    [cellule("2. Actions et projets", "section")],
    titres(colonnes.map(([titre]) => titre)),
    ...lignes.map((ligne) => ligneLaureat(ligne, regional)),
    [cellule("Total", "total"), blank, blank, blank, total("E"), blank, total("G"), total("H")],
    ...sectionAbandons(abandons, regional ? COLONNES.length : undefined),
    [],
    [cellule("3. Actions à valoriser, attentes et retours d’expérience", "section")],
    ...TEXTES_TRIMESTRE.map((texte) => ligneTexte(periode, texte)),
    [],
    ...sectionManques(manques, PLACES),
  ];
  return {
    plan: {
      nom,
      lignes: rows.map((row) => completer(row, colonnes.length)),
      largeurs: colonnes.map(([, largeur]) => largeur),
      figees: 1,
    },
    resume: resumeDe(
      lignes,
      lignes.reduce((sum, { montant }) => sum + (montant ?? 0), 0),
      manques,
    ),
  };
}
