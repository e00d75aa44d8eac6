import { nomDepartement, readDepartement } from "../../dossiers/departements.js";
import { NOM_CONSOLIDE } from "../../dossiers/onglets-demande.js";
import { compter, luAttendu, quoted } from "../../dossiers/text.js";
import type { Tables } from "../../imports/tables.js";
import type { Contenu } from "../../reports/plan.js";
import { formatEuros } from "../../rules/cents.js";
import { ecrireOutils } from "../ecrire-lot.js";
import { lireParametres, texteDe } from "../parametres.js";
import type { Ports } from "../ports.js";
import { refus } from "../ports.js";
import type { Table } from "../suivi/lignes.js";
import { remplacerLignes } from "../suivi/remplacer-lignes.js";
import { lireOngletConsolide } from "./consolide.js";
import {
  type ClasseurDepartement,
  type LigneConsolidee,
  lireDepartement,
} from "./lire-departement.js";
import type { ResultatConsolider } from "./protocole.js";
import { JOURS_CONSOLIDES } from "./suite-dossiers.js";
import { horsTerritoire } from "./territoire.js";

/** What the Journal calls a consolidation. */
export const SOURCE_CONSOLIDER = "Consolider";

export interface DemandeConsolider extends Tables {
  /** Typed where the workbook's settings don't say. */
  readonly departement?: string;
  /** Shows what would be written, writes nothing. */
  readonly apercu: boolean;
  /** A département outside the guichet's territory is really meant. */
  readonly horsTerritoire?: boolean;
}

/** Brings a département's whole workbook into `Consolidé`, in place of that département's rows alone. */
export function consolider(ports: Ports, demande: DemandeConsolider): ResultatConsolider {
  const { parametres } = lireParametres(ports.classeur);
  const read = lireDepartement(demande, parametres.guichet);
  if (read.kind === "refus") return read;
  const departement = departementDe(read, demande.departement);
  if (typeof departement !== "string") return departement;
  return ports.sousVerrou(() => {
    if (departement === texteDe(parametres, "departement")) {
      return refus(
        `Ce classeur-ci est celui du département ${departement}\u00a0: la consolidation se fait dans le classeur de la région (clé departement vide).`,
      );
    }
    const table = lireOngletConsolide(ports.classeur);
    if ("kind" in table) return table;
    const former = lignesDu(table, departement);
    const nom = nomDepartement(departement) ?? "";
    const dossiers = read.lignes.length;
    const obstacle = horsTerritoire(departement, parametres.guichet);
    const summary = {
      departement,
      nom,
      onglet: read.onglet,
      dossiers,
      remplaces: former.length,
      accorde: read.accorde,
      paye: read.paye,
      controles: [...read.controles, ...colonnesAjoutees(table)],
      ...(obstacle !== undefined && { obstacle }),
    };
    if (demande.apercu) {
      const count = compter(dossiers, "dossier", "dossiers");
      return {
        kind: "apercu",
        ...summary,
        message: `${departement} ${nom}\u00a0: ${count} à consolider.`,
      };
    }
    if (obstacle !== undefined && demande.horsTerritoire !== true) {
      return refus(`${obstacle} Rien n’a été modifié.`);
    }
    const lot = remplacer(ports, table, former, read, {
      departement,
      mention: obstacle === undefined ? "" : ", hors territoire, confirmé",
    });
    const done = compter(dossiers, "dossier consolidé", "dossiers consolidés");
    return { kind: "fait", ...summary, lot, message: `${departement} ${nom}\u00a0: ${done}.` };
  });
}

/** The département that a workbook says it is of, or that was typed; asked, or refused where they differ. */
function departementDe(
  read: ClasseurDepartement,
  asked = "",
): string | Extract<ResultatConsolider, { kind: "refus" | "departement" }> {
  const typed = readDepartement(asked);
  if (!typed.ok) return refus(`Département\u00a0: ${luAttendu(asked, typed.attendu)}`);
  if (read.departement && typed.value && read.departement !== typed.value) {
    return refus(
      `Ce classeur est celui du département ${read.departement} (onglet Paramètres), pas du ${typed.value}. Rien n’a été modifié.`,
    );
  }
  return (
    read.departement ??
    typed.value ?? {
      kind: "departement",
      message:
        "Ce classeur ne dit pas de quel département il est (clé departement de Paramètres). Lequel\u00a0?",
    }
  );
}

/**
 * Writes a département's dossiers in place of its former rows, as one batch.
 *
 * @param mention what the Journal adds of it
 * @returns the batch
 */
function remplacer(
  ports: Ports,
  table: Table,
  former: readonly number[],
  { lignes, accorde }: ClasseurDepartement,
  { departement, mention }: { readonly departement: string; readonly mention: string },
): string {
  const { classeur, contexte } = ports;
  const consolide = { jour: contexte.maintenant().slice(0, 10) };
  const rows = lignes.map((ligne) => ({ ...ligne, ...joursDe(ligne), departement, consolide }));
  const count = compter(lignes.length, "dossier", "dossiers");
  const change = {
    champ: `Consolidé, département ${departement}`,
    avant: compter(former.length, "dossier", "dossiers"),
    apres: `${count}, ${formatEuros(accorde)} accordés${mention}`,
  };
  classeur.appliquer(table.creation);
  const operations = remplacerLignes(classeur, table, former, rows);
  return ecrireOutils(ports, operations, [change], SOURCE_CONSOLIDER);
}

/** What is told of a tab that an earlier version made. */
function colonnesAjoutees({ ajoutees }: Table): readonly string[] {
  if (ajoutees.length === 0) return [];
  return [
    `Absent de l’onglet ${quoted(NOM_CONSOLIDE)}, ajouté à sa droite par cette consolidation\u00a0: ${ajoutees.map(quoted).join(", ")}. Pour les autres départements, consolidez-les de nouveau.`,
  ];
}

/** Days as dates, where a dossier has them. */
function joursDe(ligne: LigneConsolidee): Readonly<Record<string, Contenu>> {
  return Object.fromEntries(
    JOURS_CONSOLIDES.flatMap((champ) => {
      const jour = ligne[champ] ?? "";
      return jour === "" ? [] : [[champ, { jour: String(jour) }]];
    }),
  );
}

function lignesDu({ lignes, colonnes }: Table, departement: string): readonly number[] {
  const column = (colonnes.get("departement") ?? 1) - 1;
  return lignes.flatMap((row, index) => {
    const read = readDepartement(row[column] ?? "");
    return index > 0 && read.ok && read.value === departement ? [index + 1] : [];
  });
}
