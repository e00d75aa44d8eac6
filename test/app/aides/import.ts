import { propositionDe } from "../../../src/imports/correspondance.js";
import { elementsDe, extraire } from "../../../src/imports/extraire.js";
import type { Correspondance, Extraction, Reconnaissance } from "../../../src/imports/fichier.js";
import { memoireDe } from "../../../src/imports/memoire.js";
import type {
  Apercu,
  Choix,
  DemandeEtager,
  EtatImport,
  ResultatApercu,
  ResultatAppliquer,
} from "../../../src/imports/protocole.js";
import { reconnaitre } from "../../../src/imports/reconnaitre.js";
import type { Tables } from "../../../src/imports/tables.js";
import type { Atelier } from "./atelier.js";

export const FICHIER = "dossiers_fitn7-axe-3-guichets_2021-07-15_10-00.csv";

/** What the page makes of a file, with the mapping its columns propose. */
export function lire(
  tables: Tables,
  fichier = FICHIER,
): { reconnu: Reconnaissance; correspondance: Correspondance; extraction: Extraction } {
  const reconnu = reconnaitre(tables, { fichier });
  if (reconnu.kind !== "reconnu") throw new Error(reconnu.message);
  const correspondance = propositionDe(reconnu);
  return { reconnu, correspondance, extraction: extraire(tables, reconnu, correspondance) };
}

let made = 0;

/** The chunks of a file, as the page sends them. */
export function envois(tables: Tables, { fichier = FICHIER, taille = 1000 } = {}): DemandeEtager[] {
  const { reconnu, correspondance, extraction } = lire(tables, fichier);
  const elements = elementsDe(extraction);
  made += 1;
  const lot = `essai-${String(made).padStart(6, "0")}`;
  const fin = { fichier, demarche: reconnu.demarche, colonnes: memoireDe(reconnu, correspondance) };
  return Array.from({ length: Math.ceil(elements.length / taille) }, (_, at) => ({
    lot,
    debut: at * taille,
    total: elements.length,
    elements: elements.slice(at * taille, (at + 1) * taille),
    fin,
  }));
}

/** A file sent and looked at. */
export function apercevoir(
  { api }: Atelier,
  tables: Tables,
  options: { fichier?: string; taille?: number } = {},
): Apercu {
  const blocs = envois(tables, options);
  for (const bloc of blocs) api("apiImportEtager", bloc);
  const answer = api("apiImportApercu", { lot: blocs[0]?.lot }) as unknown as ResultatApercu;
  if (answer.kind !== "apercu") throw new Error(answer.message);
  return answer;
}

export function appliquer(
  { api }: Atelier,
  { lot, empreinte }: Apercu,
  choix?: Choix,
): ResultatAppliquer {
  return api("apiImportAppliquer", {
    lot,
    empreinte,
    ...(choix && { choix }),
  }) as unknown as ResultatAppliquer;
}

/** A whole import, from the file to the sheet. */
export function importer(
  opened: Atelier,
  tables: Tables,
  choix?: Choix,
): { apercu: Apercu; lot: string } {
  const apercu = apercevoir(opened, tables);
  const done = appliquer(opened, apercu, choix);
  if (done.kind !== "fait") throw new Error(JSON.stringify(done));
  return { apercu, lot: done.lot };
}

export function ouvrir({ api }: Atelier): Extract<EtatImport, { kind: "ouvert" }> {
  const answer = api("apiImportOuvrir") as unknown as EtatImport;
  if (answer.kind !== "ouvert") throw new Error(answer.message);
  return answer;
}

type Valeur = string | number | boolean;

/** A small export of the platform: fixed columns, and those of the form that are given. */
export function exportDe(
  lignes: readonly Readonly<Record<string, Valeur>>[],
  entetes?: readonly string[],
): Tables {
  const fixed = ["ID", "Email", "État du dossier", "Dernière mise à jour le", "Déposé le"];
  const headers = entetes ?? [
    ...new Set([...fixed, "Instructeurs", ...lignes.flatMap((ligne) => Object.keys(ligne))]),
  ];
  const rows = lignes.map((ligne) => headers.map((header) => ligne[header] ?? ""));
  return { onglets: [{ nom: "Dossiers", lignes: [headers, ...rows] }] };
}

/** A filed dossier of such an export. */
export function depose(
  numero: string,
  plus: Readonly<Record<string, Valeur>> = {},
): Readonly<Record<string, Valeur>> {
  return {
    ID: numero,
    Email: `mairie-${numero}@exemple.test`,
    "État du dossier": "En construction",
    "Dernière mise à jour le": "2021-06-10 12:00:00 +0200",
    "Déposé le": "2021-06-01 09:30:00 +0200",
    "Établissement SIRET": "21590017600011",
    "Entreprise raison sociale": `COMMUNE ${numero}`,
    "Intitulé du projet": `Projet ${numero}`,
    "Coût total": "30000.5",
    "Financement demandé": "20000",
    ...plus,
  };
}
