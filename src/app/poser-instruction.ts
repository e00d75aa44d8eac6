import { NOMS_CHAMPS } from "../dossiers/champs.js";
import { columnLetters } from "../dossiers/column-letters.js";
import { NOM_INSTRUCTION } from "../dossiers/onglets.js";
import { quoted } from "../dossiers/text.js";
import { type Contenu, nomDeFormule } from "../reports/plan.js";
import type { Etape } from "./etape.js";
import type { OngletDossiers } from "./lire-suivi.js";
import { PLAGE_GUICHET } from "./parametres.js";
import type { Classeur, Operation } from "./ports.js";

/** The header row is among the first ten, so the formula is among the first eleven. */
const SEARCHED_ROWS = 11;

/**
 * The one formula that fills `Instruction`: it stands on the row of the first dossier, so that each
 * dossier has the same row in both tabs. One that stands elsewhere, or covers less, is put right.
 */
export function poserInstruction(
  classeur: Classeur,
  own: OngletDossiers | undefined,
  nom: string,
): Etape {
  const header = own?.ligneEntetes ?? 1;
  const width = own ? classeur.taille(nom).colonnes : NOMS_CHAMPS.length;
  const formule = formuleInstruction(nom, header, width);
  const present = classeur.noms().includes(NOM_INSTRUCTION)
    ? classeur.formules(NOM_INSTRUCTION, SEARCHED_ROWS)
    : [];
  const rows = present.flatMap(([cell = ""], index) =>
    /FITN_INSTRUCTION/i.test(cell) ? [index + 1] : [],
  );
  if (rows.length === 1 && rows[0] === header + 1 && sameFormula(present[header]?.[0], formule)) {
    return { operations: [], fait: [] };
  }
  const write = (ligne: number, contenu: Contenu): Operation => ({
    op: "ecrire",
    onglet: NOM_INSTRUCTION,
    ligne,
    colonne: 1,
    contenus: [[contenu]],
  });
  return {
    operations: [
      ...rows.filter((row) => row !== header + 1).map((row) => write(row, "")),
      write(header + 1, { formule }),
    ],
    fait: [`formule de l’onglet ${quoted(NOM_INSTRUCTION)}`],
  };
}

function formuleInstruction(nom: string, header: number, width: number): string {
  const tab = nomDeFormule(nom);
  const last = columnLetters(width - 1);
  return `=FITN_INSTRUCTION(${tab}!$A$${header}:$${last}$${header};${tab}!$A$${header + 1}:$${last};${PLAGE_GUICHET})`;
}

/** Whether two formulas are the same but for spaces and the quotes around a tab's name. */
function sameFormula(present = "", wanted: string): boolean {
  const bare = (formula: string) => formula.replace(/[\s']/g, "").toUpperCase();
  return bare(present) === bare(wanted);
}
