import type { Cell } from "../dossiers/cell.js";
import { readDepartement } from "../dossiers/departements.js";
import { readEuros } from "../dossiers/numbers.js";
import { normalise, quoted } from "../dossiers/text.js";
import type { Contenu } from "../reports/plan.js";
import { eurosOf } from "../rules/cents.js";
import type { EntrepriseLue, LigneRefusee } from "./fichier.js";
import { texteDe } from "./valeurs.js";

/** A row of the tab `Entreprises`. */
export interface EntrepriseSuivie {
  readonly numero: string;
  readonly nom: string;
  readonly siret: string;
  readonly montant: Cell;
}

/** What repetition sheets would add to `Entreprises`. */
export interface EntreprisesComparees {
  readonly nouvelles: readonly EntrepriseLue[];
  readonly presentes: number;
  /** Same dossier and company, another amount or SIRET: shown, never written. */
  readonly ecarts: readonly string[];
  readonly refusees: readonly LigneRefusee[];
}

const keyOf = ({ numero, nom }: { readonly numero: string; readonly nom: string }) =>
  `${numero}\n${normalise(nom)}`;

/**
 * Compares companies with the tab, by dossier and name. Those there already are left as they are, those
 * of a dossier that is neither in the sheet nor in the file are refused.
 *
 * @param dossiers numbers of the sheet and of the import
 */
export function comparerEntreprises(
  lues: readonly EntrepriseLue[],
  suivies: readonly EntrepriseSuivie[],
  dossiers: ReadonlySet<string>,
): EntreprisesComparees {
  const known = new Map(suivies.map((one) => [keyOf(one), one]));
  const added = new Map<string, EntrepriseLue>();
  const ecarts: string[] = [];
  const refusees: LigneRefusee[] = [];
  let presentes = 0;
  for (const one of lues) {
    const there = known.get(keyOf(one)) ?? added.get(keyOf(one));
    if (there) {
      presentes += 1;
      ecarts.push(...ecartsDe(one, there));
    } else if (dossiers.has(one.numero)) {
      added.set(keyOf(one), one);
    } else {
      refusees.push({
        ligne: one.ligne,
        numero: one.numero,
        colonne: "Dossier ID",
        valeur: one.nom,
        pourquoi: "entreprise d’un dossier qui n’est pas dans votre suivi",
      });
    }
  }
  return { nouvelles: [...added.values()], presentes, ecarts, refusees };
}

function ecartsDe(one: EntrepriseLue, there: EntrepriseSuivie): readonly string[] {
  const who = `Dossier ${one.numero}, ${quoted(one.nom)}`;
  const found: string[] = [];
  const [read, kept] = [readEuros(one.montant), readEuros(there.montant)];
  if (read.ok && read.value !== undefined && (!kept.ok || kept.value !== read.value)) {
    found.push(
      `${who}\u00a0: montant ${texteDe(one.montant)} dans le fichier, ${quoted(there.montant)} dans votre suivi.`,
    );
  }
  if (one.siret !== "" && one.siret !== there.siret.trim()) {
    found.push(
      `${who}\u00a0: SIRET ${one.siret} dans le fichier, ${quoted(there.siret)} dans votre suivi.`,
    );
  }
  return found;
}

/** The row of a company, under the contract's columns: number, name, SIRET, département, amount. */
export function ligneEntreprise(one: EntrepriseLue): readonly Contenu[] {
  const code = readDepartement(one.departement);
  const amount = readEuros(one.montant);
  return [
    one.numero,
    one.nom,
    one.siret,
    code.ok ? (code.value ?? "") : String(one.departement),
    amount.ok && amount.value !== undefined ? eurosOf(amount.value) : String(one.montant),
  ];
}
