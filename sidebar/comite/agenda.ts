import type { Comite, LigneAgenda } from "../../src/app/comite/protocole.js";
import { normalise } from "../../src/dossiers/text.js";
import type { Day } from "../../src/rules/day.js";
import { isADecider } from "../../src/rules/etat.js";
import type { Issue } from "../../src/rules/motif.js";
import type { Theme } from "../../src/rules/theme.js";

/** What of the agenda is listed. */
export interface Filtre {
  readonly quoi: "a_decider" | "decides" | "tous";
  readonly theme: Theme | "";
  readonly issue: Issue | "";
  readonly recherche: string;
}

export const SANS_FILTRE: Filtre = { quoi: "tous", theme: "", issue: "", recherche: "" };

/** The dossiers on a committee's agenda, in the order of the sheet. */
export function ordreDuJour(
  dossiers: readonly LigneAgenda[],
  comite: string,
): readonly LigneAgenda[] {
  return dossiers.filter((ligne) => ligne.comite === comite);
}

/** The dossiers that could be put on a committee's agenda: undecided, and not on it already. */
export function inscriptibles(
  dossiers: readonly LigneAgenda[],
  comite: string,
): readonly LigneAgenda[] {
  return dossiers.filter((ligne) => ligne.comite !== comite && isADecider(ligne.etat));
}

/** How far a committee is. @example avancement([decided, undecided]) // { decides: 1, total: 2 } */
export function avancement(lignes: readonly LigneAgenda[]): { decides: number; total: number } {
  return { decides: lignes.filter(({ decide }) => decide).length, total: lignes.length };
}

const searched = new WeakMap<LigneAgenda, string>();

/** What a search looks through, folded once for each line. */
function textOf(ligne: LigneAgenda): string {
  const known = searched.get(ligne);
  if (known !== undefined) return known;
  const text = normalise(`${ligne.numero} ${ligne.porteur} ${ligne.intitule}`);
  searched.set(ligne, text);
  return text;
}

/** Lines that a filter keeps; every word of the search is found in number, porteur or title. */
export function filtrer(
  lignes: readonly LigneAgenda[],
  { quoi, theme, issue, recherche }: Filtre,
): readonly LigneAgenda[] {
  const words = normalise(recherche).split(" ");
  return lignes.filter(
    (ligne) =>
      (quoi === "tous" || ligne.decide === (quoi === "decides")) &&
      (theme === "" || ligne.theme === theme) &&
      (issue === "" || ligne.issue === issue) &&
      words.every((word) => textOf(ligne).includes(word)),
  );
}

/**
 * The dossier so many lines further; the first or the last where the given one is not listed.
 *
 * @returns `undefined` past either end
 */
export function voisin(
  lignes: readonly LigneAgenda[],
  numero: string | undefined,
  pas: 1 | -1,
): LigneAgenda | undefined {
  const at = lignes.findIndex((ligne) => ligne.numero === numero);
  if (at < 0) return pas === 1 ? lignes[0] : lignes[lignes.length - 1];
  return lignes[at + pas];
}

/** The next dossier to decide after the given one, from the top again past the end. */
export function prochainADecider(
  lignes: readonly LigneAgenda[],
  numero: string | undefined,
): LigneAgenda | undefined {
  const at = lignes.findIndex((ligne) => ligne.numero === numero);
  const turned = [...lignes.slice(at + 1), ...lignes.slice(0, Math.max(at, 0))];
  return turned.find(({ decide }) => !decide);
}

/**
 * The committee that a person most likely comes for: of those that are not closed the next one, from today
 * on, else the latest; the latest of all where each is closed.
 *
 * @param comites the latest first
 */
export function comitePropose(comites: readonly Comite[], aujourdhui: Day): string {
  const open = comites.filter(({ statut }) => statut !== "clos");
  const coming = open.filter(({ date }) => date !== undefined && date >= aujourdhui);
  const found = coming[coming.length - 1] ?? open[0] ?? comites[0];
  return found?.nom ?? "";
}

/** A committee's name that no other has. @example nomLibre("Comité de juin", comites) // "Comité de juin (2)" */
export function nomLibre(propose: string, comites: readonly Comite[]): string {
  const taken = new Set(comites.map(({ nom }) => nom));
  let nom = propose;
  for (let count = 2; taken.has(nom); count++) nom = `${propose} (${count})`;
  return nom;
}
