import { type Cell, isEmpty } from "../../dossiers/cell.js";
import { readDepartement } from "../../dossiers/departements.js";
import { findHeaderRow, readEntetes } from "../../dossiers/headers.js";
import { COLONNES_INSTRUCTION } from "../../dossiers/instruction.js";
import { readEuros } from "../../dossiers/numbers.js";
import {
  NOM_ENVELOPPES,
  NOM_INSTRUCTION,
  NOM_PAIEMENTS,
  NOM_PARAMETRES,
  ONGLETS,
} from "../../dossiers/onglets.js";
import { NOM_CONSOLIDE, READERS_DEMANDE } from "../../dossiers/onglets-demande.js";
import { readParametres } from "../../dossiers/parametres.js";
import { SaisieInvalide } from "../../dossiers/saisie.js";
import { readTable } from "../../dossiers/table.js";
import { compter, quoted } from "../../dossiers/text.js";
import { readGuichetId } from "../../dossiers/vocabulary.js";
import { runInstruction } from "../../functions/instruction.js";
import type { TableRecue, Tables } from "../../imports/tables.js";
import { byNumero } from "../../reports/suivi.js";
import { type Cents, eurosOf, formatEuros } from "../../rules/cents.js";
import { consomme } from "../../rules/enveloppe.js";
import type { GuichetId } from "../../rules/guichet.js";
import { texteDe } from "../parametres.js";
import type { Refus } from "../ports.js";
import { refus } from "../ports.js";
import { suiteDossiers } from "./suite-dossiers.js";

/** A dossier as it goes into `Consolidé`, by the field of each column. */
export type LigneConsolidee = Readonly<Record<string, Cell>>;

/** A département's workbook, read. */
export interface ClasseurDepartement {
  readonly kind: "lu";
  /** Code from its settings; none where they don't say. */
  readonly departement: string | undefined;
  readonly onglet: string;
  readonly lignes: readonly LigneConsolidee[];
  readonly accorde: Cents;
  readonly paye: Cents;
  readonly controles: readonly string[];
}

/**
 * Reads a département's whole workbook by its headers and works its dossiers out again under its own
 * settings.
 *
 * @param defaut the region's guichet, for a workbook whose settings name none: that is told
 */
export function lireDepartement(
  { onglets }: Tables,
  defaut?: GuichetId,
): ClasseurDepartement | Refus {
  const rowsOf = (nom: string) => onglets.find((onglet) => onglet.nom === nom)?.lignes ?? [];
  try {
    const settings = rowsOf(NOM_PARAMETRES);
    const parametres = readParametres(settings);
    const own = ongletDossiers(onglets, texteDe(parametres, "onglet_dossiers"));
    if (!own) {
      return refuser(
        "Aucun onglet de dossiers reconnu dans ce fichier\u00a0: il faut une ligne d’en-têtes avec au moins «\u00a0N° dossier\u00a0» et deux autres colonnes connues.",
        settings,
      );
    }
    const at = findHeaderRow(own.lignes) ?? 0;
    const width = Math.max(...own.lignes.map((row) => row.length));
    const wide = own.lignes.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ""));
    const assumed = parametres.guichet === undefined ? defaut : undefined;
    const guichets = [
      ...(assumed ? [["guichet", assumed]] : []),
      ...settings.map(([cle = "", valeur = ""]) => [cle, valeur]),
    ];
    const computed = runInstruction(
      [[wide[at] ?? []], wide.slice(at + 1), guichets.length > 0 ? guichets : undefined],
      {
        parametres: () => undefined,
      },
    ) as readonly (readonly Cell[])[];
    const paid = paiements(rowsOf(NOM_PAIEMENTS));
    const suite = suiteDossiers(readEntetes(wide[at] ?? []), rowsOf);
    const all = computed.flatMap((row, index) =>
      row.every(isEmpty) ? [] : [{ ...ligne(row, paid), ...suite(wide[at + 1 + index] ?? []) }],
    );
    const lignes = all.filter(({ numero = "" }) => !isEmpty(numero));
    const read = readDepartement(texteDe(parametres, "departement"));
    return {
      kind: "lu",
      departement: read.ok ? read.value : undefined,
      onglet: own.nom,
      lignes,
      accorde: somme(lignes, "accordé"),
      paye: somme(lignes, "payé"),
      controles: [
        ...(assumed
          ? [
              `Ce classeur ne dit pas son guichet (clé guichet de Paramètres)\u00a0: lu sous ${assumed}, celui de la région.`,
            ]
          : []),
        ...controlesLignes(all, lignes),
        ...controleInstruction(rowsOf(NOM_INSTRUCTION), lignes),
        ...controlesEnveloppes(rowsOf(NOM_ENVELOPPES), lignes),
      ],
    };
  } catch (error) {
    if (!(error instanceof SaisieInvalide)) throw error;
    const why = error.message.replace(/^entetes\u00a0: /, "en-têtes\u00a0: ");
    return refuser(`Ce classeur n’a pas pu être lu, ${why}`, rowsOf(NOM_PARAMETRES));
  }
}

/** Refuses a file; one without settings is an export or a list rather than a workbook, and that is said. */
function refuser(why: string, settings: readonly unknown[]): Refus {
  if (settings.length > 0) return refus(why);
  return refus(
    `${why}\nCe fichier n’a pas d’onglet ${quoted(NOM_PARAMETRES)}\u00a0: c’est le classeur entier du département qu’il faut choisir, non un export ou une liste.`,
  );
}

/** The tab that the workbook chose, else the first that looks like a list of dossiers. */
function ongletDossiers(onglets: readonly TableRecue[], chosen: string): TableRecue | undefined {
  const made = new Set([...ONGLETS.map(({ nom }) => nom), NOM_CONSOLIDE]);
  const looks = ({ nom, lignes }: TableRecue) => {
    const at = made.has(nom) ? undefined : findHeaderRow(lignes);
    return at !== undefined && readEntetes(lignes[at] ?? []).colonnes.has("numero");
  };
  return onglets.find(({ nom }) => nom === chosen) ?? onglets.find(looks);
}

function paiements(rows: readonly (readonly Cell[])[]): (numero: string) => Cents {
  const groups = byNumero(readTable(NOM_PAIEMENTS, rows));
  return (numero) =>
    (groups.get(numero) ?? []).reduce((sum, { valeurs }) => sum + (valeurs.montant ?? 0), 0);
}

function ligne(row: readonly Cell[], paid: (numero: string) => Cents): LigneConsolidee {
  const cells = COLONNES_INSTRUCTION.map(({ nom }, index) => [nom, row[index] ?? ""] as const);
  return { ...Object.fromEntries(cells), paye: eurosOf(paid(String(row[0] ?? ""))) };
}

const READERS = READERS_DEMANDE[NOM_CONSOLIDE];

function somme(lignes: readonly LigneConsolidee[], etape: "accordé" | "payé"): Cents {
  return consomme(
    lignes.map(({ etat = "", accorde = "", paye = "" }) => ({
      etat: valeur(READERS.etat(etat)),
      montant: valeur(READERS.accorde(accorde)) ?? 0,
      paye: valeur(READERS.paye(paye)) ?? 0,
    })),
    etape,
  );
}

function valeur<T>(reading: { ok: true; value: T | undefined } | { ok: false }): T | undefined {
  return reading.ok ? reading.value : undefined;
}

function controlesLignes(
  all: readonly LigneConsolidee[],
  lignes: readonly LigneConsolidee[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { numero } of lignes)
    counts.set(String(numero), (counts.get(String(numero)) ?? 0) + 1);
  const without = all.length - lignes.length;
  return [
    ...(without > 0
      ? [
          `${compter(without, "ligne", "lignes")} sans N° dossier\u00a0: ${without > 1 ? "non reprises" : "non reprise"}.`,
        ]
      : []),
    ...[...counts]
      .filter(([, count]) => count > 1)
      .map(
        ([numero, count]) => `Dossier ${numero}\u00a0: porté par ${count} lignes, comptées toutes.`,
      ),
    ...lignes
      .filter(({ guichet = "" }) => isEmpty(guichet))
      .map(
        ({ numero }) => `Dossier ${numero}\u00a0: guichet inconnu, hors des totaux par guichet.`,
      ),
  ];
}

/** The file's own Instruction tab, where it has one, against what its dossiers give. */
function controleInstruction(
  rows: readonly (readonly Cell[])[],
  lignes: readonly LigneConsolidee[],
): readonly string[] {
  const [headers = [], ...body] = rows;
  const column = headers.indexOf("Montant accordé");
  if (column < 0) return [];
  const sum = (cells: readonly Cell[]) =>
    cells.reduce<Cents>((total, cell) => total + (valeur(readEuros(cell)) ?? 0), 0);
  const stored = sum(body.map((row) => row[column] ?? ""));
  const own = sum(lignes.map(({ accorde = "" }) => accorde));
  return stored === own
    ? []
    : [
        `Total accordé\u00a0: l’onglet ${quoted(NOM_INSTRUCTION)} du fichier donne ${formatEuros(stored)}, ses dossiers ${formatEuros(own)}. Les dossiers font foi.`,
      ];
}

/** The file's envelopes, where it has some, against what its dossiers give, guichet by guichet. */
function controlesEnveloppes(
  rows: readonly (readonly Cell[])[],
  lignes: readonly LigneConsolidee[],
): readonly string[] {
  let current: string | undefined;
  const found: string[] = [];
  for (const row of rows) {
    const id = readGuichetId(row[0] ?? "");
    if (id.ok && id.value !== undefined) current = id.value;
    if (current === undefined || row[0] !== "Total") continue;
    const stored = valeur(readEuros(row[3] ?? ""));
    const own = somme(
      lignes.filter(({ guichet }) => guichet === current),
      "accordé",
    );
    if (stored !== undefined && stored !== own) {
      found.push(
        `${current}\u00a0: l’onglet ${quoted(NOM_ENVELOPPES)} du fichier donne ${formatEuros(stored)} accordés, ses dossiers ${formatEuros(own)}. Les dossiers font foi.`,
      );
    }
    current = undefined;
  }
  return found;
}
