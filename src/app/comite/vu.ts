import type { Cell } from "../../dossiers/cell.js";
import { CHAMPS } from "../../dossiers/champs.js";
import { written } from "../../dossiers/text.js";
import type { Champ } from "../../rules/dossier.js";
import type { LigneSeance, Seance } from "./lire-seance.js";
import { celluleDe, montrer } from "./montrer.js";
import { texteNote } from "./notes.js";
import type { Difference, LigneCritere, ResultatChange } from "./protocole.js";

/** Facts of a dossier that a committee sees, in the order they are shown. */
export const FAITS_MONTRES: readonly Champ[] = [
  "guichet",
  "type",
  "departement",
  "siret",
  "population",
  "theme",
  "cout",
  "cout_lot",
  "demande",
  "autres",
  "part_collectivites",
  "communes",
  "depot",
  "debut",
  "fin",
  "deja_engage",
  "personnel",
  "equipement",
  "licences_hors_ue",
  "beneficiaires",
  "prestataires",
  "partenaires",
  "laboratoire",
  "contrat",
  "points_verifies",
];

/** Fields of the decision, and of its proposal. */
const DECISION: readonly Champ[] = [
  "porteur",
  "intitule",
  "etat",
  "comite",
  "avis_propose",
  "montant_propose",
  "motif",
  "montant_accorde",
  "taux_accorde",
  "exception",
  "motif_exception",
  "conditions",
  "date_decision",
  "date_notification",
];

const NOTE = "note.";

/**
 * What is shown of a dossier, cell by cell, as the sheet holds it, with the scores of a committee: sent back
 * with whatever is recorded.
 */
export function vuDe(
  seance: Seance,
  ligne: LigneSeance,
  criteres: readonly LigneCritere[],
): Readonly<Record<string, string>> {
  const cells = [...FAITS_MONTRES, ...DECISION]
    .filter((champ) => seance.onglet.entetes.colonnes.has(champ))
    .map((champ) => [champ, brut(celluleDe(seance, ligne, champ))]);
  const scores = criteres.map((critere) => [NOTE + critere.code, texteNote(critere)]);
  return Object.fromEntries([...cells, ...scores]);
}

/** A cell's text, outer spaces apart. */
function brut(cell: Cell): string {
  return written(cell).trim();
}

/**
 * What changed between what was shown and what the sheet holds now; nothing where all is the same.
 *
 * @param vu what the page sent back: only its fields are compared
 */
export function changementDepuis(
  vu: Readonly<Record<string, string>>,
  seance: Seance,
  ligne: LigneSeance,
  criteres: readonly LigneCritere[],
): ResultatChange | undefined {
  const now = vuDe(seance, ligne, criteres);
  const differences = Object.entries(vu).flatMap(([key, shown]): readonly Difference[] => {
    const maintenant = now[key] ?? "";
    return maintenant === shown ? [] : [difference(key, shown, maintenant, criteres)];
  });
  if (differences.length === 0) return undefined;
  return {
    kind: "change",
    differences,
    message:
      "Ce dossier a changé depuis qu’il est affiché\u00a0: rien n’a été enregistré. Relisez-le, votre saisie est conservée.",
  };
}

function difference(
  key: string,
  vu: string,
  maintenant: string,
  criteres: readonly LigneCritere[],
): Difference {
  if (!(key in CHAMPS)) {
    const code = key.slice(NOTE.length);
    const libelle = criteres.find((critere) => critere.code === code)?.libelle ?? code;
    return { champ: `Note – ${libelle}`, vu, maintenant };
  }
  const champ = key as Champ;
  return {
    champ: CHAMPS[champ].titre,
    vu: montrerTexte(champ, vu),
    maintenant: montrerTexte(champ, maintenant),
  };
}

/** A cell's text shown as the cell: a number that was sent as text is one again. */
function montrerTexte(champ: Champ, text: string): string {
  const number = CHAMPS[champ].kind !== "text" && /^-?\d+(\.\d+)?$/.test(text);
  return montrer(champ, number ? Number(text) : text);
}
