import { type Cents, eurosOf } from "../rules/cents.js";
import { formatDay } from "../rules/day.js";
import { shareOf } from "../rules/points.js";
import { type Etendue, ligneEntete, somme } from "./parties.js";
import { type Cellule, cellule } from "./plan.js";
import type { Decision } from "./releve-decisions.js";

/** What every list of a committee's dossiers says of each, with widths in pixels. */
export const COLONNES_DOSSIER = [
  ["N° dossier", 130],
  ["Guichet", 110],
  ["Collectivité porteuse", 200],
  ["Projet", 220],
  ["Thème", 150],
  ["Coût total", 110],
  ["Demandé", 110],
] as const;

/** What it says besides of those that were granted. */
export const COLONNES_ACCORD = [
  ["Accordé", 110],
  ["Taux", 80],
  ["Conditions", 240],
  ["Exception ou dérogation", 300],
] as const;

/** Several values of one label, one row each, the label before the first. */
export function lignes(libelle: string, textes: readonly string[]): Cellule[][] {
  return textes.map((texte, index) => ligneEntete(index === 0 ? libelle : "", cellule(texte)));
}

const euros = (cents: Cents | undefined) =>
  cellule(cents === undefined ? "" : eurosOf(cents), "euro");

/** A dossier under `COLONNES_DOSSIER`. */
export function ligneDossier({ dossier: { faits }, guichet, themeLibelle }: Decision): Cellule[] {
  return [
    cellule(faits.numero ?? ""),
    cellule(guichet.id),
    cellule(faits.porteur ?? "", "long"),
    cellule(faits.intitule ?? "", "long"),
    cellule(themeLibelle, "long"),
    euros(faits.cout),
    euros(faits.demande),
  ];
}

/** A grant under `COLONNES_DOSSIER` then `COLONNES_ACCORD`. */
export function ligneAccord(decision: Decision): Cellule[] {
  const { conditions = "", etat, date_abandon, montant_accorde } = decision.dossier.faits;
  const since = date_abandon === undefined ? "" : ` le ${formatDay(date_abandon)}`;
  const abandoned = etat === "Abandonné" ? `Abandonné${since}, après le comité.` : "";
  return [
    ...ligneDossier(decision),
    euros(montant_accorde),
    cellule(decision.taux === undefined ? "" : shareOf(decision.taux), "taux"),
    cellule([conditions, abandoned].filter((part) => part !== "").join("\n"), "long"),
    cellule(decision.ecarts.join("\n"), "long"),
  ];
}

/** The last row of a list of grants: sums of cost, request and grant, as formulas. */
export function ligneTotal(list: Etendue): Cellule[] {
  const blank = ["", "", "", ""].map((text) => cellule(text, "total"));
  return [
    cellule("Total", "total"),
    ...blank,
    ...["F", "G", "H"].map((column) => cellule(somme(column, list), "total_euro")),
  ];
}

/** The rows that end a record: what is missing, or that nothing is. */
export function lignesManques(manques: readonly string[]): Cellule[][] {
  return [
    [],
    [cellule(`Ce qui manque (${manques.length})`, "section")],
    ...(manques.length === 0
      ? [[cellule("Rien à signaler.", "note")]]
      : manques.map((manque) => [cellule(manque)])),
  ];
}

/** What the decisions lack, each with its dossier. */
export function manquesDesDecisions(decisions: readonly Decision[]): readonly string[] {
  return decisions.flatMap(({ dossier: { faits }, manques }) =>
    manques.map(
      (manque) => `${faits.numero ?? "sans numéro"}, ${faits.porteur ?? ""}\u00a0: ${manque}`,
    ),
  );
}
