import { CHAMPS } from "../dossiers/champs.js";
import { quoted } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";
import type { CelluleEcrite } from "./blocs.js";
import type { Brut } from "./brut.js";
import { corrections } from "./controle-tri.js";
import { ecrireLot } from "./ecrire-lot.js";
import { type GrilleDossiers, lireGrille } from "./grille-dossiers.js";
import type { Changement } from "./journal.js";
import { changementDe } from "./journal-champ.js";
import { lignesParNumero } from "./lignes-par-numero.js";
import type { OngletDossiers } from "./lire-suivi.js";
import {
  type Ajout,
  type Ecriture,
  ecrireCellules,
  montrerLesJours,
  planAjouts,
  tracesDe,
  type Valeur,
  valeursDe,
} from "./plan-enregistrement.js";
import type { Classeur, Operation, Ports, Refus } from "./ports.js";
import { refus } from "./ports.js";

/** One batch. */
export interface Enregistrement {
  /** The référent's tab, read under the same lock. */
  readonly onglet: OngletDossiers;
  readonly ecritures: readonly Ecriture[];
  readonly ajouts?: readonly Ajout[];
  /** Writes into the program's own tabs that belong to the same batch. */
  readonly autres?: readonly Operation[];
  /** Lines of the Journal besides those of the fields, for instance of `autres`. */
  readonly journal?: readonly Changement[];
  /** What made the change, as the Journal shows it: "Comité", "Import". */
  readonly source: string;
}

export type ResultatEnregistrement =
  | {
      readonly kind: "fait";
      /** Batch of the Journal, by which it can be undone; `""` where nothing had to change. */
      readonly lot: string;
      readonly changements: readonly Changement[];
      /** Cells left alone because they hold a formula of the référent's. */
      readonly laissees: readonly { readonly numero: string; readonly champ: Champ }[];
    }
  | Refus;

/** How often rows that moved during the write are looked for again. */
const RELECTURES = 3;

/**
 * Writes fields into the référent's tab as one batch: rows are found by their number, only cells that
 * change are written, formulas are left alone, each change goes to the Journal, what stood before is kept
 * for undoing, rows sorted meanwhile are put right. To be called under the document's lock.
 *
 * @returns the batch, or a refusal where a dossier, a column or the headers are not what they were
 * @throws Error in French where a service fails: what was begun is put back first
 */
export function enregistrer(ports: Ports, demande: Enregistrement): ResultatEnregistrement {
  const { classeur } = ports;
  const grille = lireGrille(classeur, demande.onglet);
  if ("kind" in grille) return grille;
  const { ecritures, ajouts = [], autres = [], journal = [], source } = demande;
  const obstacle = obstacleA(grille, ecritures, ajouts);
  if (obstacle) return obstacle;
  const { valeurs, laissees } = valeursDe(grille, ecritures);
  const rows = planAjouts(grille, ajouts);
  const changements = [
    ...valeurs
      .filter(({ muette }) => !muette)
      .map(({ numero, champ, avant, apres }) => changementDe(numero, champ, avant, apres)),
    ...ajouts.map(({ numero }) => ({ numero, champ: "Dossier", avant: "", apres: "ajouté" })),
    ...journal,
  ];
  if (valeurs.length === 0 && changements.length === 0 && autres.length === 0) {
    return { kind: "fait", lot: "", changements, laissees };
  }
  const traces = tracesDe(classeur, grille, valeurs, ajouts, autres);
  const lot = ecrireLot(
    ports,
    { traces, changements, source },
    () => classeur.appliquer([...ecrireCellules(grille, valeurs), ...rows, ...autres]),
    () => {
      if (valeurs.length > 0) verifier(classeur, grille, valeurs);
    },
  );
  return { kind: "fait", lot, changements, laissees };
}

function obstacleA(
  { nom, lignes, doubles, colonneDe }: GrilleDossiers,
  ecritures: readonly Ecriture[],
  ajouts: readonly Ajout[],
): Refus | undefined {
  for (const { numero, champ } of ecritures) {
    const twice = doubles.get(numero);
    if (twice) {
      return refus(
        `Le dossier ${numero} figure sur plusieurs lignes de l’onglet ${quoted(nom)} (${twice.join(" et ")})\u00a0: gardez-en une. Rien n’a été modifié.`,
      );
    }
    if (!lignes.has(numero)) {
      return refus(
        `Le dossier ${numero} n’est plus dans l’onglet ${quoted(nom)}. Rien n’a été modifié.`,
      );
    }
    if (colonneDe(champ) === undefined) {
      return refus(
        `L’onglet ${quoted(nom)} n’a pas de colonne ${quoted(CHAMPS[champ].titre)}. Rien n’a été modifié.`,
      );
    }
  }
  const known = ajouts.find(({ numero }) => lignes.has(numero));
  return known
    ? refus(
        `Le dossier ${known.numero} est déjà dans l’onglet ${quoted(nom)}. Rien n’a été modifié.`,
      )
    : undefined;
}

/**
 * Reads the rows again after the write: those that were sorted meanwhile get back what is theirs, and days
 * that show as numbers get a date's format.
 */
function verifier(classeur: Classeur, grille: GrilleDossiers, valeurs: readonly Valeur[]): void {
  const apres = suivreLesLignes(classeur, grille, valeurs);
  classeur.appliquer(montrerLesJours(grille, valeurs, apres));
}

/** @returns the cells once every value is on its dossier's row */
function suivreLesLignes(
  classeur: Classeur,
  grille: GrilleDossiers,
  valeurs: readonly Valeur[],
): readonly (readonly Brut[])[] {
  const { rows, formules, premiere, numeros } = grille;
  const ecrites = valeurs.map(({ numero, colonne, avant, contenu }) => ({
    numero,
    colonne,
    avant,
    apres: contenu,
  }));
  const remises: CelluleEcrite[] = [];
  for (let again = 0; again < RELECTURES; again += 1) {
    const apres = relireLignes(classeur, grille, valeurs);
    const relecture = { premiere, numeros, avant: rows, formules, apres };
    const cells = corrections(ecrites, relecture, remises);
    if (cells.length === 0) return apres;
    classeur.appliquer(ecrireCellules(grille, cells));
    remises.push(...cells);
  }
  throw new Error("les lignes changent de place pendant l’enregistrement");
}

/** The rows as they are now; the whole tab where one that was written is no longer among them. */
function relireLignes(
  classeur: Classeur,
  { nom, premiere, numeros }: GrilleDossiers,
  valeurs: readonly Valeur[],
): readonly (readonly Brut[])[] {
  const apres = classeur.relire(nom);
  const { lignes } = lignesParNumero(apres, premiere, numeros);
  return valeurs.every(({ numero }) => lignes.has(numero)) ? apres : classeur.lireBrut(nom);
}
