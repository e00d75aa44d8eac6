/** Why a file cannot be read, and what to do. */
export const REASONS = {
  empty: "Ce fichier est vide.",
  large: "Ce fichier dépasse 100\u00a0Mo\u00a0: il n’est pas ouvert.",
  protected:
    "Ce fichier est protégé par un mot de passe\u00a0: ouvrez-le, retirez le mot de passe et enregistrez-le de nouveau.",
  oldExcel:
    "Ce fichier est au format d’une ancienne version d’Excel (.xls) ou n’est pas un classeur\u00a0: enregistrez-le au format .xlsx ou .ods.",
  incomplete: "Ce fichier est endommagé ou incomplet\u00a0: téléchargez-le de nouveau.",
  damaged:
    "Ce classeur est endommagé\u00a0: ouvrez-le dans un tableur et enregistrez-le de nouveau.",
  notWorkbook: "Ce fichier n’est pas un classeur\u00a0: les formats lus sont .xlsx, .ods et .csv.",
  noSheet: "Ce classeur ne contient aucune feuille.",
  unpacked: (megabytes: number) =>
    `Ce fichier contient ${megabytes.toLocaleString("fr-FR")}\u00a0Mo une fois décompressé, plus que la limite de 600\u00a0Mo\u00a0: il n’est pas ouvert.`,
} as const;

/** A file that cannot be read; the message, in French, is for whoever chose the file. */
export class FichierIllisible extends Error {
  override readonly name = "FichierIllisible";
}
