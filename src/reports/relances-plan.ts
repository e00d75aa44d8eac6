import { eurosOf } from "../rules/cents.js";
import { type Day, formatDay, serialOf } from "../rules/day.js";
import { formatAvancement } from "./avancement.js";
import {
  celluleJour,
  type Etendue,
  ligneEntete,
  nombre,
  nomPrefecture,
  section,
  titres,
} from "./parties.js";
import { type Cellule, cellule, completer, type PlanOnglet } from "./plan.js";
import { ecrireNomRapport } from "./rapports.js";
import type { Relance } from "./relances.js";

const COLONNES = [
  ["N° dossier", 110],
  ["Collectivité porteuse", 240],
  ["Projet", 260],
  ["Montant accordé", 120],
  ["Dernier état d’avancement", 260],
  ["Attendu le", 110],
  ["Jours de retard", 90],
  ["Remarque", 320],
] as const;

const HEADER_ROWS = 5;

/**
 * The tab `Relances AAAA-MM-JJ`: lauréats whose report of progress is late, then what is due later, then
 * those who are not reminded and why.
 */
export function planRelances(
  relances: readonly Relance[],
  day: Day,
  prefecture: string,
): PlanOnglet {
  const late = relances.filter(({ statut }) => statut === "retard");
  const first = HEADER_ROWS + 3;
  const list: Etendue = { first, last: first + late.length - 1 };
  const rows: Cellule[][] = [
    [cellule(`États d’avancement en retard au ${formatDay(day)}`, "titre")],
    ligneEntete("Préfecture", cellule(nomPrefecture(prefecture))),
    ligneEntete(
      "Règle",
      cellule(
        "trois mois après le dernier état d’avancement, sinon après la notification, sinon après la décision (DITP, «\u00a0Quel suivi\u00a0?\u00a0»)",
      ),
    ),
    ligneEntete("En retard", nombre(list)),
    ligneEntete("Lauréats", cellule(relances.length, "entier")),
    [],
    titres(COLONNES.map(([titre]) => titre)),
    ...late.map((relance) => ligneRetard(relance, day)),
    [],
    ...autres(
      "À venir",
      relances.filter(({ statut }) => statut === "a_venir"),
    ),
    [],
    ...autres(
      "Échéance inconnue, à compléter",
      relances.filter(({ statut }) => statut === "inconnue"),
    ),
    [],
    ...autres(
      "Sans relance, et pourquoi",
      relances.filter(({ statut }) => statut === "sans_objet"),
    ),
  ];
  return {
    nom: ecrireNomRapport({ rapport: "Relances", periode: day, version: 1 }),
    lignes: rows.map((row) => completer(row, COLONNES.length)),
    largeurs: COLONNES.map(([, largeur]) => largeur),
    figees: 1,
  };
}

function ligneRetard(relance: Relance, day: Day): Cellule[] {
  const { numero, dossier, dernier, echeance, raison } = relance;
  const { porteur = "", intitule = "", montant_accorde } = dossier.faits;
  const days = echeance === undefined ? "" : serialOf(day) - serialOf(echeance);
  return [
    cellule(numero),
    cellule(porteur, "long"),
    cellule(intitule, "long"),
    cellule(montant_accorde === undefined ? "" : eurosOf(montant_accorde), "euro"),
    cellule(dernier ? etatDate(dernier) : "aucun", "long"),
    celluleJour(echeance),
    cellule(days, "entier"),
    cellule(raison, "long"),
  ];
}

function etatDate(dernier: NonNullable<Relance["dernier"]>): string {
  const { date } = dernier.valeurs;
  const since = date === undefined ? "" : ` (${formatDay(date)})`;
  return `${formatAvancement(dernier.valeurs)}${since}`;
}

function autres(titre: string, relances: readonly Relance[]): Cellule[][] {
  return [
    [cellule(`${titre} (${relances.length})`, "section")],
    ...section(
      ["N° dossier", "Collectivité porteuse", "Projet", "Attendu le", "Remarque"],
      relances.map(({ numero, dossier: { faits }, echeance, raison }) => [
        numero,
        faits.porteur ?? "",
        faits.intitule ?? "",
        echeance === undefined ? "" : { jour: echeance },
        raison,
      ]),
      [0, 1, 2, 5, 7],
    ),
  ];
}
