import { NOM_ANNULATION, NOM_JOURNAL, NOM_PARAMETRES } from "../dossiers/onglets.js";
import type { Classeur } from "./ports.js";

/** Keys of the settings whose formulas tell what each action would otherwise ask for. */
const CLE_JOURNAL = "repere.journal";
const CLE_ANNULATION = "repere.annulation";
const CLE_LOT = "repere.lot";

/** Digits of the instant that a batch's name begins with. */
const HORODATE = 14;

/** Said of a batch where none is being written. */
const AUCUN = "aucun";

/** Last row of a list without a gap; nothing where it has one: two ways of finding it have to agree. */
function fin(nom: string): string {
  return `IF(COUNTA(${nom}!A:A)=MATCH("zzzz";${nom}!A:A);COUNTA(${nom}!A:A);"")`;
}

/**
 * The last batch begun, where it is not closed and the Journal ends where it did then: every batch ends in
 * the Journal, and its name says where that was.
 */
function lotOuvert(): string {
  const rows = `COUNTA(${NOM_ANNULATION}!A:A)`;
  const last = (column: string) => `INDEX(${NOM_ANNULATION}!${column}:${column};${rows})`;
  const end = `MID(${last("A")};${HORODATE + 2};9)`;
  return `IF(OR(${rows}<2;${last("F")}<>"";${end}<>COUNTA(${NOM_JOURNAL}!A:A)&"");"${AUCUN}";${last("A")})`;
}

/**
 * Rows of the settings for the program's own use: key, formula, what it is. The formula stands in `Origine`:
 * functions take the first two columns as an argument and would all be recalculated with it.
 */
export const REPERES: readonly (readonly [cle: string, formule: string, source: string])[] = [
  [CLE_JOURNAL, `=${fin(NOM_JOURNAL)}`, "Dernière ligne du Journal"],
  [CLE_ANNULATION, `=${fin(NOM_ANNULATION)}`, "Dernière ligne de l’onglet Annulation"],
  [CLE_LOT, `=${lotOuvert()}`, "Enregistrement en cours"],
];

/** What the settings tell; a part that is missing or broken has to be looked up, as where a list has a gap. */
export interface Reperes {
  readonly journal?: number;
  readonly annulation?: number;
  /** No batch was cut short. */
  readonly aucunLot?: true;
}

/**
 * Reads where the program's lists end and which batch is open. No service call besides the one of the
 * settings, which every action reads.
 */
export function lireReperes(classeur: Classeur): Reperes {
  const rows = classeur.lireBrut(NOM_PARAMETRES);
  const said = (cle: string) => rows.find(([key]) => key === cle)?.[2];
  const [journal, annulation, lot] = [said(CLE_JOURNAL), said(CLE_ANNULATION), said(CLE_LOT)];
  return {
    ...(typeof journal === "number" && { journal }),
    ...(typeof annulation === "number" && { annulation }),
    ...(lot === AUCUN &&
      typeof journal === "number" &&
      typeof annulation === "number" && { aucunLot: true as const }),
  };
}
