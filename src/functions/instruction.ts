import type { Cell } from "../dossiers/cell.js";
import { COLONNES_INSTRUCTION, type ColonneInstruction } from "../dossiers/instruction.js";
import { formatMotifs } from "../dossiers/phrases.js";
import { type Cents, eurosOf } from "../rules/cents.js";
import { shareOf } from "../rules/points.js";
import { exempleLignes, MOTIF_EXEMPLE } from "./exemple-lignes.js";
import { instruire, LIGNES_PARAMETERS, type LigneInstruite } from "./lignes.js";
import type { FunctionDeclaration, Run } from "./types.js";

const euros = (cents: Cents | undefined): Cell => (cents === undefined ? "" : eurosOf(cents));

/** The value of each column of the `Instruction` tab for one dossier. */
function colonnes({
  guichet,
  theme,
  dossier,
  verdict,
}: LigneInstruite): Record<ColonneInstruction, Cell> {
  const { faits, illisibles } = dossier;
  const { chiffrage, issue, motifs } = verdict;
  const unknownGuichet = illisibles.some(({ champ }) => champ === "guichet");
  return {
    numero: faits.numero ?? "",
    guichet: unknownGuichet ? "" : guichet.id,
    theme: theme ?? "",
    population: faits.population ?? "",
    cout: euros(faits.cout),
    demande: euros(faits.demande),
    accorde: euros(faits.montant_accorde),
    etat: faits.etat ?? "",
    taux_min: chiffrage.min ? shareOf(chiffrage.min.value) : "",
    taux_max: chiffrage.max ? shareOf(chiffrage.max.value) : "",
    plafond: euros(chiffrage.plafond),
    possible: euros(chiffrage.possible),
    issue,
    motifs: formatMotifs(motifs),
  };
}

const BLANK: readonly Cell[] = COLONNES_INSTRUCTION.map(() => "");

export const runInstruction: Run = (args, context) =>
  instruire(
    args,
    context,
    BLANK,
    (ligne) => {
      const cells = colonnes(ligne);
      return COLONNES_INSTRUCTION.map(({ nom }) => cells[nom]);
    },
    (message) => [...BLANK.slice(0, -2), "À vérifier", message],
  );

export const FITN_INSTRUCTION: FunctionDeclaration = {
  name: "FITN_INSTRUCTION",
  summary:
    "Le bloc de l’onglet Instruction, une ligne par dossier : numéro, guichet, thème, population, coût, demande, accordé, état, taux minimum et maximum, plafond, subvention possible, éligibilité, motifs.",
  parameters: LIGNES_PARAMETERS,
  returns: "Quatorze colonnes, une ligne par dossier.",
  source: "Règles du guichet, citées dans la colonne des motifs",
  examples: [
    exempleLignes("FITN_INSTRUCTION", [
      [
        "101",
        "DITP",
        "3d",
        "",
        50_000,
        40_000,
        "",
        "",
        "",
        1,
        50_000,
        40_000,
        "Éligible",
        MOTIF_EXEMPLE,
      ],
      BLANK,
    ]),
  ],
  run: runInstruction,
};
