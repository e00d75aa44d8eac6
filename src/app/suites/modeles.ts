import { NOM_MODELES, onglet } from "../../dossiers/onglets.js";
import { readTable } from "../../dossiers/table.js";
import { normalise } from "../../dossiers/text.js";
import type { ModeleLettre } from "../../reports/lettres-fusion.js";
import { MODELES_PAR_DEFAUT } from "../../reports/lettres-modeles.js";
import { ecrireOutils } from "../ecrire-lot.js";
import { creerOnglet } from "../nouvel-onglet.js";
import type { Operation, Ports } from "../ports.js";

/** The models of the workbook, and the names of those this call had to write first. */
export interface Modeles {
  readonly modeles: readonly ModeleLettre[];
  readonly ajoutes: readonly string[];
}

/**
 * Reads the tab `Modèles`; a model that it lacks is written below its rows as this project words it, and
 * journaled. To be called under the document's lock.
 */
export function lireModeles(ports: Ports): Modeles {
  const { classeur } = ports;
  const { lignes } = classeur.lire(NOM_MODELES);
  const own = readTable(NOM_MODELES, lignes).flatMap(({ valeurs }): ModeleLettre[] => {
    const { nom, objet = "", texte = "" } = valeurs;
    return nom === undefined ? [] : [{ nom, objet, texte }];
  });
  const known = new Set(own.map(({ nom }) => normalise(nom)));
  const missing = MODELES_PAR_DEFAUT.filter(({ nom }) => !known.has(normalise(nom)));
  if (missing.length > 0) {
    ecrireOutils(
      ports,
      ajouter(missing, lignes.length, classeur.noms().includes(NOM_MODELES)),
      missing.map(({ nom }) => ({ champ: "Modèle de lettre", avant: "", apres: nom })),
      "Lettres",
    );
  }
  return { modeles: [...own, ...missing], ajoutes: missing.map(({ nom }) => nom) };
}

function ajouter(
  modeles: readonly ModeleLettre[],
  rows: number,
  exists: boolean,
): readonly Operation[] {
  const contract = onglet(NOM_MODELES);
  return [
    ...(exists ? [] : creerOnglet(contract)),
    {
      op: "ecrire",
      onglet: NOM_MODELES,
      ligne: Math.max(1, rows) + 1,
      colonne: 1,
      contenus: modeles.map(({ nom, objet, texte }) => [nom, objet, texte]),
    },
  ];
}
