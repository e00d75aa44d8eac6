import { libelleTheme } from "../dossiers/themes.js";
import { SOURCES_RAPPORTS } from "../guichets/rapports.js";
import { type Cents, eurosOf } from "../rules/cents.js";
import { type Day, formatDay } from "../rules/day.js";
import { isEngage } from "../rules/etat.js";
import { THEMES, type Theme } from "../rules/theme.js";
import { boundsOfTrimestre, nameOfTrimestre } from "../rules/trimestre.js";
import { formatAvancement } from "./avancement.js";
import { enveloppesDitp, ligneEnveloppe, TITRES_ENVELOPPE } from "./ditp-enveloppes.js";
import { type LaureatDitp, laureatsDitp } from "./ditp-lignes.js";
import { manquesDitp } from "./ditp-manques.js";
import { sourceDe } from "./liste.js";
import {
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
import { resumeDe, totalDe } from "./resume.js";
import { byNumero, type Manque, type Suivi } from "./suivi.js";
import { cleTexte, ligneTexte, TEXTES_TRIMESTRE } from "./trimestre-textes.js";

/** The envelope table needs the guichet in B and the amount in E; the others add up F to H. */
const COLONNES = [
  ["N° dossier", 110],
  ["Guichet", 110],
  ["Collectivité porteuse", 240],
  ["Projet", 420],
  ["Montant accordé", 120],
  ["Thème", 110],
  ["Engagé", 120],
  ["Payé", 120],
  ["Date de fin du projet", 120],
  ["État d’avancement", 260],
] as const;

const WIDTH = COLONNES.length;
const PLACES = [0, 2, 3, 9];

/** Lines of the header, its source included. */
const HEADER_ROWS = 7;

interface LaureatTrimestre extends LaureatDitp {
  readonly engage: Cents;
  readonly paye: Cents;
}

/** Lauréats as of a day, each with what was committed and paid by then. */
function laureatsTrimestre(suivi: Suivi, day: Day): readonly LaureatTrimestre[] {
  const payments = byNumero(suivi.paiements);
  return laureatsDitp(suivi, day).map((laureat) => {
    const { faits } = laureat.dossier;
    const { date_engagement, etat, montant_accorde = 0 } = faits;
    const committed =
      date_engagement === undefined ? etat !== undefined && isEngage(etat) : date_engagement <= day;
    return {
      ...laureat,
      engage: committed ? montant_accorde : 0,
      paye: (payments.get(laureat.numero) ?? [])
        .filter(({ valeurs }) => (valeurs.date ?? "") <= day)
        .reduce((sum, { valeurs }) => sum + (valeurs.montant ?? 0), 0),
    };
  });
}

function ligneLaureat(laureat: LaureatTrimestre): Cellule[] {
  const { montant_accorde, intitule = "" } = laureat.dossier.faits;
  return [
    cellule(laureat.numero),
    cellule(laureat.guichet.id),
    cellule(laureat.porteur, "long"),
    cellule(intitule, "long"),
    cellule(montant_accorde === undefined ? "" : eurosOf(montant_accorde), "euro"),
    cellule(laureat.theme ?? ""),
    cellule(eurosOf(laureat.engage), "euro"),
    cellule(eurosOf(laureat.paye), "euro"),
    celluleJour(laureat.fin),
    cellule(laureat.avancement ? formatAvancement(laureat.avancement.valeurs) : "", "long"),
  ];
}

/** A theme's line: the sums of the list's lines that bear it. */
function ligneTheme(theme: Theme, libelle: string, list: Etendue, row: number): Cellule[] {
  const range = (column: string) => `${column}${list.first}:${column}${list.last}`;
  const sum = (column: string) =>
    cellule({ formule: `=SUMIFS(${range(column)};${range("F")};A${row})` }, "euro");
  return [
    cellule(theme),
    cellule({ formule: `=COUNTIF(${range("F")};A${row})` }, "entier"),
    cellule(libelle),
    cellule(""),
    sum("E"),
    cellule(""),
    sum("G"),
    sum("H"),
  ];
}

/** Themes that the lauréats bear, each with the label of the first one's guichet. */
function themesDe(laureats: readonly LaureatDitp[]): readonly (readonly [Theme, string])[] {
  return THEMES.flatMap((theme) => {
    const first = laureats.find((laureat) => laureat.theme === theme);
    return first ? [[theme, libelleTheme(theme, first.guichet)] as const] : [];
  });
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
 * what collectivités expect, lessons learnt. As of the quarter's last day, or of today within it.
 */
export function planTrimestre(entree: EntreeRapport): RapportFait {
  const { nom, periode, prefecture, suivi, guichet, aujourdHui, reglage } = entree;
  const { last } = boundsOfTrimestre(periode);
  const day = aujourdHui < last ? aujourdHui : last;
  const laureats = laureatsTrimestre(suivi, day);
  const enveloppes = enveloppesDitp({ guichet, suivi }, laureats, day);
  const themes = themesDe(laureats);
  const manques = [...textesManquants(entree), ...manquesDitp(suivi, laureats, day)];

  const envelopesAt = HEADER_ROWS + 4;
  const themesAt = envelopesAt + enveloppes.length + 2;
  const first = themesAt + themes.length + (themes.length === 0 ? 1 : 0) + 3;
  const list: Etendue = { first, last: first + laureats.length - 1 };
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
    [],
    [cellule("1. Consommation des crédits", "section")],
    titres(TITRES_ENVELOPPE),
    ...enveloppes.map((enveloppe, index) =>
      ligneEnveloppe(enveloppe, list, envelopesAt + index, "E"),
    ),
    [],
    titres(["Thème", "Lauréats", "Libellé", "", "Accordé", "", "Engagé", "Payé"]),
    ...themes.map(([theme, libelle], index) => ligneTheme(theme, libelle, list, themesAt + index)),
    ...(themes.length === 0 ? [[cellule("Aucun lauréat à cette date.", "note")]] : []),
    [],
    [cellule("2. Actions et projets", "section")],
    titres(COLONNES.map(([titre]) => titre)),
    ...laureats.map(ligneLaureat),
    [cellule("Total", "total"), blank, blank, blank, total("E"), blank, total("G"), total("H")],
    [],
    [cellule("3. Actions à valoriser, attentes et retours d’expérience", "section")],
    ...TEXTES_TRIMESTRE.map((texte) => ligneTexte(periode, texte)),
    [],
    ...sectionManques(manques, PLACES),
  ];
  return {
    plan: {
      nom,
      lignes: rows.map((row) => completer(row, WIDTH)),
      largeurs: COLONNES.map(([, largeur]) => largeur),
      figees: 1,
    },
    resume: resumeDe(laureats, totalDe(laureats), manques),
  };
}
