import type { Cell } from "../../dossiers/cell.js";
import { NOM_TERRITOIRES } from "../../dossiers/onglets.js";
import type { Parametres } from "../../dossiers/parametres.js";
import { normalise } from "../../dossiers/text.js";
import { lireTerritoires } from "../../imports/collectivite.js";
import type { EtatClasseur, LigneSuivi } from "../../imports/comparer.js";
import type { Population } from "../../imports/protocole.js";
import type { Champ } from "../../rules/dossier.js";
import type { OngletDossiers } from "../lire-suivi.js";
import { texteDe } from "../parametres.js";
import type { Classeur } from "../ports.js";
import type { Derniers } from "./derniers.js";

/** Which population counts: municipale unless the préfecture chose the other. */
function populationChoisie(parametres: Parametres): Population {
  return normalise(texteDe(parametres, "population")) === "totale" ? "totale" : "municipale";
}

/** The workbook as an import compares with it: one read of each tab, whatever its rows. */
export function lireEtat(
  classeur: Classeur,
  { nom, lu, ligneEntetes, entetes }: OngletDossiers,
  parametres: Parametres,
  derniers: Derniers,
): EtatClasseur {
  const formules = classeur.formules(nom);
  const columns = [...entetes.colonnes];
  const lignes = lu.lignes.slice(ligneEntetes).flatMap((row, index): readonly LigneSuivi[] => {
    const rang = ligneEntetes + index + 1;
    const numero = String(row[entetes.colonnes.get("numero") ?? -1] ?? "").trim();
    if (numero === "") return [];
    const cellules: Partial<Record<Champ, Cell>> = {};
    const withFormula = new Set<Champ>();
    for (const [champ, column] of columns) {
      cellules[champ] = row[column] ?? "";
      if ((formules[rang - 1]?.[column] ?? "") !== "") withFormula.add(champ);
    }
    return [{ numero, rang, cellules, formules: withFormula }];
  });
  return {
    titres: new Map(columns.map(([champ, column]) => [champ, entetes.textes[column] ?? ""])),
    lignes,
    derniers: derniers.parNumero,
    territoires: lireTerritoires(classeur.lire(NOM_TERRITOIRES).lignes),
    population: populationChoisie(parametres),
  };
}
