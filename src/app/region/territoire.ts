import { nomDepartement } from "../../dossiers/departements.js";
import { GUICHETS } from "../../guichets/index.js";
import { formatCitation } from "../../rules/citation.js";
import type { GuichetId } from "../../rules/guichet.js";

/**
 * Why a département is not expected in a region's workbook.
 *
 * @returns nothing where it is, and where no document says where the guichet serves
 */
export function horsTerritoire(
  departement: string,
  guichet: GuichetId | undefined,
): string | undefined {
  const territoire = guichet && GUICHETS[guichet].territoire;
  if (!territoire || territoire.departements.includes(departement)) return undefined;
  const nom = nomDepartement(departement) ?? "";
  return `Le département ${departement} ${nom} n’est pas dans le territoire du guichet ${guichet}\u00a0: ${territoire.departements.join(", ")} ${formatCitation(territoire.source)}.`;
}
