import type { CellSnapshot, WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { createHost, type Host } from "../../local/host/index.js";
import type { Complement } from "../../local/load-dist.js";
import { classeurDe } from "./classeur.js";
import { COMITE, demandeDecision } from "./comite.js";
import { numero } from "./dossiers.js";
import { tableau } from "./tableau.js";

const DOSSIERS = 10_000;
const LIGNES = 200_000;

/** Lines of the Journal, the older half of a former year. */
function journal(): readonly CellSnapshot[] {
  return Array.from({ length: LIGNES }, (_, index) => {
    const annee = index < LIGNES / 2 ? new Date().getFullYear() - 1 : new Date().getFullYear();
    return [
      `${annee}-01-04 10:00:00`,
      "referent@exemple.test",
      "Essai",
      numero(1 + (index % DOSSIERS)),
      "Motif",
      "avant",
      "après",
      `${index}`,
    ].map((value, column) => ({
      row: index + 2,
      column: column + 1,
      content: { kind: "value", value } as const,
    }));
  }).flat();
}

function installed(dist: Complement): WorkbookSnapshot {
  const host = createHost({ ...dist, snapshot: classeurDe(DOSSIERS) });
  host.callFromPage("apiInstaller", { guichet: "HDF" });
  host.callFromPage("apiComiteColonnes", {});
  host.callFromPage("apiComiteCreer", COMITE);
  const snapshot = host.workbook.snapshot();
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) =>
      sheet.name === "Journal"
        ? {
            ...sheet,
            rows: LIGNES + 1_000,
            cells: [...sheet.cells.filter(({ row }) => row === 1), ...journal()],
          }
        : sheet,
    ),
  };
}

type Fiche = Parameters<typeof demandeDecision>[1];

const decision = (host: Host) => {
  const id = numero(1);
  const shown = host.callFromPage("apiComiteDossier", { numero: id, comite: COMITE.nom });
  host.ledger.reset();
  return host.callFromPage("apiComiteDecider", demandeDecision(id, shown as Fiche));
};

const EXPORT = {
  onglets: [
    {
      nom: "Dossiers",
      lignes: [
        [
          "ID",
          "Email",
          "État du dossier",
          "Dernière mise à jour le",
          "Déposé le",
          "Instructeurs",
          "Établissement SIRET",
          "Entreprise raison sociale",
          "Intitulé du projet",
          "Coût total",
          "Financement demandé",
        ],
        ...Array.from({ length: 20 }, (_, index) => [
          numero(DOSSIERS + index + 1),
          "mairie@exemple.test",
          "En construction",
          "2021-06-10 12:00:00 +0200",
          "2021-06-01 09:30:00 +0200",
          "",
          "21590017600011",
          `COMMUNE ${index}`,
          `Projet revu ${index}`,
          30_000,
          20_000,
        ]),
      ],
    },
  ],
};

const ACTIONS: readonly (readonly [string, (host: Host) => unknown])[] = [
  ["Ouvrir le comité", (host) => host.callFromPage("apiComiteOuvrir")],
  ["Décider un dossier", decision],
  ["Importer 20 dossiers nouveaux", (host) => host.callFromPage("apiImporterTables", EXPORT)],
  [
    "Rapport mensuel DITP",
    (host) => host.callFromPage("apiRapportDitp", { mois: "2021-06", telQuel: true }),
  ],
  ["Tableau de bord", (host) => host.callFromPage("apiTableauDeBord", {})],
  ["Archiver un paquet du Journal", (host) => host.callFromPage("apiArchiverJournal", {})],
];

/** What each main action costs on a workbook far larger than any préfecture's. */
export function benchCharge(dist: Complement): string {
  const host = createHost({ ...dist, snapshot: installed(dist) });
  const rows = ACTIONS.map(([nom, run]) => {
    host.ledger.reset();
    const started = process.cpuUsage();
    const answer = run(host) as { readonly kind?: string };
    const { user, system } = process.cpuUsage(started);
    const { total, cellsRead, cellsWritten } = host.ledger;
    return [
      nom,
      String(answer.kind),
      String(total),
      String(cellsRead),
      String(cellsWritten),
      `${((user + system) / 1e6).toFixed(1)} s`,
    ];
  });
  return [
    `Charge : ${DOSSIERS} dossiers, ${LIGNES} lignes de Journal`,
    tableau([
      ["Action", "Résultat", "Appels", "Cellules lues", "Cellules écrites", "Processeur"],
      ...rows,
    ]),
  ].join("\n");
}
