import { describe, expect, it } from "vitest";
import { EXPORTS } from "../imports/exports.js";
import { DATA, dansUnDossier, rapport, rouvrir } from "./lancer.js";

const timeout = 120_000;

describe("npm run rapport on a tracking workbook", () => {
  it.each([
    ["suivi-nord.xlsx", "Suivi FITN7", 38, 10, "381 300,00 €", true],
    ["suivi-marne.xlsx", "Dossiers 2021", 34, 11, "183 026,66 €", false],
    ["suivi-seine-et-marne.xlsx", "Tableau de suivi", 32, 11, "152 600,50 €", true],
  ] as const)("%s", { timeout }, async (nom, onglet, dossiers, laureats, total, national) => {
    await dansUnDossier(async (path) => {
      const sortie = path("rapport.xlsx");
      const { code, dit, erreurs } = await rapport(
        "--classeur",
        DATA + nom,
        "--mois",
        "2021-06",
        "--sortie",
        sortie,
      );
      expect(erreurs).toBe("");
      expect(code).toBe(0);
      expect(dit).toContain(`Tableau de suivi : onglet « ${onglet} ».`);
      expect(dit).toContain(
        `Dossiers lus : ${dossiers}. Lauréats : ${laureats}. Total accordé : ${total}.`,
      );
      expect(dit).toMatch(/Ce qui manque \(\d+\) :\n {2}- \d+ : /);
      expect(dit.includes("les règles nationales (DITP) s’appliquent")).toBe(national);
      const { noms, value, sheet } = await rouvrir(sortie);
      expect(noms[0]).toBe(onglet);
      expect(noms).toContain("DITP 2021-06");
      expect(value("DITP 2021-06", 1, 1)).toBe("Lauréats FITN7, axe 3 – juin 2021");
      expect(String(value("DITP 2021-06", 7, 2))).toMatch(/^=SUM\(E\d+:E\d+\)$/);
      expect(sheet("Instruction")?.cells.length).toBeGreaterThan(dossiers);
    });
  });

  it("--guichet and --prefecture are written in Paramètres and rule the list", {
    timeout,
  }, async () => {
    await dansUnDossier(async (path) => {
      const sortie = path("rapport.xlsx");
      const { code, dit } = await rapport(
        ...[
          "--classeur",
          `${DATA}suivi-seine-et-marne.xlsx`,
          "--mois",
          "2021-06",
          "--sortie",
          sortie,
        ],
        ...["--guichet", "idf-v1", "--prefecture", "Préfecture de Seine-et-Marne"],
      );
      expect(code).toBe(0);
      expect(dit).not.toContain("DITP) s’appliquent");
      const { value, sheet } = await rouvrir(sortie);
      expect(value("DITP 2021-06", 2, 2)).toBe("Préfecture de Seine-et-Marne");
      expect(value("DITP 2021-06", 3, 2)).toBe(
        "IDF-V1 – Île-de-France, volet 1 (thèmes 1 à 3) ; IDF-ADS – Île-de-France, thème 4 (Démat.ADS)",
      );
      expect(value("DITP 2021-06", 11, 2)).toBe(297_000);
      const values = sheet("Paramètres")?.cells.map(({ content }) => content);
      expect(values).toContainEqual({ kind: "value", value: "IDF-V1" });
      expect(value("Enveloppes", 1, 1)).toBe("IDF-V1");
    });
  });

  it("its output is a workbook that the command takes again", { timeout }, async () => {
    await dansUnDossier(async (path) => {
      const first = path("premier.xlsx");
      const marne = ["--classeur", `${DATA}suivi-marne.xlsx`];
      await rapport(...marne, "--mois", "2021-06", "--sortie", first);
      const { code, dit } = await rapport(
        "--classeur",
        first,
        "--mois",
        "2021-07",
        "--sortie",
        path("second.xlsx"),
      );
      expect(code).toBe(0);
      expect(dit).toContain("Dossiers lus : 34. Lauréats : 17. Total accordé : 218 546,66 €.");
      const { noms } = await rouvrir(path("second.xlsx"));
      expect(noms).toEqual(expect.arrayContaining(["DITP 2021-06", "DITP 2021-07"]));
      expect(new Set(noms).size).toBe(noms.length);
    });
  });
});

describe("npm run rapport on an export of the platform", () => {
  it.each(EXPORTS)(
    "%s: the accepted dossiers are the lauréats, what it can't know is missing",
    { timeout },
    async (nom) => {
      await dansUnDossier(async (path) => {
        const sortie = path("rapport.xlsx");
        const { code, dit, erreurs } = await rapport(
          ...[
            "--classeur",
            DATA + nom,
            "--mois",
            "2021-07",
            "--sortie",
            sortie,
            "--guichet",
            "HDF",
          ],
        );
        expect(erreurs).toBe("");
        expect(code).toBe(0);
        expect(dit).toContain("Export de la plateforme : 25 dossiers lus");
        expect(dit).toContain("brouillon, non déposé");
        const [, laureats = "0"] = /Dossiers lus : 25\. Lauréats : (\d+)\./.exec(dit) ?? [];
        expect(Number(laureats)).toBeGreaterThan(0);
        expect(dit).toMatch(/Ce qui manque \(\d+\)/);
        expect(dit).toContain("4211055 : date de fin du projet absente");
        const { noms, value } = await rouvrir(sortie);
        expect(noms).toContain("DITP 2021-07");
        expect(value("Dossiers", 2, 1)).toMatch(/^\d+$/);
      });
    },
  );
});
