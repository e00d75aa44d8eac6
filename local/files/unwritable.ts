/** A workbook that cannot be written in a format; the message, in French, is for whoever asked for the file. */
export class FichierImpossible extends Error {
  override readonly name = "FichierImpossible";
}
