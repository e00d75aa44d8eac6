import { CHAMPS, NOMS_CHAMPS } from "../dossiers/champs.js";
import { readDepartement } from "../dossiers/departements.js";
import { findHeaderRow, readEntetes } from "../dossiers/headers.js";
import { readEuros } from "../dossiers/numbers.js";
import { NOM_ENTREPRISES, NOM_JOURNAL } from "../dossiers/onglets.js";
import { type NouveauDossier, nouveauxDossiers } from "../imports/dossiers.js";
import { type EntrepriseExport, readExport, tableDossiers } from "../imports/plateforme.js";
import type { Tables } from "../imports/tables.js";
import type { Contenu } from "../reports/plan.js";
import { eurosOf } from "../rules/cents.js";
import type { Champ } from "../rules/dossier.js";
import { installer } from "./installer.js";
import { journaliser } from "./journal.js";
import { type OngletDossiers, ongletChoisi } from "./lire-suivi.js";
import { lireParametres, texteDe } from "./parametres.js";
import type { Operation, Ports, Refus } from "./ports.js";
import { refus } from "./ports.js";

export type ResultatImport =
  | {
      readonly kind: "export";
      readonly onglet: string;
      readonly nouveaux: number;
      readonly dejaPresents: number;
      readonly entreprises: number;
      /** Lines not taken in, and why. */
      readonly refusees: readonly string[];
      /** Columns of the file that go into no field. */
      readonly ignorees: readonly string[];
    }
  /** A référent's own workbook: it is opened as it is, nothing is taken in. */
  | { readonly kind: "suivi"; readonly onglet: string }
  | Refus;

/**
 * Takes in the tables of a file: a platform's export brings its new dossiers into the référent's tab
 * (made where there is none); a tracking workbook is recognised and left as it is.
 */
export function importerTables(ports: Ports, tables: Tables): ResultatImport {
  const table = tableDossiers(tables);
  if (!table) return reconnaitreSuivi(tables);
  const installed = installer(ports);
  if (installed.kind === "refus") return installed;
  if (installed.kind === "choix") {
    return refus(
      `Plusieurs onglets peuvent être votre liste de dossiers\u00a0: ${installed.candidats.join(", ")}. Lancez FITN7 ▸ Installer le suivi pour choisir.`,
    );
  }
  return ports.sousVerrou(() => {
    const { classeur, contexte } = ports;
    const onglet = ongletChoisi(
      classeur,
      texteDe(lireParametres(classeur).parametres, "onglet_dossiers"),
    );
    if ("kind" in onglet) return onglet;
    const read = readExport(table, tables);
    const { nouveaux, dejaPresents, refusees } = nouveauxDossiers(read.lignes, numerosDe(onglet));
    const added = new Set(nouveaux.map(({ numero }) => numero));
    const companies = read.entreprises.filter(({ numero }) => added.has(numero));
    classeur.appliquer([
      ...ecrireDossiers(onglet, nouveaux),
      ...ecrireEntreprises(companies, classeur.lire(NOM_ENTREPRISES).lignes.length),
      ...journaliser(
        nouveaux.map(({ numero }) => ({
          numero,
          champ: "Import",
          avant: "",
          apres: "nouveau dossier",
        })),
        classeur.lire(NOM_JOURNAL).lignes.length,
        "Importer",
        contexte,
      ),
    ]);
    return {
      kind: "export",
      onglet: onglet.nom,
      nouveaux: nouveaux.length,
      dejaPresents,
      entreprises: companies.length,
      refusees: refusees.map(({ ligne, pourquoi }) => `ligne ${ligne}\u00a0: ${pourquoi}`),
      ignorees: read.ignorees,
    };
  });
}

function reconnaitreSuivi({ onglets }: Tables): ResultatImport {
  const filled = onglets.filter(({ lignes }) => lignes.length > 0);
  if (filled.length === 0) return refus("Le fichier ne contient aucune ligne.");
  const found = filled.find(({ lignes }) => {
    const index = findHeaderRow(lignes);
    const columns = index === undefined ? undefined : readEntetes(lignes[index] ?? []).colonnes;
    return columns?.has("numero") || columns?.has("porteur");
  });
  return found
    ? { kind: "suivi", onglet: found.nom }
    : refus(
        "Ni un export de la plateforme, ni un tableau de suivi\u00a0: aucune ligne d’en-têtes reconnue dans les dix premières lignes (par exemple «\u00a0N° dossier\u00a0», «\u00a0Porteur\u00a0», «\u00a0Coût total\u00a0»).",
      );
}

function numerosDe({ lu, ligneEntetes, entetes }: OngletDossiers): ReadonlySet<string> {
  const column = entetes.colonnes.get("numero");
  if (column === undefined) return new Set();
  return new Set(lu.lignes.slice(ligneEntetes).map((row) => String(row[column] ?? "").trim()));
}

/** New rows below the last one; only columns that the tab has, its other columns stay empty. */
function ecrireDossiers(
  { nom, lu, entetes }: OngletDossiers,
  nouveaux: readonly NouveauDossier[],
): readonly Operation[] {
  if (nouveaux.length === 0) return [];
  const width = Math.max(...entetes.colonnes.values()) + 1;
  const champAt = new Map<number, Champ>();
  for (const champ of NOMS_CHAMPS) {
    const column = entetes.colonnes.get(champ);
    if (column !== undefined) champAt.set(column, champ);
  }
  const first = lu.lignes.length + 1;
  const days = [...champAt].filter(([, champ]) => CHAMPS[champ].kind === "day");
  const row = ({ contenus }: NouveauDossier): readonly Contenu[] =>
    Array.from({ length: width }, (_, column) => {
      const champ = champAt.get(column);
      return (champ && contenus.get(champ)) ?? "";
    });
  return [
    {
      op: "ecrire",
      onglet: nom,
      ligne: first,
      colonne: 1,
      contenus: nouveaux.map(row),
    },
    ...days.map(
      ([column]): Operation => ({
        op: "format",
        onglet: nom,
        zone: { ligne: first, colonne: column + 1, lignes: nouveaux.length, colonnes: 1 },
        kind: "day",
      }),
    ),
  ];
}

function ecrireEntreprises(
  companies: readonly EntrepriseExport[],
  lastRow: number,
): readonly Operation[] {
  if (companies.length === 0) return [];
  return [
    {
      op: "ecrire",
      onglet: NOM_ENTREPRISES,
      ligne: lastRow + 1,
      colonne: 1,
      contenus: companies.map(({ numero, nom, siret, departement, montant }) => {
        const code = readDepartement(departement);
        const amount = readEuros(montant);
        return [
          numero,
          String(nom),
          String(siret),
          code.ok ? (code.value ?? "") : String(departement),
          amount.ok && amount.value !== undefined ? eurosOf(amount.value) : String(montant),
        ];
      }),
    },
  ];
}
