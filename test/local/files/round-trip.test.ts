import { describe, expect, it, vi } from "vitest";
import type { WorkbookSnapshot } from "../../../local/engine/snapshot.js";
import type { Value } from "../../../local/engine/types.js";
import { readWorkbookFile } from "../../../local/files/read-workbook-file.js";
import { writeOds } from "../../../local/files/write-ods.js";
import { writeXlsx } from "../../../local/files/write-xlsx.js";
import { cell, contentAt, sheet, workbook } from "./workbook.js";

const NAME = "L'été & <co>";
const area = (row: number, column: number, rows: number, columns: number) => ({
  sheet: NAME,
  row,
  column,
  rows,
  columns,
});
const text = (row: number, column: number, value: string) => ({
  row,
  column,
  content: { kind: "value", value } as const,
});

const SNAPSHOT: WorkbookSnapshot = workbook(
  [
    sheet(
      NAME,
      [
        text(1, 1, "=1+1"),
        text(1, 2, "+33"),
        text(1, 3, "-2"),
        text(1, 4, "@x"),
        text(1, 5, "01004"),
        text(1, 6, "ligne 1\n  ligne 2  "),
        cell(2, 1, 44_377, { numberFormat: "dd/mm/yyyy" }),
        cell(2, 2, 12_500.5, {
          numberFormat: '#,##0.00 "€"',
          bold: true,
          color: "#ff0000",
          background: "#eef3fa",
        }),
        cell(2, 3, true),
        cell(2, 4, "relu", {
          note: "Vu le 12/07",
          wrap: true,
          horizontal: "center",
          vertical: "middle",
          italic: true,
          size: 14,
        }),
        cell(3, 1, '=SUMIFS(B2:B;A2:A;"<>a; b")'),
        cell(3, 2, '=FITN_TAUX(900;"3a";GUICHET)'),
        cell(3, 3, '=TEXTJOIN("; ";TRUE;A1:C1)'),
        cell(4, 1, "=FITN_INSTRUCTION(A1:C1;A2:C9)"),
      ],
      {
        frozenRows: 1,
        frozenColumns: 2,
        tabColor: "#1d4f91",
        hiddenRows: [3, 4],
        merges: [area(1, 7, 1, 3), area(8, 1, 2, 2)],
        filter: { area: area(2, 1, 8, 4), hidden: {} },
        columnWidths: { 1: 120, 3: 250 },
        validations: [
          {
            area: area(2, 7, 100, 1),
            rule: { kind: "list", values: ["Oui", 'Non "sûr"'] },
            allowInvalid: false,
            help: "Oui ou non",
          },
          {
            area: area(2, 8, 100, 1),
            rule: { kind: "range", range: area(1, 1, 1, 5) },
            allowInvalid: true,
          },
          {
            area: area(2, 9, 100, 1),
            rule: { kind: "number", min: 0, max: 1 },
            allowInvalid: false,
          },
          { area: area(2, 10, 100, 1), rule: { kind: "date" }, allowInvalid: false },
          { area: area(2, 11, 100, 1), rule: { kind: "checkbox" }, allowInvalid: false },
        ],
        conditional: [
          {
            areas: [area(2, 2, 9, 1), area(2, 4, 9, 1)],
            when: { kind: "formula", formula: '=OR(B2>1;$A2="a, b")' },
            style: { background: "#ffcccc", bold: true },
          },
          {
            areas: [area(2, 3, 9, 1)],
            when: { kind: "textEquals", text: "Inéligible" },
            style: { color: "#990000" },
          },
          {
            areas: [area(2, 5, 9, 1)],
            when: { kind: "numberAtLeast", limit: 0.8 },
            style: { background: "#ffe0b2" },
          },
          {
            areas: [area(2, 6, 9, 1)],
            when: { kind: "numberBetween", from: 1, to: 2 },
            style: { background: "#c8e6c9" },
          },
        ],
      },
    ),
    sheet("Caché", [cell(1, 1, 1)], { hidden: true }),
  ],
  { GUICHET: area(1, 1, 3, 2) },
);

/** What the formulas show: the one in A4 spills over two rows and two columns. */
const SHOWN = new Map<string, Value>([
  ["3:1", 12_500.5],
  ["3:2", 1],
  ["3:3", "=1+1; +33; -2"],
  ["4:1", "4012345"],
  ["4:2", "Raison ".repeat(600)],
  ["5:1", "4012346"],
  ["5:2", { error: "#N/A", message: "" }],
]);
const values = (name: string, row: number, column: number) =>
  name === NAME ? (SHOWN.get(`${row}:${column}`) ?? null) : null;

describe("writeXlsx then readWorkbookFile", () => {
  it("gives the same workbook", async () => {
    const read = await readWorkbookFile(await writeXlsx(SNAPSHOT, values), "x.xlsx");
    const [first, second] = read.sheets;
    expect(read.names).toEqual(SNAPSHOT.names);
    expect(first).toEqual(SNAPSHOT.sheets[0]);
    expect(second).toMatchObject({ name: "Caché", hidden: true });
  });

  it("gives the same bytes for the same content, in any zone", async () => {
    vi.stubEnv("TZ", "America/New_York");
    const there = await writeXlsx(SNAPSHOT, values);
    vi.stubEnv("TZ", "Europe/Paris");
    expect(await writeXlsx(SNAPSHOT, values)).toEqual(there);
    vi.unstubAllEnvs();
  });

  it("saves a known formula with its value where it spills", async () => {
    const snapshot = workbook([sheet("A", [cell(1, 1, "=INDEX(C1:D2;0;1)")])]);
    const shown = (_: string, row: number, column: number) =>
      column === 1 && row <= 2 ? row : null;
    const bytes = await writeXlsx(snapshot, shown, (_, row, column) =>
      column === 1 && row <= 2 ? { row: 1, column: 1 } : undefined,
    );
    const read = await readWorkbookFile(bytes, "x.xlsx");
    expect(read.sheets[0]?.cells).toEqual(snapshot.sheets[0]?.cells);
  });

  it("changes the names that Excel refuses, and what refers to them", async () => {
    const long = "Relevé des dossiers retenus par le comité";
    const area = { sheet: "Suivi 07/2021", row: 1, column: 1, rows: 2, columns: 1 };
    const snapshot = workbook(
      [
        sheet("Suivi 07/2021", [text(1, 1, "x")]),
        sheet("Suivi 07_2021", [
          cell(1, 1, "=COUNTA('Suivi 07/2021'!A1:A2)&\"'Suivi 07/2021'!\""),
          cell(2, 1, `=FITN_ELIGIBLE('${long}'!A1)`),
        ]),
        sheet(long, []),
      ],
      { GUICHET: area },
    );
    const shown = (name: string, row: number) =>
      name === "Suivi 07_2021" && row === 1 ? "vu" : null;
    const read = await readWorkbookFile(await writeXlsx(snapshot, shown), "x.xlsx");
    expect(read.sheets.map(({ name }) => name)).toEqual([
      "Suivi 07_2021",
      "Suivi 07_2021 (2)",
      "Relevé des dossiers retenus par",
    ]);
    expect(contentAt(read.sheets[1], 1, 1)).toEqual({
      kind: "formula",
      text: "=COUNTA('Suivi 07_2021'!A1:A2)&\"'Suivi 07/2021'!\"",
    });
    expect(contentAt(read.sheets[1], 2, 1)).toEqual({
      kind: "formula",
      text: "=FITN_ELIGIBLE('Relevé des dossiers retenus par'!A1)",
    });
    expect(read.names).toEqual({ GUICHET: { ...area, sheet: "Suivi 07_2021" } });
  });

  it("refuses to cut a typed text in .xlsx, and keeps it whole in .ods", async () => {
    const typed = (length: number) => workbook([sheet("A", [text(2, 3, "x".repeat(length))])]);
    await expect(writeXlsx(typed(32_768), () => null)).rejects.toThrow(
      "La cellule C2 de «\u00a0A\u00a0» compte 32\u202f768 caractères, un .xlsx en admet 32\u202f767\u00a0: raccourcissez ce texte, ou choisissez le format .ods.",
    );
    const longest = await readWorkbookFile(await writeXlsx(typed(32_767), () => null), "x.xlsx");
    expect(contentAt(longest.sheets[0], 2, 3)).toMatchObject({ value: "x".repeat(32_767) });
    const ods = await readWorkbookFile(await writeOds(typed(32_768), () => null), "x.ods");
    expect(contentAt(ods.sheets[0], 2, 3)).toMatchObject({ value: "x".repeat(32_768) });
  });

  it("leaves out what Excel cannot hold, and keeps the rest", async () => {
    const long = Array.from({ length: 60 }, (_, index) => `valeur ${index}`);
    const snapshot = workbook([
      sheet("A", [text(1, 1, "gardé")], {
        validations: [
          {
            area: { sheet: "A", row: 1, column: 2, rows: 1, columns: 1 },
            rule: { kind: "list", values: long },
            allowInvalid: false,
          },
        ],
        protections: [{ warningOnly: true, description: "Journal" }],
      }),
    ]);
    const read = await readWorkbookFile(await writeXlsx(snapshot, () => null), "x.xlsx");
    expect(contentAt(read.sheets[0], 1, 1)).toEqual({ kind: "value", value: "gardé" });
    expect(read.sheets[0]?.validations).toEqual([]);
  });
});

describe("writeOds then readWorkbookFile", () => {
  it("gives the same contents and names", async () => {
    const read = await readWorkbookFile(writeOds(SNAPSHOT, values), "x.ods");
    const contents = (of: WorkbookSnapshot) =>
      of.sheets.map(({ name, hidden, cells }) => ({
        name,
        hidden,
        cells: cells.map(({ row, column, content }) => ({ row, column, content })),
      }));
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
    expect(plain(contents(read))).toEqual(plain(contents(SNAPSHOT)));
    expect(read.names).toEqual(SNAPSHOT.names);
  });
});
