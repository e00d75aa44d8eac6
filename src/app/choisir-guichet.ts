import { columnLetters } from "../dossiers/column-letters.js";
import { NOM_JOURNAL, NOM_PARAMETRES } from "../dossiers/onglets.js";
import { GUICHETS } from "../guichets/index.js";
import type { GuichetId } from "../rules/guichet.js";
import { reglagesOf } from "../rules/reglages.js";
import { completerParametres } from "./completer-parametres.js";
import { ecrireOutils } from "./ecrire-lot.js";
import { avecGuichet } from "./formules.js";
import { poserEnveloppes } from "./installer.js";
import { type Changement, journaliser } from "./journal.js";
import {
  lireParametres,
  type OngletParametres,
  PLAGE_GUICHET,
  rafraichirCache,
} from "./parametres.js";
import type { Classeur, Operation, Ports, Refus } from "./ports.js";
import { refus } from "./ports.js";

/** A formula that leaves the guichet out, and what it would become. */
export interface FormuleSansGuichet {
  readonly onglet: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly nouvelle: string;
}

export type ResultatGuichet =
  | {
      readonly kind: "fait";
      readonly guichet: GuichetId;
      /** Cells whose formula leaves the guichet out: `Suivi!H2`. */
      readonly formules: readonly string[];
    }
  | Refus;

/** Zero-based place of the `guichet` parameter of each function that has one. */
export const POSITIONS_GUICHET: ReadonlyMap<string, number> = new Map([
  ["FITN_TAUX", 2],
  ["FITN_TAUX_MIN", 2],
  ["FITN_PLAFOND", 3],
  ["FITN_SUBVENTION", 5],
  ["FITN_FORFAIT", 2],
  ["FITN_ELIGIBLE", 2],
  ["FITN_MOTIFS", 2],
  ["FITN_INSTRUCTION", 2],
  ["FITN_THEME", 1],
]);

/**
 * Sets the workbook's guichet: settings, block of the envelope, cache; and lists the formulas that
 * leave the guichet out, since Google does not recalculate them.
 */
export function choisirGuichet(ports: Ports, id: GuichetId, prefecture?: string): ResultatGuichet {
  return ports.sousVerrou(() => {
    const { classeur, cache } = ports;
    const noms = classeur.noms();
    if (!noms.includes(NOM_PARAMETRES)) {
      return refus("Le suivi n’est pas installé. Lancez d’abord FITN7 ▸ Installer le suivi.");
    }
    const settings = lireParametres(classeur);
    const changes = [
      ...changer(settings, "guichet", id),
      ...(prefecture === undefined ? [] : changer(settings, "prefecture", prefecture)),
    ];
    const renamed = attacherReglages(settings, id);
    const operations = [
      ...changes.flatMap(({ champ, apres }) => ecrireValeur(settings, champ, apres)),
      ...renamed.operations,
    ];
    classeur.appliquer([
      ...completerParametres(classeur, settings, [id], { guichet: id }).operations,
      ...poserEnveloppes(classeur, noms, [id]).operations,
    ]);
    const journal = [...changes, ...renamed.changements];
    if (!noms.includes(NOM_JOURNAL)) classeur.appliquer(operations);
    else if (journal.length > 0) ecrireOutils(ports, operations, journal, "Choisir le guichet");
    rafraichirCache(lireParametres(classeur), cache);
    return {
      kind: "fait",
      guichet: id,
      formules: formulesSansGuichet(classeur).map(
        ({ onglet, ligne, colonne }) => `${onglet}!${columnLetters(colonne - 1)}${ligne}`,
      ),
    };
  });
}

function changer(settings: OngletParametres, cle: string, apres: string): readonly Changement[] {
  const avant = String(settings.parametres.valeurs.get(cle) ?? "");
  return avant === apres ? [] : [{ champ: cle, avant, apres }];
}

/** Writes a setting where its key has a row; a missing key is written with the missing ones. */
function ecrireValeur(
  { lignes }: OngletParametres,
  cle: string,
  valeur: string,
): readonly Operation[] {
  const ligne = lignes.get(cle);
  return ligne === undefined
    ? []
    : [{ op: "ecrire", onglet: NOM_PARAMETRES, ligne, colonne: 2, contenus: [[valeur]] }];
}

/**
 * A bare key counts for the workbook's guichet: before that changes, what the préfecture set for the
 * former one is attached to it by its prefix, so that it does not pass to the new one.
 */
function attacherReglages(
  { parametres, lignes }: OngletParametres,
  next: GuichetId,
): { operations: readonly Operation[]; changements: readonly Changement[] } {
  const former = parametres.guichet;
  if (former === undefined || former === next) return { operations: [], changements: [] };
  const bare = reglagesOf(GUICHETS[former]).flatMap(({ cle }) => {
    const ligne = parametres.valeurs.has(cle) ? lignes.get(cle) : undefined;
    return ligne === undefined ? [] : [{ cle, ligne, prefixed: `${former}.${cle}` }];
  });
  return {
    operations: bare.map(({ ligne, prefixed }) => ({
      op: "ecrire",
      onglet: NOM_PARAMETRES,
      ligne,
      colonne: 1,
      contenus: [[prefixed]],
    })),
    changements: bare.map(({ cle, prefixed }) => ({ champ: cle, avant: cle, apres: prefixed })),
  };
}

/** Every formula of the workbook that leaves the guichet out. */
function formulesSansGuichet(classeur: Classeur): readonly FormuleSansGuichet[] {
  return classeur.noms().flatMap((onglet) =>
    classeur.formules(onglet).flatMap((row, atRow) =>
      row.flatMap((formula, atColumn) => {
        const nouvelle =
          formula === "" ? undefined : avecGuichet(formula, POSITIONS_GUICHET, PLAGE_GUICHET);
        return nouvelle === undefined
          ? []
          : [{ onglet, ligne: atRow + 1, colonne: atColumn + 1, nouvelle }];
      }),
    ),
  );
}

/** How many blocks of adjacent formulas are rewritten in one run at most. */
const MAX_BLOCS = 200;

/**
 * Adds `; GUICHET` to every formula that leaves the guichet out, after the user agreed.
 *
 * @returns how many formulas changed, and how many are left for another run
 */
export function ajouterGuichetAuxFormules(ports: Ports): { changees: number; restantes: number } {
  return ports.sousVerrou(() => {
    const { classeur, contexte } = ports;
    const formulas = formulesSansGuichet(classeur);
    const blocs = adjacentBlocks(formulas);
    const done = blocs.slice(0, MAX_BLOCS);
    const changees = done.reduce((sum, bloc) => sum + bloc.length, 0);
    const changes = done.map((bloc) => {
      const { onglet, ligne, colonne } = bloc[0] as FormuleSansGuichet;
      const count = bloc.length > 1 ? ` et ${bloc.length - 1} sous elle` : "";
      return {
        champ: `${onglet}!${columnLetters(colonne - 1)}${ligne}${count}`,
        avant: "guichet laissé de côté",
        apres: bloc[0]?.nouvelle ?? "",
      };
    });
    const last = classeur.noms().includes(NOM_JOURNAL)
      ? classeur.lire(NOM_JOURNAL).lignes.length
      : 0;
    classeur.appliquer([
      ...done.map((bloc): Operation => {
        const { onglet, ligne, colonne } = bloc[0] as FormuleSansGuichet;
        return {
          op: "ecrire",
          onglet,
          ligne,
          colonne,
          contenus: bloc.map(({ nouvelle }) => [{ formule: nouvelle }]),
        };
      }),
      ...(last > 0 ? journaliser(changes, last, "Ajouter GUICHET", contexte) : []),
    ]);
    return { changees, restantes: formulas.length - changees };
  });
}

/** Formulas one under the other in one column go into one write. */
function adjacentBlocks(
  formulas: readonly FormuleSansGuichet[],
): readonly (readonly FormuleSansGuichet[])[] {
  const sorted = [...formulas].sort(
    (a, b) => compare(a.onglet, b.onglet) || a.colonne - b.colonne || a.ligne - b.ligne,
  );
  const blocs: FormuleSansGuichet[][] = [];
  for (const formula of sorted) {
    const last = blocs[blocs.length - 1];
    const above = last?.[last.length - 1];
    const adjacent =
      above?.onglet === formula.onglet &&
      above.colonne === formula.colonne &&
      above.ligne + 1 === formula.ligne;
    if (last && adjacent) last.push(formula);
    else blocs.push([formula]);
  }
  return blocs;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
