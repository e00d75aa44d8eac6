import type { Cell } from "../../dossiers/cell.js";
import { NOM_SIMULATION } from "../../dossiers/onglets-demande.js";
import { readTable } from "../../dossiers/table.js";
import type { LigneScenario, ScenarioEnregistre } from "./protocole.js";

/** The scenarios kept in the tab `Simulation`, in its order; rows without a name or a guichet are left out. */
export function lireScenarios(rows: readonly (readonly Cell[])[]): readonly ScenarioEnregistre[] {
  const found = new Map<string, ScenarioEnregistre & { lignes: LigneScenario[] }>();
  for (const { valeurs } of readTable(NOM_SIMULATION, rows)) {
    const { scenario: nom, guichet, objectif, enveloppe, numero, choix, montant } = valeurs;
    if (nom === undefined || guichet === undefined) continue;
    const known = found.get(nom) ?? {
      nom,
      guichet,
      objectif: objectif ?? "Score",
      enveloppe: enveloppe ?? 0,
      lignes: [],
      ...(valeurs.date !== undefined && { date: valeurs.date }),
      auteur: valeurs.auteur ?? "",
    };
    found.set(nom, known);
    if (numero === undefined || choix === undefined) continue;
    known.lignes.push({ numero, choix, ...(montant !== undefined && { montant }) });
  }
  return [...found.values()];
}
