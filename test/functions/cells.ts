import fc from "fast-check";
import type { Cell } from "../../src/dossiers/cell";
import type { ResultCell } from "../../src/functions/types";

const WORDS = [
  ...["3a", "3b", "3c", "3d", "ADS", "4", "i", "HDF", "IDF-V1", "IDF-ADS", "MARNE-V1", "commune"],
  ...["EPCI", "Oui", "Non", "Retenu", "Abandonné", "payé", "80 %", "12 500,50 €", "30/06/2021"],
  ...[
    "N° dossier",
    "Pop.",
    "Thème",
    "Guichet",
    "Coût global",
    "Date de dépôt",
    "guichet",
    "taux.max",
  ],
  ...["", " ", "__proto__", "constructor", "=1+1", "#N/A", "1e400", "-0", "0"],
];

const number = fc.oneof(
  fc.constantFrom(0, -0, 1, 999, 1_000, 15_001, 80_001, 100_000, 44_377, -1, 0.1, 1e21, 1e300),
  fc.double(),
  fc.nat(),
);
/** Any cell: words that mean something here, numbers of every kind, ticks, other texts. */
export const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: number },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
/** What a cell of a result may hold: a text, a finite number, a tick, or a day that exists. */
export function isShowable(shown: ResultCell): boolean {
  if (typeof shown === "number") return Number.isFinite(shown);
  if (typeof shown === "object") return /^\d{4}-\d\d-\d\d$/.test(shown.jour);
  return typeof shown === "boolean" || !/undefined|NaN(?! ?\u00a0»)|\[object/.test(shown);
}
