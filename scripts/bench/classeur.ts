import type { CellSnapshot, WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { type CelluleSynthetique, dossier, ENTETES, isLaureat, numero } from "./dossiers.js";

/** Serial number of 1 January 2021. */
const FIRST_DAY = 44_197;

function cells(
  rows: readonly (readonly CelluleSynthetique[])[],
  firstRow: number,
): readonly CellSnapshot[] {
  return rows.flatMap((row, atRow) =>
    row.flatMap((value, atColumn): CellSnapshot[] => {
      if (value === "") return [];
      const place = { row: firstRow + atRow, column: atColumn + 1 };
      return typeof value === "object"
        ? [
            {
              ...place,
              content: { kind: "value", value: FIRST_DAY + value.jour },
              style: { numberFormat: "dd/mm/yyyy" },
            },
          ]
        : [{ ...place, content: { kind: "value", value } }];
    }),
  );
}

function ranks(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** A référent's workbook before anything is installed: one tab of so many dossiers. */
export function classeurDe(count: number): WorkbookSnapshot {
  return {
    locale: "fr_FR",
    timeZone: "Europe/Paris",
    names: {},
    properties: {},
    sheets: [
      {
        name: "Suivi FITN7",
        rows: count + 20,
        columns: ENTETES.length + 2,
        cells: cells([ENTETES, ...ranks(count).map(dossier)], 1),
      },
    ],
  };
}

/** Columns of the référent's own for what a committee decides. */
const DECISION = ["Décision", "Date CODIR", "Subvention État"];

/** The same workbook where these columns mean nothing to the add-in: the committee's are then added side by side. */
export function sansDecision(classeur: WorkbookSnapshot): WorkbookSnapshot {
  return {
    ...classeur,
    sheets: classeur.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        const { content } = cell;
        if (cell.row > 1 || content?.kind !== "value") return cell;
        const rank = DECISION.indexOf(String(content.value));
        return rank < 0 ? cell : { ...cell, content: { ...content, value: `Interne ${rank + 1}` } };
      }),
    })),
  };
}

/** An installed workbook with a company and a progress entry for each lauréat. */
export function avecSuivi(installed: WorkbookSnapshot, count: number): WorkbookSnapshot {
  const laureats = ranks(count).filter(isLaureat);
  const added: Readonly<Record<string, readonly (readonly CelluleSynthetique[])[]>> = {
    Entreprises: laureats.map((rank) => [
      numero(rank),
      `Société ${rank}`,
      "",
      rank % 10 === 0 ? "" : "59",
      5_000,
    ]),
    Avancement: laureats.map((rank) => [
      numero(rank),
      { jour: 130 + (rank % 60) },
      "En cours",
      0.4,
      "maquettes validées",
    ]),
  };
  return {
    ...installed,
    sheets: installed.sheets.map((sheet) => {
      const rows = added[sheet.name];
      if (!rows) return sheet;
      const placed = cells(rows, 2);
      const taken = new Set(placed.map(({ row, column }) => `${row}:${column}`));
      return {
        ...sheet,
        rows: Math.max(sheet.rows, rows.length + 1),
        cells: [
          ...sheet.cells.filter(({ row, column }) => !taken.has(`${row}:${column}`)),
          ...placed,
        ],
      };
    }),
  };
}

/** The same workbook with settings added at the foot of `Paramètres`. */
export function avecReglages(
  installed: WorkbookSnapshot,
  reglages: readonly (readonly [cle: string, valeur: string])[],
): WorkbookSnapshot {
  return {
    ...installed,
    sheets: installed.sheets.map((sheet) => {
      if (sheet.name !== "Paramètres") return sheet;
      const filled = sheet.cells.filter(({ content }) => content !== undefined);
      const last = filled.reduce((most, { row }) => Math.max(most, row), 1);
      return { ...sheet, cells: [...sheet.cells, ...cells(reglages, last + 1)] };
    }),
  };
}
