import { territoiresPresents } from "../../imports/collectivite.js";
import type { EtatImport } from "../../imports/protocole.js";
import { lireParametres, texteDe } from "../parametres.js";
import type { Ports } from "../ports.js";
import { lotsEnAttente } from "./attente.js";
import { lireMemoires } from "./memoires.js";
import { preparer } from "./preparer.js";

/** What the dialog needs before a file is chosen. */
export function ouvrirImport({ classeur }: Ports): EtatImport {
  const prepared = preparer(classeur);
  if ("kind" in prepared) return prepared;
  const { onglet, etat, avertissements } = prepared;
  const { parametres } = lireParametres(classeur);
  return {
    kind: "ouvert",
    onglet: onglet.nom,
    dossiers: etat.lignes.length,
    colonnes: [...etat.titres].map(([champ, titre]) => ({ champ, titre })),
    memoires: lireMemoires(classeur),
    territoires: territoiresPresents(etat.territoires),
    population: etat.population,
    departement: texteDe(parametres, "departement"),
    enAttente: lotsEnAttente(classeur),
    avertissements,
  };
}
