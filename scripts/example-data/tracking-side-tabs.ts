import type { SheetSnapshot } from "../../local/engine/snapshot.js";
import { type Column, code, day, euro, rate, tableSheet, text } from "./cells.js";
import type { Dossier, Order, Payment, Progress } from "./dossier.js";

const FICTITIOUS =
  "Données d'exemple : les demandes, montants et entreprises sont fictifs ; seuls les codes et populations sont réels.";

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

export function companySheet(dossiers: readonly Dossier[]): SheetSnapshot {
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

export function progressSheet(dossiers: readonly Dossier[]): SheetSnapshot {
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

export function paymentSheet(dossiers: readonly Dossier[]): SheetSnapshot {
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

export function settingsSheet(settings: readonly (readonly [string, string])[]): SheetSnapshot {
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
export function noticeSheet(): SheetSnapshot {
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
