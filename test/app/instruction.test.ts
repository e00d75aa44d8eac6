import { describe, expect, it } from "vitest";
import { marne } from "../../scripts/example-data/marne.js";
import { nord } from "../../scripts/example-data/nord.js";
import { seineEtMarne } from "../../scripts/example-data/seine-et-marne.js";
import { atelier, formuleDe, installe, lignes, SUIVIS, suivi } from "./aides/atelier.js";
import { classeur, formule, jour, onglet } from "./aides/saisie.js";

const DOSSIERS = {
  "suivi-nord.xlsx": nord(),
  "suivi-marne.xlsx": marne(),
  "suivi-seine-et-marne.xlsx": seineEtMarne(),
};

const OWN = {
  "suivi-nord.xlsx": { nom: "Suivi FITN7", entetes: 1 },
  "suivi-marne.xlsx": { nom: "Dossiers 2021", entetes: 3 },
  "suivi-seine-et-marne.xlsx": { nom: "Tableau de suivi", entetes: 1 },
};

describe.each(SUIVIS)("the tab Instruction of %s", (nom) => {
  const { host } = installe(nom);
  const { nom: own, entetes } = OWN[nom];
  const rows = lignes(host, "Instruction");

  it("holds one formula, on the row of the first dossier, over the référent's tab", () => {
    const formulas = [...host.workbook.filled("Instruction")].flatMap(({ row, column, content }) =>
      content.kind === "formula" ? [[row, column]] : [],
    );
    expect(formulas).toEqual([[entetes + 1, 1]]);
    expect(formuleDe(host, "Instruction", entetes + 1, 1)).toMatch(
      new RegExp(
        `^=FITN_INSTRUCTION\\('${own}'!\\$A\\$${entetes}:\\$\\w+\\$${entetes};'${own}'!\\$A\\$${entetes + 1}:\\$\\w+;GUICHET\\)$`,
      ),
    );
  });

  it("gives each dossier the row it has in the référent's tab", () => {
    const numbers = lignes(host, own).map(([numero]) => numero);
    const column = (cells: readonly unknown[]) => cells.slice(entetes).map((cell) => cell || null);
    expect(column(rows.map(([numero]) => numero))).toEqual(column(numbers));
    expect(rows).toHaveLength(entetes + DOSSIERS[nom].length);
  });

  it("reads theme, amounts and guichet whatever the référent typed", () => {
    const guichet = {
      "suivi-nord.xlsx": "HDF",
      "suivi-marne.xlsx": "MARNE-V1",
      "suivi-seine-et-marne.xlsx": "IDF-V1",
    };
    const read = rows.slice(entetes).map((row) => [row[0], row[1], row[2], row[4], row[5], row[6]]);
    expect(read).toEqual(
      DOSSIERS[nom].map((dossier) => [
        dossier.numero,
        dossier.guichet ?? guichet[nom],
        dossier.theme,
        dossier.cout,
        dossier.demande,
        dossier.accorde ?? "",
      ]),
    );
  });

  it("never grants more than the ceiling, the request or what is left to fund", () => {
    for (const row of rows.slice(entetes)) {
      const [cout, demande, plafond, possible] = [row[4], row[5], row[10], row[11]];
      if (typeof possible !== "number") continue;
      expect(possible).toBeLessThanOrEqual(
        Math.min(Number(plafond), Number(demande), Number(cout)),
      );
    }
  });
});

describe("the verdicts of the three préfectures", () => {
  const verdictOf = (nom: (typeof SUIVIS)[number], numero: string) => {
    const { host } = installe(nom);
    const row = host.values("Instruction").find(([cell]) => cell === numero) ?? [];
    return { issue: row[12], motifs: String(row[13]).replace(/[\u00a0\u202f]/g, " ") };
  };
  const numero = (nom: (typeof SUIVIS)[number], rank: number) => DOSSIERS[nom][rank]?.numero ?? "";

  it("Armentières: the second dossier is filed after the window, the first within it", () => {
    const late = verdictOf("suivi-nord.xlsx", numero("suivi-nord.xlsx", 1));
    expect(late.issue).toBe("Inéligible");
    expect(late.motifs).toMatch(
      /^BLOQUANT \[DEPOT\] déposé le 24\/09\/2021, après la clôture du 30\/06\/2021\..*\(HDF/,
    );
    const first = verdictOf("suivi-nord.xlsx", numero("suivi-nord.xlsx", 0));
    expect(first.issue).toBe("À vérifier");
    expect(first.motifs).not.toContain("BLOQUANT");
  });

  it("Marne: 17/07/2021 is a day late, 16/07/2021 is not", () => {
    const [onTime, late] = DOSSIERS["suivi-marne.xlsx"].filter(
      ({ depot }) => depot >= "2021-07-16",
    );
    expect([onTime?.depot, late?.depot]).toEqual(["2021-07-16", "2021-07-17"]);
    expect(verdictOf("suivi-marne.xlsx", onTime?.numero ?? "").motifs).not.toContain("[DEPOT]");
    expect(verdictOf("suivi-marne.xlsx", late?.numero ?? "").motifs).toContain(
      "BLOQUANT [DEPOT] déposé le 17/07/2021, après la clôture du 16/07/2021.",
    );
  });

  it("Île-de-France: 31/10/2022 is the last day to be completed", () => {
    const rows = DOSSIERS["suivi-seine-et-marne.xlsx"];
    const last = rows.find(({ fin }) => fin === "2022-10-31")?.numero ?? "";
    const late = rows.find(({ fin }) => fin === "2022-11-15")?.numero ?? "";
    expect(verdictOf("suivi-seine-et-marne.xlsx", last).motifs).not.toContain("[ACHEVEMENT]");
    expect(verdictOf("suivi-seine-et-marne.xlsx", late).motifs).toContain("BLOQUANT [ACHEVEMENT]");
  });
});

describe("Installer le suivi after the référent's tab changed", () => {
  const ENTETES = ["N° dossier", "Porteur", "Coût total", "Date de dépôt"];
  const LIGNE = ["1", "Ville d’Exemple", 30_000, jour("2021-04-12")];

  it("moves the formula where the header row moved, and widens it where columns came", () => {
    const moved = classeur([
      onglet("Suivi", [["Suivi du guichet"], [], ENTETES, LIGNE]),
      onglet("Instruction", [
        ["N° dossier", "Guichet"],
        [formule("=FITN_INSTRUCTION('Suivi'!$A$1:$C$1;'Suivi'!$A$2:$C;GUICHET)")],
      ]),
    ]);
    const { host, clic } = atelier(moved);
    clic("Installer le suivi", { text: "DITP" });
    expect(formuleDe(host, "Instruction", 2, 1)).toBe("");
    expect(formuleDe(host, "Instruction", 4, 1)).toMatch(
      /'Suivi'!\$A\$3:\$Z\$3;'Suivi'!\$A\$4:\$Z;/,
    );
    expect(host.values("Instruction")[3]?.[0]).toBe("1");
  });

  it("keeps a tab's name with an apostrophe in working order", () => {
    const { host, clic } = atelier(classeur([onglet("L'onglet d'Anna", [ENTETES, LIGNE])]));
    clic("Installer le suivi", { text: "DITP" });
    expect(host.values("Instruction")[1]?.slice(0, 5)).toEqual(["1", "DITP", "", "", 30_000]);
  });
});

it("every example workbook is read where its headers stand", () => {
  for (const nom of SUIVIS) {
    const main = suivi(nom).sheets[0];
    expect(main?.name).toBe(OWN[nom].nom);
    const header = main?.cells.filter(({ row }) => row === OWN[nom].entetes) ?? [];
    expect(header.length).toBeGreaterThan(15);
  }
});
