import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Complement } from "../../local/load-dist.js";
import { propositionDe } from "../../src/imports/correspondance.js";
import { elementsDe, extraire } from "../../src/imports/extraire.js";
import { memoireDe } from "../../src/imports/memoire.js";
import { TAILLE_BLOC } from "../../src/imports/protocole.js";
import { reconnaitre } from "../../src/imports/reconnaitre.js";
import type { Tables } from "../../src/imports/tables.js";
import { numero } from "./dossiers.js";
import { parcours, totalDe } from "./parcours.js";
import { tableau, verdict } from "./tableau.js";

const SIZES = [10, 1_000, 5_000] as const;

/** Columns of the largest exports seen, most of them labels of a form that no field takes. */
const COLONNES = 120;

const ENTETES = [
  "ID",
  "Email",
  "Établissement SIRET",
  "Entreprise raison sociale",
  "État du dossier",
  "Dernière mise à jour le",
  "Déposé le",
  "Instructeurs",
  "Commune (Code INSEE)",
  "Population de la collectivité",
  "Nature du projet",
  "Intitulé du projet",
  "Coût global du projet",
  "Financement demandé",
  "Date de fin du projet",
];

/** An export of so many dossiers; `changes` of them, one in ten, cost more than a week before. */
function exportDe(count: number, changes: boolean): Tables {
  const others = Array.from({ length: COLONNES - ENTETES.length }, (_, at) => `Question ${at + 1}`);
  const rows = Array.from({ length: count }, (_, index) => {
    const rank = index + 1;
    const cout = 20_000 + ((rank * 7_919) % 90_000) + (changes && rank % 10 === 0 ? 1_000 : 0);
    return [
      numero(rank),
      `mairie-${rank}@exemple.test`,
      `2159${String(rank).padStart(10, "0")}`,
      `COMMUNE ${rank}`,
      "En instruction",
      "2021-07-01 10:00:00 +0200",
      "2021-06-01 09:00:00 +0200",
      "",
      String(59_001 + (rank % 600)),
      500 + ((rank * 104_729) % 90_000),
      "3a",
      `Projet ${rank}`,
      cout,
      Math.round(cout * 0.7),
      "2022-06-30",
      ...others.map((_, at) => `Réponse ${(rank + at) % 50}`),
    ];
  });
  return { onglets: [{ nom: "Dossiers", lignes: [[...ENTETES, ...others], ...rows] }] };
}

/** Calls of each step of an import, and the workbook it leaves. */
function importer(dist: Complement, start: WorkbookSnapshot, tables: Tables, lot: string) {
  const { fait, classeur } = parcours(dist, start);
  const reconnu = reconnaitre(tables);
  if (reconnu.kind !== "reconnu") throw new Error(reconnu.message);
  const correspondance = propositionDe(reconnu);
  const elements = elementsDe(extraire(tables, reconnu, correspondance));
  const fin = {
    fichier: "essai.csv",
    demarche: "essai",
    colonnes: memoireDe(reconnu, correspondance),
  };
  const chunks = Array.from({ length: Math.ceil(elements.length / TAILLE_BLOC) }, (_, at) => {
    const debut = at * TAILLE_BLOC;
    const part = elements.slice(debut, debut + TAILLE_BLOC);
    const request = { lot, debut, total: elements.length, elements: part, fin };
    return totalDe(fait("apiImportEtager", request, "etage").appels);
  });
  const apercu = fait("apiImportApercu", { lot }, "apercu");
  const { empreinte } = apercu.reponse;
  const apply = fait("apiImportAppliquer", { lot, empreinte });
  return {
    chunk: Math.max(...chunks),
    chunks: chunks.length,
    preview: totalDe(apercu.appels),
    apply: totalDe(apply.appels),
    after: classeur(),
  };
}

interface Cost {
  readonly first: ReturnType<typeof importer>;
  readonly again: ReturnType<typeof importer>;
}

const STEPS: readonly (readonly [title: string, callsOf: (cost: Cost) => number])[] = [
  ["Un envoi", ({ first }) => first.chunk],
  ["Aperçu", ({ first }) => first.preview],
  ["Application, tout est nouveau", ({ first }) => first.apply],
  ["Application, un dossier sur dix change", ({ again }) => again.apply],
];

/** Service calls of an import of 120 columns, the first time and the week after, by size. */
export function benchImport(dist: Complement): string {
  const costs = SIZES.map((size): Cost => {
    const empty = parcours(dist);
    empty.fait("apiInstaller", { guichet: "HDF" });
    const first = importer(dist, empty.classeur(), exportDe(size, false), "essai-premier");
    const again = importer(dist, first.after, exportDe(size, true), "essai-second");
    return { first, again };
  });
  const lines = STEPS.map(([title, callsOf]) => {
    const counts = costs.map(callsOf);
    const large = counts.filter((_, at) => (SIZES[at] ?? 0) >= TAILLE_BLOC);
    const constant = large.every((count) => count === large[0]);
    return [title, ...counts, "constant dès 1 000", verdict(constant)];
  });
  return tableau([
    [
      "Import, appels de service",
      ...SIZES.map((size) => `${size.toLocaleString("fr-FR")} dossiers`),
      "attendu",
      "",
    ],
    ["Envois de 1 000 lignes", ...costs.map(({ first }) => first.chunks), "", ""],
    ...lines,
  ]);
}
