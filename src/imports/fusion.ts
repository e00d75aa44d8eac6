import { type Cell, isEmpty } from "../dossiers/cell.js";
import type { Champ } from "../rules/dossier.js";
import { memeQueDernier } from "./dernier-import.js";
import type { CaseChangee } from "./protocole.js";
import { attenduDe, memeValeur } from "./valeurs.js";

/** What an import proposes for a cell of a dossier that the sheet has. */
export type Fusion =
  | { readonly kind: "rien" }
  | { readonly kind: "change"; readonly raison: CaseChangee["raison"]; readonly coche: boolean }
  | { readonly kind: "illisible"; readonly attendu: string };

const RIEN: Fusion = { kind: "rien" };

/**
 * Compares three values of a cell: the sheet's, the file's, and what the last import brought. A cell that
 * still is as the last import left it follows the platform. One that a person changed since is theirs: it is
 * kept where the platform says nothing new, else shown and left unticked. Where no import is known for
 * the field, nobody can tell who typed the cell: shown, unticked, unless it is empty. An import never
 * empties a cell.
 *
 * @param suivi what the sheet has
 * @param recu what the file says, `undefined` where nothing
 * @param dernier what the last import brought, `undefined` where unknown
 */
export function fusionner(
  champ: Champ,
  suivi: Cell,
  recu: Cell | undefined,
  dernier: Cell | undefined,
): Fusion {
  if (recu === undefined || isEmpty(recu) || memeValeur(champ, suivi, recu)) return RIEN;
  const nothingNew = dernier !== undefined && memeQueDernier(champ, recu, dernier);
  if (nothingNew) return RIEN;
  const attendu = attenduDe(champ, recu);
  if (attendu !== undefined) return { kind: "illisible", attendu };
  if (dernier === undefined) {
    return isEmpty(suivi)
      ? { kind: "change", raison: "vide", coche: true }
      : { kind: "change", raison: "origine_inconnue", coche: false };
  }
  const untouched = !isEmpty(suivi) && memeQueDernier(champ, suivi, dernier);
  return untouched
    ? { kind: "change", raison: "inchange_depuis_import", coche: true }
    : { kind: "change", raison: "saisi", coche: false };
}
