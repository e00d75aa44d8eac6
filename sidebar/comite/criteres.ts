import type { LigneCritere } from "../../src/app/comite/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import { weightedScore } from "../../src/rules/score.js";
import { element } from "../kit/element.js";
import { ecrireNote, lireNote } from "../kit/lecture.js";
import type { Fiche, NoteTapee } from "./brouillon.js";
import { champ } from "./champ.js";
import { groupBySource } from "./sources.js";

type Notes = Readonly<Record<string, NoteTapee>>;

/** The weighted mean of the scores that can be read, in French. */
export function scoreOf(criteres: readonly LigneCritere[], notes: Notes, noteMax: number): string {
  const given = criteres.map(({ code }) => {
    const read = lireNote(notes[code]?.note ?? "", noteMax);
    return read.erreur !== undefined ? undefined : read.valeur;
  });
  const score = weightedScore(
    given,
    criteres.map(({ poids }) => poids),
  );
  const count = given.filter((note) => note !== undefined).length;
  if (score === undefined) return "Aucune note.";
  const noted = compter(count, "critère noté", "critères notés");
  return `Note pondérée\u00a0: ${ecrireNote(score)} sur ${noteMax} (${noted} sur ${criteres.length})`;
}

/**
 * The guichet's criteria: a score and its justification each, and the weighted mean as one types.
 *
 * @param noteMax highest score
 * @param change called with every score at each change
 * @param footer what stands under them
 */
export function criteres(
  { criteres: lignes, noteMax }: Pick<Fiche, "criteres" | "noteMax">,
  notes: Notes,
  change: (notes: Notes) => void,
  footer: Node,
): HTMLElement {
  if (lignes.length === 0) {
    return element("p", { class: "note" }, "Ce guichet ne prévoit pas de critères pour ce thème.");
  }
  let typed = notes;
  const weighted = lignes.some(({ poids }) => poids !== lignes[0]?.poids);
  const total = element("p", { class: "total" }, scoreOf(lignes, notes, noteMax));
  const summary = element("summary", {}, summaryOf(lignes, notes, noteMax));
  const set = (code: string, changes: Partial<NoteTapee>): void => {
    const former = typed[code] ?? { note: "", justification: "" };
    typed = { ...typed, [code]: { ...former, ...changes } };
    total.textContent = scoreOf(lignes, typed, noteMax);
    summary.textContent = summaryOf(lignes, typed, noteMax);
    change(typed);
  };
  const boxes = groupBySource(lignes).flatMap(({ source, items }) => [
    element("p", { class: "note" }, source),
    ...items.map((ligne) => critere(ligne, weighted, notes[ligne.code], noteMax, set)),
  ]);
  return element("details", {}, summary, ...boxes, total, footer);
}

const summaryOf = (lignes: readonly LigneCritere[], notes: Notes, noteMax: number) =>
  `${compter(lignes.length, "critère", "critères")} · ${scoreOf(lignes, notes, noteMax)}`;

function critere(
  { code, libelle, poids }: LigneCritere,
  weighted: boolean,
  tapee: NoteTapee | undefined,
  noteMax: number,
  set: (code: string, changes: Partial<NoteTapee>) => void,
): HTMLElement {
  const note = champ(
    `Note (de 0 à ${noteMax})`,
    element("input", {
      type: "text",
      id: `note-${code}`,
      inputmode: "numeric",
      value: tapee?.note ?? "",
      autocomplete: "off",
    }),
  );
  const why = champ("Justification", element("textarea", { rows: 2 }));
  why.field.value = tapee?.justification ?? "";
  note.field.addEventListener("input", () => {
    const read = lireNote(note.field.value, noteMax);
    note.complain(read.erreur !== undefined ? read.erreur : "");
    set(code, { note: note.field.value });
  });
  why.field.addEventListener("input", () => set(code, { justification: why.field.value }));
  return element(
    "fieldset",
    {},
    element("legend", {}, libelle),
    ...(weighted ? [element("p", { class: "note" }, `Poids ${ecrireNote(poids)}`)] : []),
    note.box,
    why.box,
  );
}
