import type { Lecture } from "./lire.js";
import { lireOctets } from "./lire.js";
import { FichierRefuse, LIMITES, RAISONS } from "./refus.js";

/** What reading a file gives: the file as read, or why it was not. */
export type Resultat =
  | { readonly kind: "lu"; readonly lecture: Lecture }
  | { readonly kind: "refus"; readonly message: string };

async function octetsDe(fichier: File): Promise<Uint8Array> {
  if (fichier.size > LIMITES.fichier) throw new FichierRefuse(RAISONS.tropGros(fichier.size));
  try {
    return new Uint8Array(await fichier.arrayBuffer());
  } catch {
    throw new FichierRefuse(RAISONS.illisible);
  }
}

/** Reads a file, whatever it is: what goes wrong is a refusal. */
export async function lireFichier(fichier: File): Promise<Resultat> {
  try {
    return { kind: "lu", lecture: lireOctets(await octetsDe(fichier), fichier.name) };
  } catch (error) {
    const message = error instanceof FichierRefuse ? error.message : RAISONS.endommage;
    return { kind: "refus", message };
  }
}
