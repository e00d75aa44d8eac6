import { describe, expect, it } from "vitest";
import { installe, lignes, onglets, SUIVIS, seulement, valeur } from "./aides/atelier.js";

const NOM = "Tableau de bord";

describe.each(SUIVIS)("Tableau de bord on %s", (nom) => {
  const opened = installe(nom);
  const { host, api, clic } = opened;
  const others = () => seulement(host, (name) => name !== NOM);

  it("makes its own tab and changes no other", () => {
    const before = others();
    expect(api("apiTableauDeBord").kind).toBe("fait");
    expect(others()).toEqual(before);
  });

  it("shows the envelope's own figures, as references to it", () => {
    const at = lignes(host, NOM).findIndex(([first]) => first === "Enveloppes") + 3;
    const rows = lignes(host, "Enveloppes");
    const total = rows.find(([first]) => first === "Total");
    expect(["F", "G", "H"].map((letter) => valeur(host, NOM, `${letter}${at}`))).toEqual(
      total?.slice(3, 6),
    );
    expect(host.workbook.content(NOM, at, 6)?.kind).toBe("formula");
  });

  it("adds up by month and by theme to what the envelopes count", () => {
    const rows = lignes(host, NOM);
    const of = (title: string) => rows.findIndex(([first]) => first === title);
    const cents = (value: unknown) => Math.round(Number(value ?? 0) * 100);
    const sum = (from: number, to: number, column: number) =>
      rows.slice(from, to).reduce((all, row) => all + cents(row[column]), 0);
    const enveloppes = sum(of("Enveloppes") + 2, of("Par thème") - 1, 5);
    expect(enveloppes).toBeGreaterThan(0);
    expect(sum(of("Par thème") + 2, of("Par mois, tous guichets") - 1, 2)).toBe(enveloppes);
    expect(cents(rows[of("Total")]?.[4])).toBe(enveloppes);
  });

  it("follows the envelopes without being made again", () => {
    const at = lignes(host, NOM).findIndex(([first]) => first === "Enveloppes") + 3;
    const row = lignes(host, "Enveloppes").findIndex(([first]) => first === "Droit de tirage") + 1;
    host.workbook.write({ sheet: "Enveloppes", row, column: 2, rows: 1, columns: 1 }, () => ({
      kind: "value",
      value: 100_000,
    }));
    expect(valeur(host, NOM, `D${at}`)).toBe(100_000);
    expect(valeur(host, NOM, `L${at}`)).toBe("Enveloppe dépassée");
  });

  it("is made again at its place, with two charts, never four", () => {
    const names = host.workbook.sheets.map(({ name }) => name);
    expect(clic("Rapports ▸ Tableau de bord").at(-1)).toContain("« Tableau de bord » à jour.");
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(names);
    const charts = onglets(host).get(NOM)?.charts ?? [];
    expect(charts.map(({ kind, title }) => [kind, title])).toEqual([
      ["line", "Consommation cumulée"],
      ["column", "Par thème"],
    ]);
    for (const { ranges } of charts) {
      expect(ranges.every(({ sheet, rows }) => sheet === NOM && rows > 1)).toBe(true);
    }
  });
});

describe("Tableau de bord, its cost", () => {
  it("makes as many service calls the first time as the next ones, whatever the dossiers", () => {
    const counts = SUIVIS.slice(0, 2).map((nom) => {
      const { host, api } = installe(nom);
      api("apiTableauDeBord");
      return host.ledger.total;
    });
    expect(counts[0]).toBe(counts[1]);
  });

  it("adds the block of a guichet that came into use since", () => {
    const { host, api } = installe("suivi-nord.xlsx");
    const column = host.values("Suivi FITN7")[0]?.findIndex((cell) => cell === "Relance tél.");
    const write = (row: number, value: string) =>
      host.workbook.write(
        { sheet: "Suivi FITN7", row, column: (column ?? 0) + 1, rows: 1, columns: 1 },
        () => ({ kind: "value", value }),
      );
    write(1, "Guichet");
    write(2, "DITP");
    const { avertissements } = api("apiTableauDeBord");
    expect((avertissements as string[])[0]).toContain("enveloppe DITP");
    const listed = lignes(host, NOM).map(([first]) => first);
    expect(listed).toContain("DITP");
    expect(listed).toContain("HDF 3a");
  });
});
