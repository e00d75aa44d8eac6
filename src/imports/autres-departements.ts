import type { Cell } from "../dossiers/cell.js";
import { departementOfInsee, readDepartement } from "../dossiers/departements.js";
import { compter } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";
import { grouped } from "../rules/grouped.js";

type Valeurs = Readonly<Partial<Record<Champ, Cell>>>;

/**
 * Says which new dossiers are not of the workbook's département: an export of another one is easily taken for
 * one's own, and its lauréats would count in the envelope.
 *
 * @param nouveaux dossiers the import would add
 * @param presents dossiers of the sheet: theirs count where the settings name none
 * @param departement the setting, empty for a région
 * @example autresDepartements([{ departement: "59" }], [], "51")
 *   // ["1 nouveau dossier sur 1 n’est pas de votre département (51) : 59. …"]
 */
export function autresDepartements(
  nouveaux: readonly Valeurs[],
  presents: readonly Valeurs[],
  departement: string,
): readonly string[] {
  const set = codeDe(departement);
  const own = new Set(
    set === undefined ? presents.flatMap((one) => codeDuDossier(one) ?? []) : [set],
  );
  if (own.size === 0) return [];
  const foreign = nouveaux.flatMap((one) => {
    const code = codeDuDossier(one);
    return code === undefined || own.has(code) ? [] : [code];
  });
  if (foreign.length === 0) return [];
  const codes = [...grouped(foreign, (code) => code)].map(
    ([code, rows]) => `${code} (${compter(rows.length, "dossier", "dossiers")})`,
  );
  const count = compter(
    foreign.length,
    `nouveau dossier sur ${nouveaux.length} n’est pas`,
    `nouveaux dossiers sur ${nouveaux.length} ne sont pas`,
  );
  const mine = set === undefined ? "d’un département de votre tableau" : "de votre département";
  return [
    `${count} ${mine} (${[...own].sort().join(", ")})\u00a0: ${codes.join(", ")}. Est-ce le bon fichier\u00a0?`,
  ];
}

/** The département that a dossier says, else the one of its INSEE code. */
function codeDuDossier({ departement = "", code_insee = "" }: Valeurs): string | undefined {
  return codeDe(departement) ?? departementOfInsee(String(code_insee).trim());
}

function codeDe(cell: Cell): string | undefined {
  const reading = readDepartement(cell);
  return reading.ok ? reading.value : undefined;
}
