import type { CodeErreur } from "./protocole.js";

const STATUS: Readonly<Record<CodeErreur, number>> = {
  acces: 403,
  jeton: 403,
  introuvable: 404,
  methode: 405,
  demande: 400,
  trop_grand: 413,
  type: 415,
  version: 409,
  autre_classeur: 409,
  choix_attendu: 409,
  sans_choix: 409,
  existe: 409,
  source_modifiee: 409,
  sans_emplacement: 409,
  illisible: 422,
  verrou: 423,
  disque: 507,
  arret: 503,
  imprevu: 500,
};

/** What the server does not do, and why; the message, in French, is shown as it is. */
export class Refus extends Error {
  override readonly name = "Refus";
  readonly code: CodeErreur;

  constructor(code: CodeErreur, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
