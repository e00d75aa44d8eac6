import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { TEXTES_TRIMESTRE } from "../../src/reports/trimestre-textes.js";
import { once } from "../../src/rules/once.js";
import { type Atelier, atelier, installe, type Options, suivi } from "../app/aides/atelier.js";
import { COMITE, seance } from "../app/aides/comite.js";
import { departementIdf } from "../app/aides/departement.js";
import { apercevoir, appliquer, depose, exportDe } from "../app/aides/import.js";
import { journalAncien } from "../app/aides/journal-ancien.js";
import { poser } from "../app/aides/poser.js";
import { classeur, jour, onglet, type Saisie } from "../app/aides/saisie.js";

/** Rows that a tab keeps beyond what it holds: formats of a thousand empty rows only cost time. */
const ROOM = 60;

/** The same workbook with few empty rows, so that it is opened quickly again and again. */
function trimmed({ host }: Atelier): WorkbookSnapshot {
  const snapshot = host.workbook.snapshot();
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      if (sheet.name === "Paramètres") return sheet;
      const filled = sheet.cells.filter(({ content }) => content !== undefined);
      const rows = filled.reduce((most, { row }) => Math.max(most, row), 1) + ROOM;
      return {
        ...sheet,
        rows: Math.min(sheet.rows, rows),
        cells: sheet.cells.filter(({ row }) => row <= rows),
      };
    }),
  };
}

const made = (make: () => Atelier) => once(() => trimmed(make()));

export const DEMARRAGE = once(() => suivi("suivi-nord.xlsx"));
export const INSTALLE = made(() => installe("suivi-nord.xlsx"));
export const COMITE_NORD = made(() => seance("suivi-nord.xlsx"));
export const IDF = made(() => installe("suivi-seine-et-marne.xlsx"));

/** In Nord: filed, 38 900 € of cost, 19 400 € asked, not decided. */
export const MORMAL = "4212014";
/** In Nord: retained and notified. */
export const VALENCIENNES = "4210918";
/** In Marne: to be decided. */
export const SUIPPES = "4307173";
export const PRUNAY = "4306077";
export { COMITE };

export const FAVORABLE = {
  avis: "favorable",
  exception: false,
  motifException: "",
  motif: "",
  conditions: "convention avant l’été",
  derogation: "",
};

/** A decision on what the workbook shows. */
export function decide(opened: Atelier, numero = MORMAL, montant = 1_940_000) {
  const { vu } = vuDe(opened, numero);
  return opened.api("apiComiteDecider", {
    numero,
    comite: COMITE,
    vu,
    decision: { ...FAVORABLE, montant },
    notes: [{ code: "constat", note: 4, justification: "partagé" }],
  });
}

/** What the page shows of a dossier: asked anew where a call fails, as a page does. */
export const vuDe = (opened: Atelier, numero: string) =>
  opened.api("apiComiteDossier", { numero, comite: COMITE }) as unknown as {
    vu: Readonly<Record<string, string>>;
  };

export const DECIDE = made(() => {
  const opened = seance("suivi-nord.xlsx");
  decide(opened);
  return opened;
});

/** What a committee that decided is changed to. */
export const AUTRE_COMITE = {
  nom: COMITE,
  nouveauNom: "Comité d’été",
  date: "2021-07-20",
  confirme: true,
};

/** The same committee under another name, on another day. */
export const COMITE_CHANGE = made(() => {
  const opened = atelier(DECIDE());
  opened.api("apiComiteModifier", AUTRE_COMITE);
  return opened;
});

/** A committee in Marne with two proposals waiting. */
export const PROPOSITIONS = made(() => {
  const opened = seance("suivi-marne.xlsx");
  opened.api("apiComiteColonnes", { propositions: true });
  for (const [numero, avis, montant] of [
    [SUIPPES, "favorable", 9_600],
    [PRUNAY, "favorable", 1_000],
  ] as const) {
    opened.taper(numero, "Avis proposé", avis);
    opened.taper(numero, "Montant proposé", montant);
  }
  return opened;
});

/** What a person types in the cell of a dossier. */
export function taper({ host }: Atelier, numero: string, entete: string, texte: string): void {
  for (const { name } of host.workbook.sheets) {
    const rows = host.values(name);
    const column = rows.find((row) => row.includes(entete))?.indexOf(entete) ?? -1;
    const row = rows.findIndex(([cell]) => String(cell) === numero);
    if (column < 0 || row < 0) continue;
    poser(host, name, row + 1, column + 1, texte);
    return;
  }
  throw new Error(`${numero}, ${entete}`);
}

const LAUREATS: readonly (readonly Saisie[])[] = [
  [
    "N° dossier",
    "Porteur",
    "Intitulé du projet",
    "Thème",
    "Coût total",
    "État",
    "Montant accordé",
    "Comité",
    "Décidé le",
    "Notifié le",
    "Conventionné le",
    "Engagé le",
    "Abandonné le",
    "Motif",
  ],
  ...["1", "2", "3"].map((numero): Saisie[] => [
    numero,
    `Ville ${numero}`,
    `Projet ${numero}`,
    "3c",
    50_000,
    numero === "3" ? "Non retenu" : "Retenu",
    numero === "3" ? "" : 20_000.5,
    "Comité de juillet",
    jour("2021-07-06"),
    "",
    "",
    "",
    "",
    numero === "3" ? "Impact non démontré" : "",
  ]),
];

const APRES = [
  onglet("Suivi", LAUREATS),
  onglet("Comités", [
    ["Comité", "Date", "Présents", "Statut", "Votes"],
    ["Comité de juillet", jour("2021-07-06"), "Mme A", "tenu", "Unanimité"],
  ]),
];

/** A small workbook after a committee. */
export const APRES_COMITE = made(() => equipped(APRES));

/** The same in Île-de-France, where the region is told before anybody is notified. */
export const APRES_COMITE_IDF = made(() => equipped(APRES, "IDF-V1"));

/** A préfecture that has set criteria of evaluation. */
export const EVALUABLE = made(() => {
  const opened = equipped(APRES);
  const row = opened.host.values("Paramètres").length + 1;
  const area = { sheet: "Paramètres", row, column: 1, rows: 1, columns: 2 };
  opened.host.workbook.write(area, (_, column) => ({
    kind: "value",
    value: ["evaluation.impact", "Impact constaté"][column] ?? "",
  }));
  return opened;
});

function equipped(sheets: Parameters<typeof classeur>[0], guichet = "HDF", options: Options = {}) {
  const opened = atelier(classeur(sheets), options);
  opened.api("apiInstaller", { guichet, prefecture: "Préfecture d’Exemple" });
  return opened;
}

const SANS_COLONNES = ["N° dossier", "Porteur", "Coût total", "État", "Montant accordé"];

/** A référent's tab that lacks columns. */
export const SANS_DATES = made(() =>
  equipped([onglet("Suivi", [SANS_COLONNES, ["1", "Ville 1", 50_000, "Retenu", 20_000]])]),
);

/** One state marked, to be undone. */
export const AVANCE = made(() => {
  const opened = atelier(APRES_COMITE());
  opened.api("apiMarquerEtat", ETAT);
  return opened;
});
export const ETAT = { numeros: ["1", "2"], vers: "Notifié", jour: "2021-07-10" };

/** A report of progress kept, to be taken back. */
export const AVANCEMENT = made(() => {
  const opened = atelier(APRES_COMITE());
  opened.api("apiSuiviAvancement", ETAT_D_AVANCEMENT);
  return opened;
});
export const ETAT_D_AVANCEMENT = {
  numero: "1",
  date: "2021-07-10",
  statut: "En cours",
  pourcentage: 4_000,
  commentaire: "=1+1",
};

/** The batch that the Journal told last, the same before it is undone and after. */
export const dernierLot = ({ host }: Atelier): string =>
  String(host.values("Journal").findLast((row) => !String(row[2]).includes("annulation"))?.[7]);

/** A monthly report made and not sent. */
export const RAPPORT = made(() => {
  const opened = atelier(APRES_COMITE());
  opened.api("apiRapportDitp", { mois: "2021-07", telQuel: true });
  return opened;
});

/** A quarterly account whose texts a person has typed in the tab itself. */
export const TRIMESTRE = made(() => {
  const opened = atelier(IDF());
  opened.api("apiRapport", { rapport: "Trimestre DITP", periode: "2021-T2" });
  const nom = "Trimestre DITP 2021-T2";
  const rows = opened.host.values(nom);
  for (const { libelle } of TEXTES_TRIMESTRE) {
    const row = rows.findIndex(([label]) => label === libelle) + 1;
    poser(opened.host, nom, row, 4, `Tapé : ${libelle}`);
  }
  return opened;
});

/** The columns that a simulation or a region cannot do without. */
const AU_PLUS_COURT = [
  "N° dossier",
  "Porteur",
  "Thème",
  "Population",
  "Coût total",
  "Subvention demandée",
  "État",
  "Montant accordé",
];

export const SCENARIO = {
  nom: "Prudent",
  guichet: "HDF",
  objectif: "Population",
  enveloppe: 5_000_000,
  lignes: [
    { numero: "A", choix: "Retenu", montant: 2_000_000 },
    { numero: "D", choix: "Écarté" },
  ],
};

export const SIMULATION = made(() =>
  equipped([
    onglet("Suivi", [
      AU_PLUS_COURT,
      ["A", "Ville A", "3a", 5_000, 40_000, 30_000, "En instruction", ""],
      ["D", "Ville D", "3a", 300, 30_000, 15_000, "Ajourné", ""],
    ]),
  ]),
);
export const SCENARIO_GARDE = made(() => {
  const opened = atelier(SIMULATION());
  opened.api("apiSimulationEnregistrer", SCENARIO);
  return opened;
});
export const SCENARIO_PRET = made(() => {
  const opened = atelier(SCENARIO_GARDE());
  opened.api("apiSimulationColonnes");
  return opened;
});

/** The workbook of a region. */
export const REGION = made(() =>
  equipped([onglet("Feuille 1", [["Bonjour"]])], "IDF-V1", { le: "2021-09-15T10:00:00Z" }),
);

/** What the region takes from a département. */
export const DEPARTEMENT = departementIdf("77", [
  AU_PLUS_COURT,
  ["1", "Ville 1", "1", 5_000, 60_000, 50_000, "Retenu", 20_000],
]);

const headers = ["Mon avis", "N° DS", "Collectivité", "Coût global", "Date de dépôt", "Décision"];
const FIRST = exportDe([depose("1"), depose("2")]);
export const LATER = exportDe([depose("1", { "Coût total": "31000" }), depose("2"), depose("3")]);

export const IMPORT_VIDE = made(() => equipped([onglet("Suivi", [headers])]));

/** An import seen and waiting for its yes. */
export const ATTENTE = once(() => {
  const opened = atelier(IMPORT_VIDE());
  appliquer(opened, apercevoir(opened, FIRST));
  const apercu = apercevoir(opened, LATER);
  return { apercu, snapshot: trimmed(opened) };
});

/** An import in, and its batch. */
export const IMPORTE = once(() => {
  const { apercu, snapshot } = ATTENTE();
  const opened = atelier(snapshot);
  const done = appliquer(opened, apercu);
  if (done.kind !== "fait") throw new Error(JSON.stringify(done));
  return { lot: done.lot, snapshot: trimmed(opened) };
});

/** A Journal with former years. */
export const JOURNAL = once(() => journalAncien({ 2019: 2, 2020: 1, 2021: 1 }));

/** A region's workbook where a département came in. */
export const CONSOLIDE = made(() => {
  const opened = atelier(REGION());
  opened.api("apiRegionConsolider", { ...DEPARTEMENT, apercu: false });
  return opened;
});
