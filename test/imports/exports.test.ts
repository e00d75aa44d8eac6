import { describe, expect, it } from "vitest";
import { nord } from "../../scripts/example-data/nord.js";
import { atelier, ecritures, onglets, plain } from "../app/aides/atelier.js";
import { serie } from "../app/aides/saisie.js";
import { EXPORTS, parEntete, tablesDe } from "./exports.js";

const DOSSIERS = new Map(nord().map((dossier) => [dossier.numero, dossier]));

describe.each(EXPORTS)("%s, taken in", async (nom) => {
  const tables = await tablesDe(nom);
  const { host, api } = atelier();
  api("apiInstaller", { guichet: "HDF" });
  const answer = api("apiImporterTables", tables);
  const rows = parEntete(host.values("Dossiers"));
  const of = (numero: string) => rows.find((row) => row["N° dossier"] === numero) ?? {};

  it("brings each dossier filed, once, with its number as text", () => {
    expect(answer).toMatchObject({
      kind: "export",
      onglet: "Dossiers",
      nouveaux: 25,
      dejaPresents: 0,
    });
    const numbers = rows.map((row) => row["N° dossier"]);
    expect(new Set(numbers).size).toBe(25);
    for (const numero of numbers) expect(DOSSIERS.has(String(numero)), String(numero)).toBe(true);
  });

  it("leaves the draft out and says so", () => {
    expect((answer.refusees as string[]).map(plain)).toEqual([
      expect.stringMatching(/^ligne \d+ : brouillon, non déposé$/),
    ]);
  });

  it("takes amounts, theme, applicant and filing day as they were filed", () => {
    for (const row of rows) {
      const dossier = DOSSIERS.get(String(row["N° dossier"]));
      expect(row["Coût total"]).toBe(dossier?.cout);
      expect(row["Subvention demandée"]).toBe(dossier?.demande);
      expect(row["Intitulé du projet"]).toBe(dossier?.intitule);
      expect(row["Date de dépôt"]).toBe(serie(dossier?.depot ?? ""));
      expect(row.SIRET).toBe(dossier?.porteur.siret);
    }
  });

  it("shows days as days and keeps codes as text", () => {
    const shown = parEntete(host.display("Dossiers"));
    for (const row of shown) expect(row["Date de dépôt"]).toMatch(/^\d{2}\/\d{2}\/2021$/);
    for (const row of rows) expect(typeof row.SIRET).toBe("string");
  });

  it("has the two dossiers of Armentières, the second filed too late for HDF", () => {
    const [first, second] = rows;
    expect([first?.["Coût total"], second?.["Coût total"]]).toEqual([35_000, 70_000]);
    expect([first?.SIRET, second?.SIRET].map((siret) => String(siret).slice(0, 9))).toEqual([
      "215900176",
      "215900176",
    ]);
    const verdicts = parEntete(host.values("Instruction"));
    expect(verdicts[0]?.Thème).toBe("3b");
    expect(verdicts[0]?.Motifs).not.toContain("[DEPOT]");
    expect(verdicts[1]?.Thème).toBe("3c");
    expect(plain(verdicts[1]?.Motifs)).toContain(
      "BLOQUANT [DEPOT] déposé le 24/09/2021, après la clôture du 30/06/2021.",
    );
  });

  it("reads the platform's states: accepted dossiers are the lauréats", () => {
    const states = new Set(rows.map((row) => row.État));
    for (const state of states) {
      expect(["Déposé", "En instruction", "Retenu", "Non retenu", "Sans suite"]).toContain(state);
    }
    const { resume } = api("apiRapportDitp", { mois: "2021-07", telQuel: true });
    const accepted = rows.filter((row) => row.État === "Retenu");
    expect(accepted.length).toBeGreaterThan(0);
    for (const row of accepted) {
      const dossier = DOSSIERS.get(String(row["N° dossier"]));
      expect(/^(retenu|abandonne)/.test(dossier?.fate ?? "") || dossier?.abandon).toBeTruthy();
    }
    expect((resume as { laureats: number }).laureats).toBe(
      accepted.filter((row) => Number(row["Décidé le"]) <= serie("2021-07-31")).length,
    );
  });

  it("gives a decision day to what was decided, and to nothing else", () => {
    for (const row of rows) {
      const decided = ["Retenu", "Non retenu", "Sans suite"].includes(String(row.État));
      expect(typeof row["Décidé le"] === "number", String(row["N° dossier"])).toBe(decided);
    }
  });

  it("adds nothing when the same file comes again", () => {
    const before = onglets(host).get("Dossiers");
    const again = api("apiImporterTables", tables);
    expect(again).toMatchObject({ nouveaux: 0, dejaPresents: 25, entreprises: 0 });
    expect(ecritures(host)).toEqual([]);
    expect(onglets(host).get("Dossiers")).toEqual(before);
  });

  it("journals each new dossier by its number, without anyone's contact", () => {
    const written = host.values("Journal").filter(([, , source]) => source === "Importer");
    const lines = written.filter(([, , , , champ]) => champ === "Dossier");
    expect(lines.map(([, , , numero]) => numero)).toEqual(rows.map((row) => row["N° dossier"]));
    const contacts = rows.map((row) => String(row.Courriel)).filter((text) => text.includes("@"));
    const journal = JSON.stringify(host.values("Journal"));
    for (const contact of contacts) expect(journal).not.toContain(contact);
    expect(of(String(lines[0]?.[3]))).not.toEqual({});
    expect(plain(written.at(-1)?.[6])).toMatch(/^25 nouveaux dossiers, 0 dossier modifié, \d+ ent/);
  });
});

describe("a workbook export's own tabs", () => {
  it.each(EXPORTS.filter((nom) => !nom.endsWith("csv")))("%s brings the companies", async (nom) => {
    const { host, api } = atelier();
    api("apiInstaller", { guichet: "HDF" });
    const answer = api("apiImporterTables", await tablesDe(nom));
    const companies = parEntete(host.values("Entreprises"));
    expect(companies.length).toBe(answer.entreprises);
    for (const company of companies) {
      const dossier = DOSSIERS.get(String(company["N° dossier"]));
      const order = dossier?.orders.find(
        ({ company: { nom: name } }) => name === company.Entreprise,
      );
      expect(order, String(company.Entreprise)).toBeDefined();
      expect(company.SIRET).toBe(order?.company.siret);
      expect(company["Montant de la commande"]).toBe(order?.montant);
      if (company["Département du siège"] !== "") {
        expect(company["Département du siège"]).toBe(order?.company.departement);
      }
    }
    expect(companies.length).toBeGreaterThan(0);
  });
});
