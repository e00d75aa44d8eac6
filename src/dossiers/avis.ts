import { AVIS, type Avis } from "../rules/avis.js";
import { readOneOf, spellingsOf } from "./readers.js";

/** Reads a committee's opinion, or a usual synonym. */
export const readAvis = readOneOf<Avis>(
  spellingsOf({
    favorable: ["avis favorable", "retenu", "accepte", "accord", "valide", "oui"],
    défavorable: ["avis defavorable", "non retenu", "refuse", "refus", "rejete", "rejet", "non"],
    ajourné: ["ajournee", "ajournement", "reporte", "a revoir", "sursis"],
  }),
  `un avis\u00a0: ${AVIS.join(", ")}`,
);
