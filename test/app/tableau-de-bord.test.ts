import { describe, expect, it } from "vitest";
import {
  atelier,
  installe,
  lignes,
  onglets,
  plain,
  SUIVIS,
  seulement,
  valeur,
} from "./aides/atelier.js";
import { poser } from "./aides/poser.js";
import { classeur, jour, onglet } from "./aides/saisie.js";

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
    const [themes, mois] = rows.filter(([first]) => first === "Total");
    expect(sum(of("Par thème") + 2, of("Total"), 2)).toBe(enveloppes);
    expect([cents(themes?.[2]), cents(mois?.[4])]).toEqual([enveloppes, enveloppes]);
  });

  it("follows the envelopes without being made again", () => {
    const at = lignes(host, NOM).findIndex(([first]) => first === "Enveloppes") + 3;
    const row = lignes(host, "Enveloppes").findIndex(([first]) => first === "Droit de tirage") + 1;
    poser(host, "Enveloppes", row, 2, 100_000);
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

describe("Tableau de bord on dossiers that no theme, guichet or day places", () => {
  const ENTETES = [
    "N° dossier",
    "Porteur",
    "Guichet",
    "Thème",
    "État",
    "Montant accordé",
    "Décidé le",
  ];
  const { host, api } = atelier(
    classeur([
      onglet("Suivi", [
        ENTETES,
        ["1", "Lille", "", "1", "Retenu", 10_000.1, jour("2021-06-10")],
        ["2", "Roubaix", "", "", "Retenu", 200.2, jour("2021-06-11")],
        ["3", "Tourcoing", "", "jardinage", "Retenu", 30.3, ""],
        ["4", "Douai", "Mairie", "1", "Retenu", 4.04, jour("2021-06-12")],
      ]),
    ]),
    { le: "2021-07-15T10:00:00Z" },
  );
  api("apiInstaller", { guichet: "HDF", onglet: "Suivi" });
  api("apiTableauDeBord");
  const rows = lignes(host, NOM);
  const of = (title: string) => rows.find(([first]) => first === title) ?? [];

  it("shows what each part counts, and which dossiers", () => {
    expect(of("Autre ou non renseigné").slice(2, 3)).toEqual([230.5]);
    expect(plain(of("Autre ou non renseigné")[6])).toContain("dossiers 2, 3");
    expect(of("Guichet non reconnu")[2]).toBe(4.04);
    expect(of("Sans date, ou date à venir").slice(4, 8)).toEqual([30.3, 0, 0, "3"]);
  });

  it("adds up to the same by theme and by month", () => {
    const [themes, mois] = rows.filter(([first]) => first === "Total");
    const cents = (value: unknown) => Math.round(Number(value) * 100);
    expect([cents(themes?.[2]), cents(mois?.[4])]).toEqual([1_023_464, 1_023_464]);
    const enveloppe = rows[rows.findIndex(([first]) => first === "Enveloppes") + 2];
    expect(cents(enveloppe?.[5])).toBe(1_023_464 - 404);
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
      poser(host, "Suivi FITN7", row, (column ?? 0) + 1, value);
    write(1, "Guichet");
    write(2, "DITP");
    const { avertissements } = api("apiTableauDeBord");
    expect((avertissements as string[])[0]).toContain("enveloppe DITP");
    const listed = lignes(host, NOM).map(([first]) => first);
    expect(listed).toContain("DITP");
    expect(listed).toContain("HDF 3a");
  });
});
