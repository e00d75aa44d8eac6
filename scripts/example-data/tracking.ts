import type { SheetSnapshot, WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { integer, rate, tableSheet, text } from "./cells.js";
import type { Dossier } from "./dossier.js";
import { marne } from "./marne.js";
import { nord } from "./nord.js";
import { seineEtMarne } from "./seine-et-marne.js";
import {
  accorde,
  autres,
  companies,
  cout,
  dated,
  decide,
  demande,
  depot,
  field,
  fin,
  insee,
  intitule,
  noted,
  numero,
  population,
  porteur,
  siret,
  state,
  theme,
  type,
  type Words,
} from "./tracking-columns.js";
import {
  companySheet,
  noticeSheet,
  paymentSheet,
  progressSheet,
  settingsSheet,
} from "./tracking-side-tabs.js";

function workbook(sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return {
    locale: "fr_FR",
    timeZone: "Europe/Paris",
    sheets: [...sheets, noticeSheet()],
    names: {},
    properties: {},
  };
}

function nordWorkbook(): WorkbookSnapshot {
  const dossiers = nord();
  const words: Words = {
    depose: "Déposé",
    instruction: "En instruction",
    ajourne: "Ajourné",
    retenu: "favorable",
    refuse: "Non retenu",
    sansSuite: "Sans suite",
    abandonne: "Abandonné",
  };
  const names = {
    "3a": "1 - organisation",
    "3b": "2 - connaissances et compétences",
    "3c": "3 - relation usagers",
    "3d": "4 - laboratoire",
  };
  const main = tableSheet<Dossier>(
    "Suivi FITN7",
    [
      numero("N° dossier"),
      porteur("Collectivité"),
      siret,
      insee,
      type,
      population("Pop."),
      { header: "Thématique", width: 200, cell: theme(names) },
      intitule,
      cout("Coût total HT"),
      demande("Subvention demandée"),
      autres,
      depot,
      fin("Fin prévisionnelle"),
      { header: "Décision", width: 110, cell: state(words) },
      decide("Date CODIR"),
      accorde("Montant accordé"),
      dated("Notifié le", (d) => d.notifie),
      dated("Conventionné le", (d) => d.conventionne),
      dated("Engagé le", (d) => d.engage),
      dated("Abandonné le", (d) => d.abandon),
      { header: "Prestataire(s)", width: 220, cell: companies },
      noted("Relance tél.", (d) => d.relance),
      noted("Commentaire chargé de mission", (d) => d.commentaire),
    ],
    dossiers,
    {
      headerStyle: { background: "#1f3864", color: "#ffffff", wrap: true, vertical: "middle" },
      frozenColumns: 2,
      rowStyle: (row) => (row % 2 === 0 ? { background: "#eef3fa" } : undefined),
    },
  );
  return workbook([main, companySheet(dossiers), progressSheet(dossiers), paymentSheet(dossiers)]);
}

function marneWorkbook(): WorkbookSnapshot {
  const dossiers = marne();
  const words: Words = {
    depose: "déposé",
    instruction: "En instruction",
    ajourne: "Ajourné",
    retenu: "Favorable",
    refuse: "Défavorable",
    sansSuite: "classé sans suite",
    abandonne: "Abandonné",
  };
  const granted = ({ accorde: grant, cout: cost }: Dossier) =>
    rate(grant === undefined ? undefined : Math.floor((grant / cost) * 10_000) / 10_000);
  const main = tableSheet<Dossier>(
    "Dossiers 2021",
    [
      numero("Numéro DS"),
      porteur("Porteur"),
      insee,
      population("Population INSEE"),
      { header: "Axe/volet", width: 80, cell: theme({ "3a": "i", "3b": "ii", "3c": "iii" }) },
      intitule,
      type,
      cout("Coût global"),
      demande("Montant sollicité"),
      depot,
      { header: "Avis comité", width: 110, cell: state(words) },
      decide("Date CODIR"),
      accorde("Subvention État"),
      { header: "Taux accordé", width: 80, cell: field("taux", granted) },
      fin("Date de fin"),
      { header: "Entreprises (dépt)", width: 220, cell: companies },
      dated("Notifié le", (d) => d.notifie),
      dated("Engagé le", (d) => d.engage),
      dated("Abandonné le", (d) => d.abandon),
      noted("Relance tél.", (d) => d.relance),
      noted("Observations", (d) => d.commentaire),
    ],
    dossiers,
    {
      headerRow: 3,
      above: [
        "FITN7 – Guichet de la Marne – suivi des dossiers 2021",
        "Mis à jour le 15/07/2021 – demandes fictives",
      ],
      headerStyle: { background: "#fff2cc", wrap: true },
    },
  );
  const settings = settingsSheet([
    ["guichet", "MARNE-V1"],
    ["prefecture", "Préfecture de la Marne"],
    ["departement", "51"],
  ]);
  return workbook([
    main,
    companySheet(dossiers),
    progressSheet(dossiers),
    paymentSheet(dossiers),
    settings,
  ]);
}

function seineEtMarneWorkbook(): WorkbookSnapshot {
  const dossiers = seineEtMarne();
  const words: Words = {
    depose: "Déposé",
    instruction: "en instruction",
    ajourne: "ajourné",
    retenu: "Lauréat",
    refuse: "Refusé",
    sansSuite: "Sans suite",
    abandonne: "Abandonné",
  };
  const main = tableSheet<Dossier>(
    "Tableau de suivi",
    [
      numero("N° DS"),
      { header: "Guichet", width: 80, cell: (d) => text(d.guichet) },
      porteur("Bénéficiaire"),
      siret,
      insee,
      type,
      population("Population"),
      {
        header: "Thématique",
        width: 90,
        cell: theme({ "3a": "1", "3b": "2", "3c": "3", ADS: "4" }),
      },
      intitule,
      cout("Coût total"),
      demande("Subvention demandée"),
      { header: "Communes rattachées", width: 90, cell: (d) => integer(d.communes) },
      depot,
      fin("Fin prévisionnelle"),
      { header: "Décision", width: 110, cell: state(words) },
      decide("Date CODIR"),
      accorde("Montant accordé"),
      { header: "Exception", width: 80, cell: (d) => text(d.exception ? "Oui" : undefined) },
      noted("Motif d'exception", (d) => d.exception),
      dated("Notifié le", (d) => d.notifie),
      dated("Conventionné le", (d) => d.conventionne),
      dated("Engagé le", (d) => d.engage),
      dated("Abandonné le", (d) => d.abandon),
      { header: "Prestataire(s)", width: 240, cell: companies },
      noted("Commentaire chargé de mission", (d) => d.commentaire),
    ],
    dossiers,
    { headerStyle: { background: "#e2efda", italic: true, horizontal: "center", wrap: true } },
  );
  return workbook([main, progressSheet(dossiers), paymentSheet(dossiers)]);
}

/** The three tracking workbooks, by file name. */
export const TRACKING_WORKBOOKS: Readonly<Record<string, () => WorkbookSnapshot>> = {
  "suivi-nord.xlsx": nordWorkbook,
  "suivi-marne.xlsx": marneWorkbook,
  "suivi-seine-et-marne.xlsx": seineEtMarneWorkbook,
};
