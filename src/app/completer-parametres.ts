import { NOM_PARAMETRES } from "../dossiers/onglets.js";
import { compter, quoted } from "../dossiers/text.js";
import type { GuichetId } from "../rules/guichet.js";
import { type Etape, GRID_ROWS } from "./etape.js";
import {
  type OngletParametres,
  PLAGE_BARRE,
  PLAGE_GUICHET,
  parametresManquants,
  texteDe,
} from "./parametres.js";
import type { Classeur, Operation } from "./ports.js";
import { REPERES } from "./reperes.js";
import { runsOf } from "./runs.js";

/** Settings that are missing, the named ranges on them. */
export function completerParametres(
  classeur: Classeur,
  settings: OngletParametres,
  guichets: readonly GuichetId[],
  valeurs: Readonly<Record<string, string>>,
): Etape {
  const firstRow = Math.max(settings.derniereLigne, 1) + 1;
  const connues = new Set(settings.lignes.keys());
  const rows = parametresManquants(connues, guichets, valeurs, firstRow);
  const operations: Operation[] = [];
  const fait: string[] = [];
  if (rows.length > 0) {
    operations.push({
      op: "ecrire",
      onglet: NOM_PARAMETRES,
      ligne: firstRow,
      colonne: 1,
      contenus: rows.map(({ contenus }) => contenus),
    });
    operations.push(...formatsParametres(rows, firstRow));
    fait.push(`${compter(rows.length, "réglage")} dans ${quoted(NOM_PARAMETRES)}`);
  }
  operations.push(...completerValeurs(settings, valeurs, fait));
  operations.push(...rendreReperes(settings, fait));
  if (!classeur.plageNommee(PLAGE_GUICHET)) {
    operations.push({
      op: "nommer",
      nom: PLAGE_GUICHET,
      onglet: NOM_PARAMETRES,
      zone: { ligne: 1, colonne: 1, lignes: GRID_ROWS, colonnes: 2 },
    });
    fait.push(`plage nommée ${PLAGE_GUICHET}`);
  }
  const barre = rows.findIndex(({ cle }) => cle === "charttype");
  if (barre >= 0 && !classeur.plageNommee(PLAGE_BARRE)) {
    operations.push({
      op: "nommer",
      nom: PLAGE_BARRE,
      onglet: NOM_PARAMETRES,
      zone: { ligne: firstRow + barre, colonne: 1, lignes: 3, colonnes: 2 },
    });
    fait.push(`plage nommée ${PLAGE_BARRE}`);
  }
  return { operations, fait };
}

/** General settings that are there but empty, and now known. */
function completerValeurs(
  { lignes, parametres }: OngletParametres,
  valeurs: Readonly<Record<string, string>>,
  fait: string[],
): readonly Operation[] {
  return Object.entries(valeurs).flatMap(([cle, valeur]): Operation[] => {
    const row = lignes.get(cle);
    if (row === undefined || valeur === "" || texteDe(parametres, cle) !== "") return [];
    fait.push(`réglage ${cle}\u00a0: ${valeur}`);
    return [{ op: "ecrire", onglet: NOM_PARAMETRES, ligne: row, colonne: 2, contenus: [[valeur]] }];
  });
}

/**
 * Formulas that lost the tab they tell of: made again, it is not found by itself. All of them, since one that
 * counts what is gone shows no error.
 */
function rendreReperes({ lignes, rows }: OngletParametres, fait: string[]): readonly Operation[] {
  const there = REPERES.flatMap(([cle, formule]) => {
    const ligne = lignes.get(cle);
    return ligne === undefined ? [] : [{ formule, ligne, now: String(rows[ligne - 1]?.[2] ?? "") }];
  });
  if (!there.some(({ now }) => now.startsWith("#"))) return [];
  fait.push(`repères de l’outil dans ${quoted(NOM_PARAMETRES)}`);
  return there.map(({ formule, ligne }) => {
    const contenus = [[{ formule }]];
    return { op: "ecrire", onglet: NOM_PARAMETRES, ligne, colonne: 3, contenus };
  });
}

/** Formats of the values, one step for each run of rows of one kind. */
function formatsParametres(
  rows: readonly { readonly cle: string }[],
  firstRow: number,
): readonly Operation[] {
  return runsOf(rows.map(({ cle }) => kindOfCle(cle))).flatMap(({ value: kind, start, length }) =>
    kind === undefined
      ? []
      : [
          {
            op: "format" as const,
            onglet: NOM_PARAMETRES,
            zone: { ligne: firstRow + start, colonne: 2, lignes: length, colonnes: 1 },
            kind,
          },
        ],
  );
}

function kindOfCle(cle: string) {
  const bare = cle.replace(/^[A-Z0-9-]+\./, "");
  if (/^(enveloppe|reserve|cout\.|ads\.c(entre|ommune)$)/.test(bare)) return "euro" as const;
  if (bare.startsWith("forfait."))
    return bare.endsWith(".seuil") ? ("integer" as const) : ("euro" as const);
  if (bare.startsWith("taux.")) return "rate" as const;
  return /^(depot|achevement|credits)\./.test(bare) ? ("day" as const) : undefined;
}
