import type { LigneTable } from "../../dossiers/table.js";
import { normalise } from "../../dossiers/text.js";
import { byNumero } from "../../reports/suivi.js";
import type { Faits } from "../../rules/dossier.js";
import type { Guichet } from "../../rules/guichet.js";
import { weightedScore } from "../../rules/score.js";
import type { Theme } from "../../rules/theme.js";

type LigneNote = LigneTable<"Notes">;

/**
 * Weighted mean of a dossier's scores in hundredths, from the tab `Notes`: those of its own committee,
 * else of the last committee that scored it.
 *
 * @returns a function of a dossier; nothing where it has no score
 */
export function scoresDe(
  notes: readonly LigneNote[],
): (faits: Faits, guichet: Guichet, theme: Theme | undefined) => number | undefined {
  const groups = byNumero(notes);
  return (faits, guichet, theme) => {
    const own = notesDuComite(groups.get(faits.numero ?? "") ?? [], faits.comite);
    const criteres = (theme && guichet.criteres[theme]) ?? [];
    const given = criteres.map(({ code, libelle }) => {
      const names = new Set([normalise(code), normalise(libelle)]);
      return own.find(({ valeurs }) => names.has(normalise(valeurs.critere ?? "")))?.valeurs.note;
    });
    const weights = criteres.map(({ code }) => guichet.poids?.[code]?.value ?? 1);
    const score = weightedScore(given, weights);
    return score === undefined ? undefined : Math.round(score * 100);
  };
}

/** The scores of one committee, the last row of a criterion first. */
function notesDuComite(notes: readonly LigneNote[], comite = ""): readonly LigneNote[] {
  const filled = notes.filter(({ valeurs }) => valeurs.note !== undefined).reverse();
  const of = (nom: string) =>
    filled.filter(({ valeurs }) => normalise(valeurs.comite ?? "") === normalise(nom));
  const own = comite === "" ? [] : of(comite);
  return own.length > 0 ? own : of(filled[0]?.valeurs.comite ?? "");
}
