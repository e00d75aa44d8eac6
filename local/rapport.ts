import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { WorkbookSnapshot } from "./engine/snapshot.js";
import {
  FichierIllisible,
  FichierImpossible,
  readWorkbookFile,
  saveAtomically,
  writeXlsx,
} from "./files/index.js";
import { createHost, type Host } from "./host/index.js";
import { loadDist } from "./load-dist.js";
import { tablesOf } from "./tables.js";

const USAGE =
  "npm run rapport -- --classeur SUIVI --mois 2021-06 --sortie RAPPORT.xlsx [--guichet ID] [--prefecture NOM] [--onglet NOM]";

/** A refusal to show as it is, without a stack. */
class Refus extends Error {}

interface Demande {
  readonly classeur: string;
  readonly mois: string;
  readonly sortie: string;
  readonly guichet?: string;
  readonly prefecture?: string;
  readonly onglet?: string;
}

function readArguments(args: readonly string[]): Demande {
  const text = { type: "string" } as const;
  let values: Partial<Record<keyof Demande, string>>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        classeur: text,
        mois: text,
        sortie: text,
        guichet: text,
        prefecture: text,
        onglet: text,
      },
    }));
  } catch {
    throw new Refus(`Options non comprises. Attendu\u00a0: ${USAGE}`);
  }
  const { classeur, mois, sortie, guichet, prefecture, onglet } = values;
  if (!classeur || !mois || !sortie) {
    throw new Refus(`Il manque --classeur, --mois ou --sortie. Attendu\u00a0: ${USAGE}`);
  }
  if (!/\.xlsx$/i.test(sortie)) {
    throw new Refus(`--sortie\u00a0: lu «\u00a0${sortie}\u00a0», attendu un fichier .xlsx.`);
  }
  return {
    classeur,
    mois,
    sortie,
    ...(guichet && { guichet: guichet.toUpperCase() }),
    ...(prefecture && { prefecture }),
    ...(onglet && { onglet }),
  };
}

async function readSnapshot(path: string): Promise<WorkbookSnapshot> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new Refus(
      `--classeur\u00a0: le fichier «\u00a0${path}\u00a0» est introuvable ou illisible.`,
    );
  }
  return readWorkbookFile(bytes, basename(path));
}

/** What the bundle's entries answer. */
type Reponse = Readonly<Record<string, unknown>> & { readonly kind: string };

/** What an entry throws is a refusal too: its message is meant for the person. */
function answerOf(host: Host, entry: string, request: object): Reponse {
  try {
    return host.callFromPage(entry, request) as Reponse;
  } catch (error) {
    throw new Refus(error instanceof Error ? error.message : String(error));
  }
}

function ask(host: Host, entry: string, request: object): Reponse {
  const answer = answerOf(host, entry, request);
  if (answer.kind === "refus" || answer.kind === "colonnes")
    throw new Refus(String(answer.message));
  if (answer.kind === "choix") {
    const names = (answer.candidats as string[]).join(", ");
    throw new Refus(
      `Plusieurs onglets ressemblent à une liste de dossiers\u00a0: ${names}. Précisez --onglet.`,
    );
  }
  return answer;
}

function list(title: string, items: readonly string[]): void {
  if (items.length === 0) return;
  console.log(`${title} (${items.length})\u00a0:`);
  for (const item of items) console.log(`  - ${item}`);
}

/** Opens the file: a platform's export is taken into a new workbook, a tracking workbook is used as it is. */
async function openWorkbook(demande: Demande): Promise<Host> {
  const { guichet, prefecture, onglet } = demande;
  const settings = { ...(guichet && { guichet }), ...(prefecture && { prefecture }) };
  const dist = await loadDist();
  const snapshot = await readSnapshot(demande.classeur);
  const empty = createHost(dist);
  ask(empty, "apiInstaller", settings);
  const read = ask(empty, "apiImporterTables", tablesOf(snapshot));
  if (read.kind === "export") {
    console.log(
      `Export de la plateforme\u00a0: ${read.nouveaux} dossiers lus, ${read.entreprises} entreprises.`,
    );
    list("Lignes non reprises", read.refusees as string[]);
    list("Colonnes sans usage ici", read.ignorees as string[]);
    return empty;
  }
  const host = createHost({ ...dist, snapshot });
  const installed = ask(host, "apiInstaller", { ...settings, ...(onglet && { onglet }) });
  console.log(`Tableau de suivi\u00a0: onglet «\u00a0${installed.onglet}\u00a0».`);
  list("À noter", installed.avertissements as string[]);
  if (guichet) ask(host, "apiChoisirGuichet", settings);
  return host;
}

async function main(): Promise<void> {
  const demande = readArguments(process.argv.slice(2));
  console.log(`Lecture de ${demande.classeur}…`);
  const host = await openWorkbook(demande);
  console.log(`Liste de ${demande.mois}…`);
  const report = ask(host, "apiRapportDitp", { mois: demande.mois, telQuel: true });
  const { dossiers, laureats, total, manques, nouveautes } = report.resume as {
    dossiers: number;
    laureats: number;
    total: number;
    manques: string[];
    nouveautes: number;
  };
  const euros = (total / 100).toLocaleString("fr-FR", { style: "currency", currency: "EUR" });
  console.log(
    `Dossiers lus\u00a0: ${dossiers}. Lauréats\u00a0: ${laureats}. Total accordé\u00a0: ${euros}. Nouveautés du mois\u00a0: ${nouveautes}.`,
  );
  list("Ce qui manque", manques);
  list("À noter", report.avertissements as string[]);
  console.log(`Calcul et écriture de ${demande.sortie}…`);
  const { workbook, calculator } = host;
  for (const { name } of workbook.sheets) host.values(name);
  const bytes = await writeXlsx(
    workbook.snapshot(),
    (sheet, row, column) => calculator.value(sheet, row, column),
    (sheet, row, column) => calculator.spillOrigin(sheet, row, column),
  );
  await saveAtomically(demande.sortie, bytes).catch(() => {
    throw new Refus(`--sortie\u00a0: impossible d’écrire «\u00a0${demande.sortie}\u00a0».`);
  });
  console.log(`Onglet «\u00a0${report.onglet}\u00a0» prêt dans ${demande.sortie}.`);
}

try {
  await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const known = [Refus, FichierIllisible, FichierImpossible].some((kind) => error instanceof kind);
  console.error(known ? message : `Erreur imprévue\u00a0: ${message}`);
  console.error("Rien n’a été écrit.");
  process.exitCode = 1;
}
