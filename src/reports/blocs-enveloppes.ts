import type { Cell } from "../dossiers/cell.js";
import { columnLetters } from "../dossiers/column-letters.js";
import { NOM_ENVELOPPES } from "../dossiers/onglets.js";
import { normalise } from "../dossiers/text.js";
import { readGuichetId } from "../dossiers/vocabulary.js";
import type { GuichetId } from "../rules/guichet.js";
import { nomDeFormule } from "./plan.js";

/** What a line of an envelope's block counts. */
const MESURES = ["Demandé", "Accordé", "Engagé", "Payé", "Reste", "Consommation"] as const;

export type Mesure = (typeof MESURES)[number];

/** References to one line's figures, `'Enveloppes'!$D$6`; a figure whose column is gone has none. */
export type References = Readonly<Partial<Record<Mesure, string>>>;

/** A guichet's block of the tab `Enveloppes`, as references to its cells. */
export interface BlocEnveloppe {
  readonly id: GuichetId;
  readonly droit: string | undefined;
  readonly reserve: string | undefined;
  readonly enveloppe: string | undefined;
  /** Lines by theme, then the one of other themes, by what their first cell says. */
  readonly lignes: ReadonlyMap<string, References>;
  readonly total: References;
}

/** Finds the blocks of the tab `Enveloppes` by what its first column says, wherever they stand. */
export function lireBlocs(rows: readonly (readonly Cell[])[]): readonly BlocEnveloppe[] {
  const starts = rows.flatMap(([cell = ""], index) => {
    const reading = readGuichetId(cell);
    return reading.ok && reading.value !== undefined ? [{ id: reading.value, index }] : [];
  });
  return starts.map(({ id, index }, rank) =>
    lireBloc(id, rows, index, starts[rank + 1]?.index ?? rows.length),
  );
}

function lireBloc(
  id: GuichetId,
  rows: readonly (readonly Cell[])[],
  from: number,
  to: number,
): BlocEnveloppe {
  const labels = rows.map(([cell = ""]) => String(cell).trim());
  const lineOf = (label: string) => {
    const found = labels.indexOf(label, from);
    return found >= 0 && found < to ? found : undefined;
  };
  const header = lineOf("Thème");
  const total = lineOf("Total");
  const columns = header === undefined ? [] : (rows[header] ?? []);
  const references = (line: number): References =>
    Object.fromEntries(
      MESURES.flatMap((mesure) => {
        const at = columns.findIndex((cell) => normalise(String(cell)) === normalise(mesure));
        return at < 0 ? [] : [[mesure, cellOf(line, at)] as const];
      }),
    );
  const amount = (label: string) => {
    const line = lineOf(label);
    return line === undefined ? undefined : cellOf(line, 1);
  };
  const lines = new Map<string, References>();
  if (header !== undefined && total !== undefined) {
    for (let line = header + 1; line < total; line++) {
      if (labels[line]) lines.set(labels[line] ?? "", references(line));
    }
  }
  return {
    id,
    droit: amount("Droit de tirage"),
    reserve: amount("Réserve"),
    enveloppe: amount("Enveloppe totale"),
    lignes: lines,
    total: total === undefined ? {} : references(total),
  };
}

function cellOf(line: number, column: number): string {
  return `${nomDeFormule(NOM_ENVELOPPES)}!$${columnLetters(column)}$${line + 1}`;
}
