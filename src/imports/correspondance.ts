import { CHAMPS } from "../dossiers/champs.js";
import { quoted } from "../dossiers/text.js";
import { nomDe } from "./colonnes.js";
import { isDePlateforme } from "./colonnes-plateforme.js";
import type { Correspondance, Reconnaissance } from "./fichier.js";

/**
 * The mapping that a file's columns propose. Where a column of the form and a fixed one of the platform
 * give one field, the form's comes first: it is what the applicant typed.
 */
export function propositionDe({ colonnes, format }: Reconnaissance): Correspondance {
  const liens = colonnes.flatMap(({ cle, champ, table }) =>
    champ ? [{ cle, champ, fixed: table === "etablissements" || isDePlateforme(nomDe(cle)) }] : [],
  );
  const ordered =
    format === "plateforme"
      ? [...liens.filter(({ fixed }) => !fixed), ...liens.filter(({ fixed }) => fixed)]
      : liens;
  return ordered.map(({ cle, champ }) => ({ cle, champ }));
}

/** Why a mapping can't be used, in French; nothing where it can. */
export function problemesDe(
  { colonnes }: Reconnaissance,
  correspondance: Correspondance,
): readonly string[] {
  const known = new Map(colonnes.map(({ cle, titre }) => [cle, titre]));
  const problems: string[] = [];
  const used = new Set<string>();
  for (const { cle, champ } of correspondance) {
    const titre = known.get(cle);
    if (titre === undefined) {
      problems.push(`La colonne ${quoted(cle)} n’est pas dans ce fichier.`);
    } else if (used.has(cle)) {
      problems.push(
        `La colonne ${quoted(titre)} est rattachée deux fois, la seconde à ${quoted(CHAMPS[champ].titre)}. Une colonne ne donne qu’une information.`,
      );
    }
    used.add(cle);
  }
  const numbers = correspondance.filter(({ champ }) => champ === "numero").length;
  if (numbers !== 1) {
    problems.push(
      numbers === 0
        ? "Aucune colonne n’est rattachée à «\u00a0N° dossier\u00a0»\u00a0: c’est elle qui reconnaît un dossier d’un import à l’autre."
        : "Plusieurs colonnes sont rattachées à «\u00a0N° dossier\u00a0»\u00a0: gardez-en une.",
    );
  }
  return problems;
}
