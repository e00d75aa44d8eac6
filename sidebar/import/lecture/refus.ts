/** A file that cannot be read: the message, in French, is for whoever chose it and says what to do. */
export class FichierRefuse extends Error {
  override readonly name = "FichierRefuse";
}

const MEGABYTE = 1024 * 1024;

/** A size as people read it. @example inMegabytes(26214400) // "25 Mo" */
export function inMegabytes(bytes: number): string {
  const value = bytes < 10 * MEGABYTE ? Math.round((bytes / MEGABYTE) * 10) / 10 : undefined;
  return `${(value ?? Math.round(bytes / MEGABYTE)).toLocaleString("fr-FR")}\u00a0Mo`;
}

/**
 * The most that is read of a file. An export of 5 000 dossiers and 120 columns is about 6 Mo as
 * .xlsx, 60 Mo once unpacked, and holds 600 000 cells.
 */
export const LIMITES = {
  /** Bytes of the file. */
  fichier: 40 * MEGABYTE,
  /** Bytes of a workbook's parts once unpacked. */
  contenu: 300 * MEGABYTE,
  /** Times that a part may grow when unpacked, once it is larger than `rapportDes` bytes. */
  rapport: 300,
  rapportDes: 20 * MEGABYTE,
  lignes: 60_000,
  colonnes: 1_000,
  cellules: 3_000_000,
  /** Characters of all texts. */
  caracteres: 150_000_000,
} as const;

const KINDS = "Les formats lus sont .csv, .xlsx et .ods.";
const SAVE_AS_XLSX = "Ouvrez-le dans un tableur, enregistrez-le au format .xlsx, puis recommencez.";

/** What is wrong with a file, and what to do. */
export const RAISONS = {
  vide: "Ce fichier est vide (0 octet). Téléchargez-le de nouveau depuis la plateforme.",
  sansDonnees: "Ce fichier ne contient aucune donnée\u00a0: toutes ses cellules sont vides.",
  tropGros: (bytes: number) =>
    `Ce fichier fait ${inMegabytes(bytes)}, plus que la limite de ${inMegabytes(LIMITES.fichier)}\u00a0: il n’a pas été lu. Exportez moins de dossiers à la fois ou retirez les images du classeur.`,
  illisible:
    "Ce fichier n’a pas pu être lu\u00a0: il a été déplacé, modifié ou supprimé, ou il est ouvert dans un autre logiciel. Fermez-le, puis choisissez-le de nouveau.",
  protege:
    "Ce classeur est protégé par un mot de passe\u00a0: son contenu ne peut pas être lu. Ouvrez-le dans un tableur, retirez le mot de passe, enregistrez-le, puis recommencez.",
  ancienExcel: `Ce fichier est au format d’une ancienne version d’Excel (.xls). ${SAVE_AS_XLSX}`,
  autreTableur: (format: string) => `Ce fichier est un classeur ${format}. ${SAVE_AS_XLSX}`,
  autre: (kind: string) => `Ce fichier est ${kind}, pas un tableau. ${KINDS}`,
  inconnu: `Ce fichier n’est pas un tableau. ${KINDS}`,
  endommage:
    "Ce classeur est endommagé ou incomplet. Téléchargez-le de nouveau\u00a0; s’il s’ouvre dans un tableur, enregistrez-le au format .xlsx, puis recommencez.",
  bombe: (part: string) =>
    `Ce classeur est anormal\u00a0: «\u00a0${part}\u00a0» grossit de plus de ${LIMITES.rapport}\u00a0fois en se décompressant. Il n’a pas été ouvert. Téléchargez-le de nouveau depuis la plateforme.`,
  tropDeContenu: (bytes: number) =>
    `Ce classeur contient ${inMegabytes(bytes)} une fois décompressé, plus que la limite de ${inMegabytes(LIMITES.contenu)}\u00a0: il n’a pas été ouvert. Exportez moins de dossiers à la fois.`,
  menteur: (part: string) =>
    `Ce classeur est anormal\u00a0: «\u00a0${part}\u00a0» n’a pas la taille annoncée. Il n’a pas été ouvert. Téléchargez-le de nouveau depuis la plateforme.`,
  tropDeLignes: (tab: string, rows: number) =>
    `L’onglet «\u00a0${tab}\u00a0» va jusqu’à la ligne ${rows.toLocaleString("fr-FR")}, plus que la limite de ${LIMITES.lignes.toLocaleString("fr-FR")}\u00a0lignes. Supprimez les lignes inutiles ou exportez moins de dossiers à la fois.`,
  tropDeColonnes: (tab: string, columns: number) =>
    `L’onglet «\u00a0${tab}\u00a0» va jusqu’à la colonne nº\u00a0${columns.toLocaleString("fr-FR")}, plus que la limite de ${LIMITES.colonnes.toLocaleString("fr-FR")}\u00a0colonnes. Supprimez les colonnes inutiles, puis recommencez.`,
  tropDeCellules: `Ce fichier a plus de ${LIMITES.cellules.toLocaleString("fr-FR")}\u00a0cellules, ou des textes démesurés\u00a0: il n’a pas été lu. Exportez moins de dossiers à la fois.`,
  guillemets: (line: number) =>
    `Ce fichier CSV est incomplet ou abîmé\u00a0: un guillemet ouvert à la ligne ${line.toLocaleString("fr-FR")} n’est jamais fermé. Téléchargez-le de nouveau, sans l’enregistrer depuis un tableur.`,
  accents: (sample: string) =>
    `Les accents de ce fichier sont abîmés (lu «\u00a0${sample}\u00a0»)\u00a0: il a été enregistré dans un mauvais encodage. Téléchargez-le de nouveau depuis la plateforme, sans l’ouvrir, ou enregistrez-le en CSV UTF-8.`,
  delai:
    "La lecture de ce fichier a été interrompue par le navigateur. Fermez d’autres onglets, puis recommencez, ou exportez moins de dossiers à la fois.",
} as const;
