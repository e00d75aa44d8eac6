import type { Example, ResultCell } from "./types.js";

const ENTETES = [
  "N° dossier",
  "Thématique",
  "Type",
  "Coût total",
  "Montant sollicité",
  "Autres financements",
  "Part collectivités",
  "Laboratoire",
  "Date de dépôt",
  "Fin prévisionnelle",
  "Équipement",
  "Licences hors UE",
];

const DOSSIER = [
  "101",
  "3d",
  "commune",
  50_000,
  40_000,
  0,
  45_000,
  "Labo du Nord",
  "01/03/2021",
  "01/12/2021",
  0,
  2_000,
];

/** The reason that the example's foreign licences give. */
export const MOTIF_EXEMPLE =
  "AVERTISSEMENT [LICENCES] 2\u00a0000\u00a0€ de licences d’éditeurs hors Union européenne\u00a0: seulement une part marginale du financement. (DITP, «\u00a0Pour quels projets\u00a0?\u00a0»)";

/**
 * The example that the functions of whole rows share: one dossier of a laboratory, then an empty row.
 *
 * @param rows what the function gives for the dossier and for the empty row
 */
export function exempleLignes(name: string, rows: readonly (readonly ResultCell[])[]): Example {
  return {
    formula: `=${name}(A1:L1; A2:L3; "DITP")`,
    args: [[ENTETES], [DOSSIER, ENTETES.map(() => "")], "DITP"],
    result: rows,
  };
}
