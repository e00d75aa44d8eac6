import type { Classeur, Operation } from "../ports.js";

/** Makes a hidden tab of the program where it is missing; nothing where it is there. */
export function ongletCache(
  classeur: Classeur,
  nom: string,
  titres: readonly string[],
): readonly Operation[] {
  if (classeur.noms().includes(nom)) return [];
  return [
    { op: "creer", onglet: nom },
    { op: "ecrire", onglet: nom, ligne: 1, colonne: 1, contenus: [titres] },
    { op: "cacher", onglet: nom },
  ];
}
