import type { ColonnesManquantes } from "./colonnes-requises.js";
import type { Refus } from "./ports.js";

/** What a run of a report says of itself: the tab it made, its figures, what is to be known of it. */
export type ResultatRapport<Resume> =
  | {
      readonly kind: "fait";
      readonly onglet: string;
      readonly resume: Resume;
      readonly avertissements: readonly string[];
    }
  | ColonnesManquantes
  | Refus;
