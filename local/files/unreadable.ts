/** A file that cannot be read; the message, in French, says why and what to do. */
export class FichierIllisible extends Error {
  override readonly name = "FichierIllisible";
}
