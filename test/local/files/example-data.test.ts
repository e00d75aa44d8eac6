import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../local/engine/snapshot.js";
import { readWorkbookFile } from "../../../local/files/read-workbook-file.js";
import { exampleFiles } from "../../../scripts/example-data/files.js";
import { siret } from "../../../scripts/example-data/siret.js";

const DATA = new URL("../../data/", import.meta.url);

/** A sheet as rows of what its cells hold. */
function rows(of: SheetSnapshot | undefined): unknown[][] {
  const cells = of?.cells ?? [];
  const grid: unknown[][] = Array.from(
    { length: Math.max(0, ...cells.map(({ row }) => row)) },
    () => [],
  );
  for (const { row, column, content } of cells) {
    const line = grid[row - 1];
    if (line) line[column - 1] = content?.kind === "value" ? content.value : content?.text;
  }
  return grid;
}

describe("the example data", () => {
  let made: Record<string, Uint8Array>;
  const read = (name: string): Promise<WorkbookSnapshot> =>
    readWorkbookFile(made[name] ?? new Uint8Array(), name);
  beforeAll(async () => {
    made = await exampleFiles();
  });

  it("is what the generator makes (npm run donnees)", async () => {
    const committed = readdirSync(DATA).filter((name) => !name.endsWith(".md"));
    expect(Object.keys(made).sort()).toEqual(committed.sort());
    for (const name of committed) {
      const bytes = readFileSync(new URL(name, DATA));
      expect(await readWorkbookFile(bytes, name), name).toEqual(await read(name));
    }
  });

  it("says that it is fictitious in each tracking workbook", async () => {
    for (const name of Object.keys(made).filter((file) => file.startsWith("suivi-")))
      expect(rows((await read(name)).sheets.at(-1))[0]?.[0]).toMatch(/fictifs/);
  });

  it.each([
    ["suivi-nord.xlsx", "Suivi FITN7", 1, "N° dossier"],
    ["suivi-marne.xlsx", "Dossiers 2021", 3, "Numéro DS"],
    ["suivi-seine-et-marne.xlsx", "Tableau de suivi", 1, "N° DS"],
  ])("%s has its dossiers in « %s », headers in row %i", async (name, tab, headerRow, header) => {
    const [first] = (await read(name)).sheets;
    expect(first?.name).toBe(tab);
    const lines = rows(first);
    expect(lines[headerRow - 1]?.[0]).toBe(header);
    const dossiers = lines.slice(headerRow);
    expect(dossiers.length).toBeGreaterThanOrEqual(30);
    expect(dossiers.length).toBeLessThanOrEqual(45);
    expect(
      dossiers.every(([numero]) => /^\d{7}$/.test(String(numero)) && typeof numero === "string"),
    ).toBe(true);
  });

  it.each([
    "export-2021.csv",
    "export-2026.csv",
    "export-2021.xlsx",
    "export-2026.xlsx",
    "export-2026.ods",
  ])("%s begins with the two dossiers of Armentières", async (name) => {
    const [header = [], first = [], second = []] = rows((await read(name)).sheets[0]);
    const [cost, filed, insee] = [
      "Coût global du projet",
      "Déposé le",
      /^Commune \(Code insee\)$/i,
    ].map((wanted) =>
      header.findIndex((label) =>
        typeof wanted === "string" ? label === wanted : wanted.test(String(label)),
      ),
    ) as [number, number, number];
    expect(Number(first[cost]) + Number(second[cost])).toBe(105_000);
    expect([first[insee], second[insee]]).toEqual(["59017", "59017"]);
    const days = [first[filed], second[filed]].map((at) =>
      typeof at === "number"
        ? new Date((at - 25_569) * 86_400_000).toISOString().slice(0, 10)
        : String(at).slice(0, 10),
    );
    expect(days).toEqual(["2021-06-25", "2021-09-24"]);
  });

  it("joins dossiers to their establishment by « Champ » alone", async () => {
    const sheets = (await read("export-2026.xlsx")).sheets;
    expect(sheets.map(({ name }) => name)).toEqual([
      "Dossiers",
      "Etablissements",
      "Avis",
      "(123456) Entreprises retenues",
    ]);
    const [, ...establishments] = rows(sheets[1]);
    const own = establishments.filter(([, field]) => field === "Dossier");
    const dossiers = rows(sheets[0]).slice(1);
    expect(own.map(([id]) => id)).toEqual(dossiers.map(([id]) => id));
    expect(establishments.length).toBeGreaterThan(own.length);
    expect(own[0]?.[2]).toBe(siret("215900176"));
  });

  it("holds legal texts that look like formulas", async () => {
    const texts = rows((await read("export-2026.csv")).sheets[0])
      .flat()
      .map(String);
    for (const start of ["= ", "+ ", "- ", "@"])
      expect(
        texts.some((text) => text.startsWith(start)),
        start,
      ).toBe(true);
  });
});
