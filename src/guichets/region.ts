import type { Sourced } from "../rules/citation.js";
import type { Day } from "../rules/day.js";
import type { GuichetId } from "../rules/guichet.js";
import { section } from "./cite.js";

const volet1 = section(
  "IDF",
  "Modalités de gestion du volet 1 de l’axe 3 retenues en Ile-de-France",
);

/** How a region follows the drawing rights of its départements. */
export interface SuiviRegional {
  /** The guichet's envelope is each département's own drawing right. */
  readonly droitParDepartement: true;
  /** Day from which what is not used may pass to another département. */
  readonly revue: Sourced<Day>;
}

/** Guichets whose envelope is shared out by département; the other documents name none. */
export const SUIVIS_REGIONAUX: Partial<Readonly<Record<GuichetId, SuiviRegional>>> = {
  "IDF-V1": {
    droitParDepartement: true,
    revue: volet1.value(
      "2021-09-01",
      "crédits fongibles entre départements après un premier bilan au 01/09/2021",
    ),
  },
};
