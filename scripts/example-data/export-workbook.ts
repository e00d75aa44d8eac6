import type { SheetSnapshot, WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { type Cell, type Column, code, serialDay, tableSheet } from "./cells.js";
import type { Order } from "./dossier.js";
import { type PlatformDossier, platformDossiers } from "./platform.js";
import {
  accountColumns,
  type ExportCell,
  type ExportColumn,
  establishmentColumns,
  fieldColumns,
  type Kind,
  LEGAL_NAME,
  SUPPLIER_LABEL,
  stateColumns,
} from "./platform-columns.js";

/** A workbook holds real times (.xlsx) or their text (.ods). */
export type Dates = "real" | "text";

const DATE_TIME = "yyyy-mm-dd h:mm AM/PM";
const SECONDS_IN_DAY = 86_400;

function serialTime(time: string): number {
  const [day = "", clock = ""] = time.split(" ");
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
  return serialDay(day) + (hours * 3600 + minutes * 60 + seconds) / SECONDS_IN_DAY;
}

function workbookCell(cell: ExportCell, dates: Dates): Cell {
  if (cell === undefined) return {};
  if (typeof cell === "string") return code(cell);
  if (typeof cell !== "object") return { value: cell };
  if (dates === "text") return code(cell.time);
  return { value: serialTime(cell.time), style: { numberFormat: DATE_TIME } };
}

function sheet<T>(
  name: string,
  columns: readonly { header: string; cell: (item: T) => ExportCell }[],
  items: readonly T[],
  dates: Dates,
): SheetSnapshot {
  const written: Column<T>[] = columns.map(({ header, cell }) => ({
    header,
    cell: (item) => workbookCell(cell(item), dates),
  }));
  return { ...tableSheet(name, written, items), frozenRows: 0 };
}

/** A row of "Etablissements": the applicant's own, or that of a field of the form. */
interface Establishment {
  readonly item: PlatformDossier;
  readonly supplier?: Order;
}

function establishments(
  kind: Kind,
  items: readonly PlatformDossier[],
  dates: Dates,
): SheetSnapshot {
  const rows = items.flatMap((item): Establishment[] => [
    { item },
    ...item.dossier.orders.slice(0, 1).map((supplier) => ({ item, supplier })),
  ]);
  const supplierCell = (header: string, { company }: Order): ExportCell => {
    if (header === "Établissement SIRET" || header === "Entreprise SIRET siège social")
      return company.siret;
    if (header === "Entreprise SIREN") return company.siret.slice(0, 9);
    if (header === "Entreprise raison sociale") return company.nom;
    return undefined;
  };
  const block = establishmentColumns(kind).flatMap((column: ExportColumn) => [
    {
      header: column.header,
      cell: ({ item, supplier }: Establishment) =>
        supplier ? supplierCell(column.header, supplier) : column.cell(item),
    },
    ...(column.header === "Établissement SIRET"
      ? [{ header: "Etablissement enseigne", cell: () => undefined }]
      : []),
  ]);
  return sheet(
    "Etablissements",
    [
      { header: "Dossier ID", cell: ({ item }: Establishment) => item.dossier.numero },
      {
        header: "Champ",
        cell: ({ supplier }: Establishment) => (supplier ? SUPPLIER_LABEL : "Dossier"),
      },
      ...block,
    ],
    rows,
    dates,
  );
}

function opinions(items: readonly PlatformDossier[], dates: Dates): SheetSnapshot {
  return sheet<PlatformDossier>(
    "Avis",
    [
      { header: "Dossier ID", cell: ({ dossier }) => dossier.numero },
      { header: "Introduction", cell: () => "Merci de donner votre avis sur cette demande." },
      { header: "Réponse", cell: () => "Projet mûr ; le calendrier est à préciser." },
      { header: "Question", cell: () => "Le projet est-il prêt à démarrer ?" },
      { header: "Réponse oui/non", cell: () => "oui" },
      { header: "Créé le", cell: ({ examined }) => (examined ? { time: examined } : undefined) },
      { header: "Répondu le", cell: ({ treated }) => (treated ? { time: treated } : undefined) },
      { header: "Instructeur", cell: () => "referent.nord@example.org" },
      { header: "Expert", cell: () => "expert.numerique@example.org" },
    ],
    items.filter(({ etat }) => etat === "Accepté").slice(0, 3),
    dates,
  );
}

function companies(items: readonly PlatformDossier[], dates: Dates): SheetSnapshot {
  const rows = items
    .filter(({ etat }) => etat === "Accepté")
    .flatMap(({ dossier }) =>
      dossier.orders.map((order, index) => ({ dossier, order, line: index + 1 })),
    );
  return sheet(
    "(123456) Entreprises retenues",
    [
      { header: "Dossier ID", cell: ({ dossier }) => dossier.numero },
      { header: "Ligne", cell: ({ line }) => line },
      { header: "Raison sociale", cell: ({ order }) => order.company.nom },
      { header: "SIRET", cell: ({ order }) => order.company.siret },
      {
        header: "Département du siège",
        cell: ({ order }) => (order.sansDepartement ? undefined : order.company.departement),
      },
      { header: "Montant", cell: ({ order }) => order.montant },
    ],
    rows,
    dates,
  );
}

/** The platform's export as a workbook. "Dossiers" has no SIRET: it is in "Etablissements". */
export function exportWorkbook(kind: Kind, dates: Dates): WorkbookSnapshot {
  const items = platformDossiers();
  const columns = [
    ...accountColumns(kind),
    LEGAL_NAME,
    ...stateColumns(kind),
    ...fieldColumns(kind),
  ];
  return {
    locale: "fr_FR",
    timeZone: "Europe/Paris",
    sheets: [
      sheet("Dossiers", columns, items, dates),
      establishments(kind, items, dates),
      opinions(items, dates),
      companies(items, dates),
    ],
    names: {},
    properties: {},
  };
}
