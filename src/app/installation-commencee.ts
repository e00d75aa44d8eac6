import { NOM_JOURNAL } from "../dossiers/onglets.js";
import { nomDeLot } from "./journal.js";
import type { Ports } from "./ports.js";

/** An installation as planned, kept with the workbook until its lines stand in the Journal. */
export interface InstallationCommencee<Options> {
  readonly options: Options;
  /** What it makes, in French: its lines of the Journal. */
  readonly fait: readonly string[];
  readonly lot: string;
}

/** Keeps what is about to be made, so that a run that is cut short can be finished and journaled whole. */
export function commencer<Options>(
  { installation, contexte }: Ports,
  options: Options,
  fait: readonly string[],
  derniereLigne: number,
): InstallationCommencee<Options> {
  const begun = { options, fait, lot: nomDeLot(contexte.maintenant(), derniereLigne) };
  installation.ecrire(JSON.stringify(begun));
  return begun;
}

/**
 * The installation that a run which was cut short has left; nothing where none is, or where its lines
 * stand in the Journal already, and so all of it.
 */
export function commencee<Options>({
  installation,
  classeur,
}: Ports): InstallationCommencee<Options> | undefined {
  const text = installation.lire();
  if (text === undefined) return undefined;
  const begun = JSON.parse(text) as InstallationCommencee<Options>;
  const journaled = classeur
    .lire(NOM_JOURNAL)
    .lignes.some((row) => row.some((cell) => String(cell) === begun.lot));
  if (!journaled) return begun;
  installation.oublier();
  return undefined;
}
