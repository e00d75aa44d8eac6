import type { SheetSnapshot, WorkbookSnapshot } from "../../local/engine/snapshot.js";
import {
  type Cell,
  type Column,
  code,
  day,
  euro,
  integer,
  rate,
  tableSheet,
  text,
} from "./cells.js";
import type { Dossier, Fate, Order, Payment, Progress, Typed } from "./dossier.js";
import { marne } from "./marne.js";
import { nord } from "./nord.js";
import type { Theme } from "./projects.js";
import { seineEtMarne } from "./seine-et-marne.js";

/** The words of one référent for what became of a dossier. */
type Words = Record<
  "depose" | "instruction" | "ajourne" | "retenu" | "refuse" | "sansSuite" | "abandonne",
  string
>;

const FICTITIOUS =
  "Données d'exemple : les demandes, montants et entreprises sont fictifs ; seuls les codes et populations sont réels.";

/** The cell of a field, or what the référent typed in its place. */
const field =
  (name: Typed, plain: (dossier: Dossier) => Cell) =>
  (dossier: Dossier): Cell => {
    const typed = dossier.typed[name];
    return typed === undefined ? plain(dossier) : { value: typed };
  };

function state(words: Words) {
  return field("etat", ({ fate, engage, abandon }) => {
    if (abandon) return text(words.abandonne);
    if (engage) return text("Engagé");
    return text(words[fate.replace(/\d$/, "") as keyof Words & Fate]);
  });
}

const theme = (names: Partial<Record<Theme, string>>) =>
  field("theme", (dossier) => text(names[dossier.theme] ?? dossier.theme));

/** The companies that the référent notes in a column of their own: "Nom (dépt), Nom (dépt)". */
function companies({ orders }: Dossier): Cell {
  const own = orders.filter(({ dansLaFiche }) => dansLaFiche);
  if (own.length === 0) return {};
  return text(
    own
      .map(({ company, sansDepartement }) =>
        sansDepartement
          ? company.nom
          : `${company.nom.replace(" (fictif)", "")} (${company.departement})`,
      )
      .join(", "),
  );
}

const numero = (header: string): Column<Dossier> => ({
  header,
  width: 90,
  cell: (d) => code(d.numero),
});
const porteur = (header: string): Column<Dossier> => ({
  header,
  width: 230,
  cell: (d) => text(d.porteur.nom),
});
const population = (header: string): Column<Dossier> => ({
  header,
  width: 80,
  cell: field("population", (d) => integer(d.porteur.population)),
});
const siret: Column<Dossier> = { header: "SIRET", width: 130, cell: (d) => code(d.porteur.siret) };
const insee: Column<Dossier> = {
  header: "Code INSEE",
  width: 80,
  cell: (d) => code(d.porteur.insee || undefined),
};
const type: Column<Dossier> = {
  header: "Type de collectivité",
  width: 160,
  cell: (d) => text(d.porteur.type),
};
const intitule: Column<Dossier> = {
  header: "Intitulé du projet",
  width: 320,
  cell: (d) => ({ ...text(d.intitule), style: { wrap: true } }),
};
const cout = (header: string): Column<Dossier> => ({
  header,
  width: 110,
  cell: field("cout", (d) => euro(d.cout)),
});
const demande = (header: string): Column<Dossier> => ({
  header,
  width: 120,
  cell: field("demande", (d) => euro(d.demande)),
});
const autres: Column<Dossier> = {
  header: "Autres financements",
  width: 110,
  cell: (d) => euro(d.autres || undefined),
};
const depot: Column<Dossier> = {
  header: "Date de dépôt",
  width: 95,
  cell: field("depot", (d) => day(d.depot)),
};
const fin = (header: string): Column<Dossier> => ({
  header,
  width: 95,
  cell: field("fin", (d) => day(d.fin)),
});
const decide = (header: string): Column<Dossier> => ({
  header,
  width: 95,
  cell: field("decide", (d) => day(d.decide)),
});
const accorde = (header: string): Column<Dossier> => ({
  header,
  width: 110,
  cell: field("accorde", (d) => euro(d.accorde)),
});
const dated = (
  header: string,
  pick: (dossier: Dossier) => string | undefined,
): Column<Dossier> => ({
  header,
  width: 95,
  cell: (d) => day(pick(d)),
});
const noted = (
  header: string,
  pick: (dossier: Dossier) => string | undefined,
): Column<Dossier> => ({
  header,
  width: 220,
  cell: (d) => text(pick(d)),
});

type Of<T> = { dossier: Dossier; item: T };
const spread = <T>(
  dossiers: readonly Dossier[],
  pick: (dossier: Dossier) => readonly T[],
): Of<T>[] => dossiers.flatMap((dossier) => pick(dossier).map((item) => ({ dossier, item })));
const ofDossier = <T>(): Column<Of<T>> => ({
  header: "N° dossier",
  width: 90,
  cell: ({ dossier }) => code(dossier.numero),
});

function companySheet(dossiers: readonly Dossier[]): SheetSnapshot {
  const columns: Column<Of<Order>>[] = [
    ofDossier(),
    { header: "Entreprise", width: 220, cell: ({ item }) => text(item.company.nom) },
    { header: "SIRET", width: 130, cell: ({ item }) => code(item.company.siret) },
    {
      header: "Département du siège",
      width: 130,
      cell: ({ item }) => code(item.sansDepartement ? undefined : item.company.departement),
    },
    { header: "Montant de la commande", width: 140, cell: ({ item }) => euro(item.montant) },
    { header: "Objet", width: 200, cell: ({ item }) => text(item.objet) },
    { header: "Date", width: 90, cell: ({ item }) => day(item.date) },
  ];
  return tableSheet(
    "Entreprises",
    columns,
    spread(dossiers, ({ orders }) => orders.filter(({ dansLaFiche }) => !dansLaFiche)),
  );
}

function progressSheet(dossiers: readonly Dossier[]): SheetSnapshot {
  const columns: Column<Of<Progress>>[] = [
    ofDossier(),
    { header: "Date", width: 90, cell: ({ item }) => day(item.date) },
    { header: "Statut", width: 110, cell: ({ item }) => text(item.statut) },
    { header: "Pourcentage", width: 90, cell: ({ item }) => rate(item.part) },
    { header: "Commentaire", width: 300, cell: ({ item }) => text(item.commentaire) },
    { header: "Auteur", width: 120, cell: () => text("Référent (exemple)") },
  ];
  return tableSheet(
    "Avancement",
    columns,
    spread(dossiers, ({ progress }) => progress),
  );
}

function paymentSheet(dossiers: readonly Dossier[]): SheetSnapshot {
  const columns: Column<Of<Payment>>[] = [
    ofDossier(),
    { header: "Date", width: 90, cell: ({ item }) => day(item.date) },
    { header: "Montant", width: 110, cell: ({ item }) => euro(item.montant) },
    { header: "Nature", width: 90, cell: ({ item }) => text(item.nature) },
    { header: "Référence", width: 140, cell: ({ item }) => text(item.reference) },
  ];
  return tableSheet(
    "Paiements",
    columns,
    spread(dossiers, ({ payments }) => payments),
  );
}

function settingsSheet(settings: readonly (readonly [string, string])[]): SheetSnapshot {
  type Setting = (typeof settings)[number];
  const columns: Column<Setting>[] = [
    { header: "Clé", width: 140, cell: ([key]) => text(key) },
    { header: "Valeur", width: 200, cell: ([, value]) => code(value) },
    { header: "Origine", width: 110, cell: () => text("préfecture") },
    { header: "Source", width: 260, cell: () => text("Saisie du référent (exemple)") },
  ];
  return tableSheet("Paramètres", columns, settings);
}

/** A tab that says that the applications are invented, where a référent sees it. */
function noticeSheet(): SheetSnapshot {
  return {
    name: "À lire",
    rows: 100,
    columns: 26,
    columnWidths: { 1: 760 },
    cells: [
      {
        row: 1,
        column: 1,
        content: { kind: "value", value: FICTITIOUS },
        style: { bold: true, wrap: true },
      },
    ],
  };
}

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
