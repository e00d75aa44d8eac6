import {
  type DemandeEtager,
  type Element,
  type FinDeLot,
  type RefusImport,
  type ResultatEtager,
  TAILLE_BLOC,
} from "../../src/imports/protocole.js";

/** Characters of a chunk: one call carries far more, and takes longer to fail. */
const CARACTERES_BLOC = 4_000_000;

/** Pauses before each new attempt of a chunk, in milliseconds. */
const PAUSES = [1_000, 4_000];

/** The elements of the chunk that begins at a rank: as many as one call should carry. */
export function blocDepuis(elements: readonly Element[], debut: number): readonly Element[] {
  let characters = 0;
  let end = debut;
  while (end < elements.length && end - debut < TAILLE_BLOC) {
    characters += JSON.stringify(elements[end]).length;
    if (end > debut && characters > CARACTERES_BLOC) break;
    end += 1;
  }
  return elements.slice(debut, end);
}

/** What is sent to the staging tab. */
export interface Envoi {
  readonly lot: string;
  readonly elements: readonly Element[];
  readonly fin: FinDeLot;
  /** Rank of the first element that was not stored yet: kept from one attempt to the next. */
  debut: number;
}

export interface Expedition {
  readonly etager: (demande: DemandeEtager) => Promise<ResultatEtager | RefusImport>;
  /** Told after each chunk how many elements are stored. */
  readonly progres: (recus: number) => void;
  readonly arrete: () => boolean;
  readonly attendre: (milliseconds: number) => Promise<void>;
}

/** The import was refused by the script: sending it again changes nothing. */
export class EnvoiRefuse extends Error {}

async function insist<T>(attempt: () => Promise<T>, { attendre, arrete }: Expedition): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await attempt();
    } catch (error) {
      if (arrete()) throw error;
      await attendre(pause);
    }
  }
  return attempt();
}

/**
 * Sends elements in chunks, one at a time; a chunk that fails is sent again, twice at most. Called
 * again with the same `envoi`, it goes on where it stopped: what is stored is not sent twice.
 *
 * @returns whether everything is stored; `false` where it was stopped
 * @throws EnvoiRefuse, or the last failure of a chunk
 */
export async function envoyer(envoi: Envoi, expedition: Expedition): Promise<boolean> {
  const { lot, elements, fin } = envoi;
  const total = elements.length;
  while (envoi.debut < total) {
    if (expedition.arrete()) return false;
    const { debut } = envoi;
    const bloc = blocDepuis(elements, debut);
    const answer = await insist(
      () => expedition.etager({ lot, debut, total, elements: bloc, fin }),
      expedition,
    );
    if (answer.kind === "refus") throw new EnvoiRefuse(answer.message);
    if (answer.manque <= debut)
      throw new Error(
        `Le classeur n’a pas gardé les dossiers envoyés (${answer.recus} sur ${total}). Recommencez l’envoi.`,
      );
    envoi.debut = answer.manque;
    expedition.progres(answer.recus);
  }
  return !expedition.arrete();
}

/** A name for an import, that no other has. */
export function nouveauLot(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return `lot-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
