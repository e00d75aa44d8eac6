import { describe, expect, it } from "vitest";
import type { Host } from "../../local/host/index.js";
import type { ResultatArchivage } from "../../src/app/archiver-journal.js";
import { atelier, installe, plain } from "./aides/atelier.js";
import { journalAncien, ligneDuJournal } from "./aides/journal-ancien.js";

const options = { le: "2023-02-01T09:00:00Z" };

function archive(host: Host): readonly ResultatArchivage[] {
  const all: ResultatArchivage[] = [];
  do all.push(host.callFromPage("apiArchiverJournal", {}) as ResultatArchivage);
  while (all.at(-1)?.encore && all.length < 50);
  return all;
}

const texts = (host: Host, nom: string) =>
  host.workbook.sheets.some(({ name }) => name === nom) ? host.display(nom).slice(1) : [];

describe("Archiver le journal", () => {
  it("moves each former year to its own tab, text as it was, and keeps the present year", () => {
    const { host } = atelier(journalAncien({ 2021: 3, 2022: 2, 2023: 4 }), options);
    const before = texts(host, "Journal");
    const [first] = archive(host);
    expect(first).toMatchObject({ deplacees: 3, onglet: "Journal 2021", encore: true });
    expect(texts(host, "Journal 2021")).toEqual(before.slice(0, 3));
    expect(texts(host, "Journal 2022")).toEqual(before.slice(3, 5));
    expect(texts(host, "Journal")).toEqual(before.slice(5));
  });

  it("adds below what the year's tab holds already", () => {
    const { host } = atelier(journalAncien({ 2021: 2 }), options);
    archive(host);
    const later = [["2021-12-31 23:00:00", "moi", "Essai", "009", "Motif", "a", "b", "x"]];
    host.workbook.write(
      { sheet: "Journal", row: 2, column: 1, rows: 1, columns: 8 },
      (_, column) => ({
        kind: "value",
        value: later[0]?.[column] ?? "",
      }),
    );
    archive(host);
    expect(texts(host, "Journal 2021").map((row) => row[7])).toEqual(["2021-0", "2021-1", "x"]);
  });

  it.each([
    ["an empty Journal", {}],
    ["lines of this year alone", { 2023: 3 }],
  ])("moves nothing of %s", (_, lines) => {
    const { host } = atelier(journalAncien(lines), options);
    const before = JSON.stringify(host.workbook.snapshot());
    expect(archive(host)).toMatchObject([{ deplacees: 0, encore: false }]);
    expect(JSON.stringify(host.workbook.snapshot())).toBe(before);
  });

  it("stops after a packet and goes on where it stopped, with as many calls for each", () => {
    const { host } = atelier(journalAncien({ 2021: 45_000, 2023: 1 }), options);
    const calls: number[] = [];
    const moved: number[] = [];
    for (let again = true; again; ) {
      host.ledger.reset();
      const done = host.callFromPage("apiArchiverJournal", {}) as ResultatArchivage;
      calls.push(host.ledger.total);
      moved.push(done.deplacees);
      again = done.encore;
    }
    expect(moved).toEqual([20_000, 20_000, 5_000]);
    expect(Math.max(...calls.slice(1))).toBeLessThanOrEqual(calls[1] ?? 0);
    expect(host.workbook.size("Journal 2021")?.rows).toBeGreaterThan(45_000);
  });

  it("loses and doubles no line, whichever service call fails", () => {
    const start = journalAncien({ 2021: 3, 2022: 2, 2023: 1 });
    const reference = atelier(start, options).host;
    reference.ledger.reset();
    archive(reference);
    const calls = reference.ledger.total;
    expect(calls).toBeGreaterThan(20);
    for (let failed = 0; failed < calls; failed += 1) {
      const { host } = atelier(start, options);
      host.ledger.reset();
      host.ledger.beforeCall = (_, call) => {
        if (call === failed) throw new Error("Service failed");
      };
      try {
        archive(host);
      } catch {
        // what stands afterwards is what counts
      }
      host.ledger.beforeCall = undefined;
      archive(host);
      for (const nom of ["Journal", "Journal 2021", "Journal 2022"]) {
        expect(texts(host, nom), `${nom}, call ${failed}`).toEqual(texts(reference, nom));
      }
    }
  });

  it.each([
    [20_000, false],
    [20_001, true],
  ])("is proposed by the committee's page of a Journal of %i lines: %s", (count, proposed) => {
    const { host } = installe("suivi-nord.xlsx");
    host.callFromPage("apiComiteColonnes", {});
    const there = host.display("Journal").length - 1;
    const added = Array.from({ length: count - there }, (_, index) => ligneDuJournal(2021, index));
    const area = { sheet: "Journal", row: there + 2, column: 1, rows: added.length, columns: 8 };
    host.workbook.write(area, (row, column) => ({
      kind: "value",
      value: added[row]?.[column] ?? "",
    }));
    const { avertissements = [] } = host.callFromPage("apiComiteOuvrir", {}) as {
      avertissements?: readonly string[];
    };
    expect(plain(avertissements.join("\n")).includes("Archiver le journal")).toBe(proposed);
    if (proposed) expect(plain(avertissements.join())).toContain("20 001 lignes");
  });
});
