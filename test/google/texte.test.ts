import { describe, expect, it } from "vitest";
import { atelier } from "../app/aides/atelier.js";
import { classeur, jour, onglet } from "../app/aides/saisie.js";

/** Texts that a spreadsheet would take for something else. */
const PIEGES = [
  "=1+1",
  '=HYPERLINK("http://exemple.test";"cliquez")',
  "= Égalité d’accès",
  "+ de proximité",
  "- de papier",
  "-12",
  "@ccueil",
  "'entre apostrophes'",
  "'=1",
  "\tdécalé",
  "01004",
  "1/2",
  "12/03/2021",
  "juin 2021",
  "juin",
  "mai",
  "VRAI",
  "VRAI ",
  "mars\u00a0",
  "FAUX",
  "TRUE",
  "false",
  "1e5",
  "12345678901234567890",
  "12 500,50 €",
  "80 %",
  "10:30",
  "#N/A",
  "#REF!",
  "N° 3 – étape 2",
  "{1;2}",
  "deux\nlignes",
];

const ENTETES = [
  "N° dossier",
  "Porteur",
  "Projet",
  "État",
  "Montant accordé",
  "Date de fin",
  "Décidé le",
];

describe("a text from outside stays that text", () => {
  const rows = PIEGES.map((text, rank) => [
    `D${rank}`,
    text,
    text,
    "Retenu",
    1_000,
    jour("2022-01-31"),
    jour("2021-06-10"),
  ]);
  const { host, api } = atelier(
    classeur([
      onglet("Suivi", [ENTETES, ...rows]),
      onglet("Entreprises", [
        ["N° dossier", "Entreprise", "SIRET", "Département du siège"],
        ...PIEGES.map((text, rank) => [`D${rank}`, text, "", "59"]),
      ]),
      onglet("Avancement", [
        ["N° dossier", "Date", "Statut", "Pourcentage", "Commentaire"],
        ...PIEGES.map((text, rank) => [`D${rank}`, jour("2021-06-20"), "", "", text]),
      ]),
    ]),
  );
  api("apiInstaller", { guichet: "HDF", prefecture: "=Préfecture" });
  api("apiRapportDitp", { mois: "2021-06" });
  const list = host.values("DITP 2021-06");
  const first =
    list.findIndex(([cell, second]) => cell === "N° dossier" && second === "Guichet") + 1;

  it.each(PIEGES.map((text, rank) => [JSON.stringify(text), text, rank] as const))(
    "%s as applicant, title, company and comment of the list",
    (_, text, rank) => {
      const row = first + rank;
      for (const column of [3, 4, 8]) {
        const content = host.workbook.content("DITP 2021-06", row + 1, column);
        expect(content, `column ${column}`).toEqual({ kind: "value", value: text.trim() });
      }
      expect(list[row]?.[6]).toBe(`${text.trim()} (59)`);
    },
  );

  it("the préfecture's name in the settings and at the head of the list", () => {
    expect(list[1]?.[1]).toBe("=Préfecture");
  });

  it("no formula stands in the list but those of its counts and sums", () => {
    const formulas = [...host.workbook.filled("DITP 2021-06")].flatMap(({ row, content }) =>
      content.kind === "formula" ? [[row, content.text]] : [],
    );
    for (const [row, text] of formulas) {
      expect(text).toMatch(/^=(ROWS|SUM|SUMIFS|[BC]\d+[-/][BC]\d+)/);
      expect(row, String(text)).not.toSatisfy(
        (at: number) => at > first && at <= first + PIEGES.length,
      );
    }
  });

  it("Instruction reads the numbers and the reasons without executing anything", () => {
    const formulas = [...host.workbook.filled("Instruction")].filter(
      ({ content }) => content.kind === "formula",
    );
    expect(formulas).toHaveLength(1);
  });
});

describe("a code stays a code", () => {
  it("a dossier number with leading zeros is found again in the other tabs", () => {
    const { host, api } = atelier(
      classeur([
        onglet("Suivi", [
          ENTETES,
          ["00042", "Ville", "Site", "Retenu", 1_000, jour("2022-01-31"), jour("2021-06-10")],
        ]),
        onglet("Entreprises", [
          ["N° dossier", "Entreprise", "SIRET", "Département du siège"],
          ["00042", "Atelier", "00123456700012", "01"],
        ]),
      ]),
    );
    api("apiInstaller", { guichet: "HDF" });
    api("apiRapportDitp", { mois: "2021-06" });
    const line = host.values("DITP 2021-06").find(([cell]) => cell === "00042");
    expect(line?.[6]).toBe("Atelier (01)");
    expect(host.values("Instruction")[1]?.[0]).toBe("00042");
  });
});
