import { EN_COURS } from "./nouvel-onglet.js";
import type { Classeur, Operation } from "./ports.js";

/**
 * Makes a hidden tab of the program where it is missing; nothing where it is there. It gets its name last: one
 * of that name is whole.
 */
export function ongletCache(
  classeur: Classeur,
  nom: string,
  titres: readonly string[],
): readonly Operation[] {
  if (classeur.noms().includes(nom)) return [];
  const onglet = `${nom}${EN_COURS}`;
  return [
    { op: "supprimer", onglet },
    { op: "creer", onglet },
    { op: "cacher", onglet },
    { op: "ecrire", onglet, ligne: 1, colonne: 1, contenus: [titres] },
    { op: "renommer", onglet, nom },
  ];
}
