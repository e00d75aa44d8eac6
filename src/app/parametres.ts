import type { Cell } from "../dossiers/cell.js";
import { isEmpty } from "../dossiers/cell.js";
import { NOM_PARAMETRES } from "../dossiers/onglets.js";
import {
  cleDuGuichet,
  cleNormale,
  type Parametres,
  readParametres,
} from "../dossiers/parametres.js";
import { withParametres } from "../functions/guichet-argument.js";
import { GUICHETS } from "../guichets/index.js";
import type { Contenu } from "../reports/plan.js";
import { formatCitation } from "../rules/citation.js";
import { partsOf } from "../rules/day.js";
import { GUICHET_IDS, type GuichetId } from "../rules/guichet.js";
import { type Reglage, reglagesOf } from "../rules/reglages.js";
import { typeset } from "../rules/typographie.js";
import type { Cache, Classeur } from "./ports.js";
import { REPERES } from "./reperes.js";

/** Version of the workbook's schema. */
export const SCHEMA_VERSION = 1;

export const PLAGE_GUICHET = "GUICHET";
export const PLAGE_BARRE = "BARRE";

/** Setting of the highest score of a criterion; no document states one, 5 is ours. */
export const CLE_NOTE_MAX = "note.max";
export const NOTE_MAX = 5;

/** Where the DITP wants the list (DITP, "Quel suivi ?"; the document spells it with stray spaces). */
const DESTINATAIRE_DITP = "fondsdetransformation@modernisation.gouv.fr";

/** One row of the settings tab. */
interface LigneParametre {
  readonly cle: string;
  readonly contenus: readonly Contenu[];
}

/** Options of the consumption bar, one after the other: the named range BARRE. */
const OPTIONS_BARRE: readonly (readonly [string, Cell])[] = [
  ["charttype", "bar"],
  ["max", 1],
  ["color1", "#1b6e3c"],
];

/** Settings every workbook has, whatever its guichet. */
function lignesGenerales(valeurs: Readonly<Record<string, string>>): readonly LigneParametre[] {
  const row = (cle: string, valeur: Cell, origine: string, source: string): LigneParametre => ({
    cle,
    contenus: [cle, valeur, origine, source],
  });
  return [
    row("schema_version", SCHEMA_VERSION, "outil", "Version du classeur, ne pas modifier."),
    row(
      "guichet",
      valeurs.guichet ?? "",
      "préfecture",
      `Un de\u00a0: ${GUICHET_IDS.join(", ")}. Menu FITN7 ▸ Choisir le guichet.`,
    ),
    row("prefecture", valeurs.prefecture ?? "", "préfecture", "Nom affiché en tête des rapports."),
    row(
      "departement",
      valeurs.departement ?? "",
      "préfecture",
      "Code du département, vide pour une région.",
    ),
    row(
      "onglet_dossiers",
      valeurs.onglet_dossiers ?? "",
      "préfecture",
      "Onglet où vous suivez les dossiers.",
    ),
    row("population", "municipale", "préfecture", "municipale ou totale."),
    row(
      CLE_NOTE_MAX,
      NOTE_MAX,
      "outil",
      "Note la plus haute d’un critère, nombre entier (notre choix, les documents n’en fixent pas).",
    ),
    row(
      "destinataire_ditp",
      DESTINATAIRE_DITP,
      "document",
      formatCitation({ document: "DITP", section: "Quel suivi ?", note: "" }),
    ),
    ...OPTIONS_BARRE.map(([cle, valeur]) =>
      row(cle, valeur, "outil", "Barre de consommation de l’onglet Enveloppes."),
    ),
    ...REPERES.map(([cle, formule, quoi]) => ({
      cle,
      contenus: [cle, "", { formule }, `${quoi}\u00a0: repère de l’outil, ne pas modifier.`],
    })),
  ];
}

/** The document's value as the cell shows it, and as the formula of `Origine` compares it. */
function valeurDocument({
  kind,
  valeur,
}: Reglage): { contenu: Contenu; litteral: string } | undefined {
  if (typeof valeur === "string") {
    const { year, month, day } = partsOf(valeur);
    return { contenu: { jour: valeur }, litteral: `DATE(${year};${month};${day})` };
  }
  if (valeur === undefined) return undefined;
  if (kind === "rate") return { contenu: valeur / 10_000, litteral: `${valeur / 100}%` };
  const shown = kind === "euro" ? valeur / 100 : valeur;
  return { contenu: shown, litteral: String(shown) };
}

const NON_PREVU = "Non prévu par les documents\u00a0: à fixer par la préfecture.";

const SANS_SOURCE: Partial<Readonly<Record<Reglage["kind"], string>>> = {
  weight: "Poids du critère\u00a0; tous égaux par défaut (les documents n’en donnent pas).",
};

/** Where a number comes from; for an envelope the document does not give, the figures it does give. */
function sourceDe(id: GuichetId, { cle, kind, source }: Reglage): string {
  const said = source ?? (cle === "enveloppe" ? GUICHETS[id].faits?.[0]?.source : undefined);
  if (said) return `${typeset(said.note)} ${formatCitation(said)}`;
  return SANS_SOURCE[kind] ?? NON_PREVU;
}

function ligneReglage(id: GuichetId, reglage: Reglage, row: number): LigneParametre {
  const document = valeurDocument(reglage);
  const origine = document
    ? `=IF(OR(B${row}="";B${row}=${document.litteral});"document";"préfecture")`
    : `=IF(B${row}="";"non prévu";"préfecture")`;
  return {
    cle: `${id}.${reglage.cle}`,
    contenus: [
      `${id}.${reglage.cle}`,
      document?.contenu ?? "",
      { formule: origine },
      sourceDe(id, reglage),
    ],
  };
}

/**
 * The rows the settings tab lacks, to be written from a row on.
 *
 * @param connues keys already there, as they compare
 * @param guichets guichets in use in the workbook
 * @param valeurs first values of the general settings
 */
export function parametresManquants(
  connues: ReadonlySet<string>,
  guichets: readonly GuichetId[],
  valeurs: Readonly<Record<string, string>>,
  firstRow: number,
): readonly LigneParametre[] {
  const rows = lignesGenerales(valeurs).filter(({ cle }) => !connues.has(cleNormale(cle)));
  let row = firstRow + rows.length;
  for (const id of guichets) {
    for (const reglage of reglagesOf(GUICHETS[id])) {
      if (connues.has(cleNormale(`${id}.${reglage.cle}`))) continue;
      rows.push(ligneReglage(id, reglage, row));
      row += 1;
    }
  }
  return rows;
}

/** The settings tab as read, with the row of each key. */
export interface OngletParametres {
  readonly parametres: Parametres;
  /** One-based row of each key. */
  readonly lignes: ReadonlyMap<string, number>;
  readonly derniereLigne: number;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Reads the settings tab; nothing set where it is missing.
 *
 * @throws SaisieInvalide where the guichet is not one
 */
export function lireParametres(classeur: Classeur): OngletParametres {
  const rows = classeur.lire(NOM_PARAMETRES).lignes;
  const lignes = new Map<string, number>();
  rows.forEach(([cle = ""], index) => {
    const key = cleNormale(String(cle));
    if (key !== "" && !lignes.has(key)) lignes.set(key, index + 1);
  });
  return { parametres: readParametres(rows), lignes, derniereLigne: rows.length, rows };
}

/** A setting as text, or a default. */
export function texteDe({ valeurs }: Parametres, cle: string, defaut = ""): string {
  const valeur = valeurs.get(cle);
  return valeur === undefined || isEmpty(valeur) ? defaut : String(valeur).trim();
}

/**
 * Rebuilds what functions read where their guichet is left out: the guichet and the settings that
 * differ from the documents.
 */
export function rafraichirCache({ parametres }: OngletParametres, cache: Cache): void {
  const guichetOf = withParametres(parametres);
  const rows: [string, Cell][] = [];
  if (parametres.guichet) rows.push(["guichet", parametres.guichet]);
  for (const id of GUICHET_IDS) {
    const guichet = guichetOf(0, id);
    const changed = new Set(
      reglagesOf(guichet).flatMap(({ cle, valeur }, index) =>
        valeur !== reglagesOf(GUICHETS[id])[index]?.valeur ? [cle] : [],
      ),
    );
    for (const cle of changed) {
      const value = parametres.valeurs.get(cleDuGuichet(parametres, id, cle));
      if (value !== undefined) rows.push([cleNormale(`${id}.${cle}`), value]);
    }
  }
  cache.ecrire(JSON.stringify(rows));
}
