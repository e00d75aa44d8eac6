import type { Cell } from "../dossiers/cell.js";
import { CHAMPS } from "../dossiers/champs.js";
import { normalise } from "../dossiers/text.js";
import type { Contenu } from "../reports/plan.js";
import { eurosOf } from "../rules/cents.js";
import type { Champ } from "../rules/dossier.js";
import { shareOf } from "../rules/points.js";
import type { LigneExport } from "./plateforme.js";

/** What the program writes for a field: a typed value where it was read, else the text as it came. */
export function contenuDe(champ: Champ, cell: Cell): Contenu {
  const { kind, lire } = CHAMPS[champ];
  const reading = lire(cell);
  if (!reading.ok || reading.value === undefined) return cell;
  const value: unknown = reading.value;
  if (kind === "text") return champ === "etat" ? String(value) : String(cell).trim();
  if (kind === "day") return { jour: String(value) };
  if (kind === "yesno") return value === true ? "Oui" : "Non";
  if (typeof value !== "number") return cell;
  if (kind === "euro") return eurosOf(value);
  return kind === "rate" ? shareOf(value) : value;
}

/** A dossier as the sheet takes it in for the first time. */
export interface NouveauDossier {
  readonly numero: string;
  readonly contenus: ReadonlyMap<Champ, Contenu>;
}

export interface LigneRefusee {
  readonly ligne: number;
  readonly pourquoi: string;
}

/**
 * The new dossiers of an export. A draft was never filed; a number that comes twice, or is already in
 * the sheet, is not taken in again.
 *
 * @param connus numbers already in the sheet
 */
export function nouveauxDossiers(
  lignes: readonly LigneExport[],
  connus: ReadonlySet<string>,
): {
  readonly nouveaux: readonly NouveauDossier[];
  readonly dejaPresents: number;
  readonly refusees: readonly LigneRefusee[];
} {
  const nouveaux: NouveauDossier[] = [];
  const refusees: LigneRefusee[] = [];
  const seen = new Set<string>();
  let dejaPresents = 0;
  for (const { ligne, cells } of lignes) {
    const numero = String(cells.get("numero") ?? "").trim();
    const state = normalise(String(cells.get("etat_plateforme") ?? ""));
    if (numero === "") refusees.push({ ligne, pourquoi: "numéro de dossier absent" });
    else if (state === "brouillon") refusees.push({ ligne, pourquoi: "brouillon, non déposé" });
    else if (seen.has(numero)) refusees.push({ ligne, pourquoi: `numéro ${numero} déjà lu` });
    else if (connus.has(numero)) dejaPresents += 1;
    else nouveaux.push({ numero, contenus: contenusDe(cells) });
    seen.add(numero);
  }
  return { nouveaux, dejaPresents, refusees };
}

function contenusDe(cells: ReadonlyMap<Champ, Cell>): ReadonlyMap<Champ, Contenu> {
  const contenus = new Map<Champ, Contenu>();
  for (const [champ, cell] of cells) contenus.set(champ, contenuDe(champ, cell));
  const platform = cells.get("etat_plateforme");
  const etat = platform === undefined ? undefined : CHAMPS.etat.lire(platform);
  if (etat?.ok && etat.value !== undefined && !contenus.has("etat"))
    contenus.set("etat", etat.value);
  if (etat?.ok && !DECIDES.has(etat.value ?? "")) contenus.delete("date_decision");
  return contenus;
}

/** States of the platform that a decision made. */
const DECIDES: ReadonlySet<string> = new Set(["Retenu", "Non retenu", "Sans suite"]);
