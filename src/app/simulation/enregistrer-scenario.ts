import { NOM_SIMULATION } from "../../dossiers/onglets-demande.js";
import { compter, quoted } from "../../dossiers/text.js";
import { eurosOf } from "../../rules/cents.js";
import { ecrireOutils } from "../ecrire-lot.js";
import type { Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { lireTable, type Table } from "../suivi/lignes.js";
import { type Ligne, remplacerLignes } from "../suivi/remplacer-lignes.js";
import { lireScenarios } from "./lire.js";
import type { ResultatScenario, Scenario } from "./protocole.js";

/** Most characters of a scenario's name. */
const LONGUEUR_NOM = 60;

/** What the Journal calls a change of scenarios. */
export const SOURCE_SIMULATION = "Simulation";

/** Rows of a scenario in the tab. */
function lignesDe({ lignes, colonnes }: Table, nom: string): readonly number[] {
  const column = (colonnes.get("scenario") ?? 1) - 1;
  return lignes.flatMap((row, index) =>
    index > 0 && String(row[column] ?? "").trim() === nom ? [index + 1] : [],
  );
}

/**
 * Keeps a scenario in the tab `Simulation`, in place of the one of the same name; the others and the
 * dossiers are not touched.
 */
export function enregistrerScenario(ports: Ports, scenario: Scenario): ResultatScenario {
  const nom = scenario.nom.trim();
  if (nom === "" || nom.length > LONGUEUR_NOM) {
    return refus(
      `Nom du scénario\u00a0: lu ${quoted(nom)}, attendu de 1 à ${LONGUEUR_NOM} caractères. Rien n’a été enregistré.`,
    );
  }
  return ports.sousVerrou(() => {
    const { classeur, contexte } = ports;
    const table = lireTable(classeur, NOM_SIMULATION);
    if ("kind" in table) return table;
    const former = lignesDe(table, nom);
    const { guichet, objectif, enveloppe, lignes } = scenario;
    const common = {
      scenario: nom,
      guichet,
      objectif,
      enveloppe: eurosOf(enveloppe),
      date: { jour: contexte.maintenant().slice(0, 10) },
      auteur: contexte.qui(),
    };
    const rows = lignes.map(({ numero, choix, montant }) => ({
      ...common,
      numero,
      choix,
      montant: montant === undefined ? "" : eurosOf(montant),
    }));
    classeur.appliquer(table.creation);
    const apres = former.length > 0 ? "enregistré à nouveau" : "enregistré";
    const lot = remplacer(ports, table, former, rows.length > 0 ? rows : [common], { nom, apres });
    const count = compter(lignes.length, "ligne", "lignes");
    return fait(
      ports,
      lot,
      `Scénario ${quoted(nom)} enregistré dans l’onglet ${quoted(NOM_SIMULATION)} (${count}).`,
    );
  });
}

/** Takes a scenario out of the tab `Simulation`. */
export function supprimerScenario(ports: Ports, nom: string): ResultatScenario {
  return ports.sousVerrou(() => {
    const table = lireTable(ports.classeur, NOM_SIMULATION);
    if ("kind" in table) return table;
    const former = lignesDe(table, nom);
    if (former.length === 0) return inconnu(nom);
    const lot = remplacer(ports, table, former, [], { nom, apres: "supprimé" });
    return fait(ports, lot, `Scénario ${quoted(nom)} supprimé.`);
  });
}

/** The refusal for a scenario that is not in the tab. */
export function inconnu(nom: string): Refus {
  return refus(`Le scénario ${quoted(nom)} n’est plus dans l’onglet ${quoted(NOM_SIMULATION)}.`);
}

/** The rows of a scenario and its line of the Journal, as one batch, which is returned. */
function remplacer(
  ports: Ports,
  table: Table,
  former: readonly number[],
  rows: readonly Ligne[],
  { nom, apres }: { readonly nom: string; readonly apres: string },
): string {
  const change = { champ: `Scénario ${quoted(nom)}`, avant: "", apres };
  const operations = remplacerLignes(ports.classeur, table, former, rows);
  return ecrireOutils(ports, operations, [change], SOURCE_SIMULATION);
}

function fait({ classeur }: Ports, lot: string, message: string): ResultatScenario {
  const scenarios = lireScenarios(classeur.lire(NOM_SIMULATION).lignes);
  return { kind: "fait", message, lot, scenarios };
}
