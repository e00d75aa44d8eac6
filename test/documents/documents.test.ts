import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildIndex } from "./build-index";
import { DOCUMENTS, type DocumentId, type FigureKind, findFigure, hasHeading } from "./documents";
import { HEADING_LIMIT } from "./text";

const FIGURE_LIMIT = 30;
const SOURCES = join(import.meta.dirname, "../../../shared/sources");

const MODALITES_V1 = "Modalités de gestion du volet 1 de l'axe 3 retenues en Ile-de-France.";
const MODALITES_V2 = "Modalités de gestion du volet 2 de l'axe 3 retenues en Ile-de-France.";
const ETAPES_V1 = "Volet 1 de l'axe 3 : 2 079 208 €";
const ADS = "4- la dématérialisation des demandes d'autorisation d'urbanisme.";
const INSTRUCTION = "5. Instruction et sélection des projets";
const CRITERES_MAR = "3. Critères d'éligibilité, dépenses à exclure et taux de financement";

type Fact = [FigureKind, number | string, string];

/** The figures that the description of the domain attributes to each document, and where they stand. */
const FACTS: Record<DocumentId, Fact[]> = {
  DITP: [
    ["percent", 100, "Pour qui ?"],
    ["number", 2, "Pour quels projets ?"],
    ["year", 2022, "Quels critères d'éligibilité ?"],
    ["euro", 5_000, "Montants de financement"],
    ["number", 5_000, "Montants de financement"],
    ["euro", 10_000, "Montants de financement"],
    ["euro", 20_000, "Montants de financement"],
    ["euro", 100_000, "Modalités"],
    ["number", 3, "Quel suivi ?"],
    ["number", 10, "Présentation du projet en 10 lignes"],
  ],
  ARM: [
    ["day", "2021-09-23", "CONSEIL MUNICIPAL"],
    ["euro", 34_000_000, "Autorisation - Approbation"],
    ["euro", 105_000, "Autorisation - Approbation"],
    ["euro", 25_000, "Autorisation - Approbation"],
    ["euro", 100_000, "Autorisation - Approbation"],
    ["percent", 50, "Autorisation - Approbation"],
    ["day", "2021-12-31", "Autorisation - Approbation"],
  ],
  DEP: [
    ["percent", 100, "Pour qui ?"],
    ["number", 2, "Pour quels projets ?"],
    ["year", 2022, "Quelles conditions d'éligibilité ?"],
    ["day", "2021-01-25", "Quelle procédure de candidature des collectivités ?"],
    ["number", 1, "Conditions de sélection"],
    ["number", 10, "Conditions de sélection"],
    ["euro", 5_000, "Montants de financement"],
    ["number", 5_000, "Montants de financement"],
    ["euro", 10_000, "Montants de financement"],
    ["euro", 20_000, "Montants de financement"],
  ],
  HDF: [
    ["euro", 1_685_000, "1. Cadrage général"],
    ["euro", 34_000_000, "1. Cadrage général"],
    ["day", "2021-04-01", "4. Comment candidater ?"],
    ["day", "2021-05-14", "4. Comment candidater ?"],
    ["day", "2021-06-30", "4. Comment candidater ?"],
    ["percent", 50, INSTRUCTION],
    ["percent", 100, INSTRUCTION],
    ["euro", 25_000, INSTRUCTION],
    ["euro", 100_000, INSTRUCTION],
    ["day", "2021-12-31", INSTRUCTION],
  ],
  IDF: [
    ["number", 18, "Introduction"],
    ["day", "2021-01-26", "Lancement du dispositif"],
    ["day", "2022-10-31", "Période concernée"],
    ["euro", 297_000, "2. Modalités de subventionnement :"],
    ["number", 15_000, "2. Modalités de subventionnement :"],
    ["percent", 100, "2. Modalités de subventionnement :"],
    ["percent", 50, "2. Modalités de subventionnement :"],
    ["percent", 80, "2. Modalités de subventionnement :"],
    ["code", "0363-DITP-DR75", MODALITES_V1],
    ["number", 3, "1. Instruction des projets :"],
    ["quarter", "2021-T3", MODALITES_V1],
    ["day", "2021-09-01", MODALITES_V1],
    ["euro", 4_000, MODALITES_V1],
    ["euro", 400, MODALITES_V1],
    ["number", 30, MODALITES_V1],
    ["day", "2021-10-31", ADS],
    ["euro", 2_079_208, ETAPES_V1],
    ["euro", 200_000, "Volet 2 de l'axe 3 (200 000€"],
    ["euro", 4_000_000, "Volet 2 (4 M€) de l'axe 3"],
    ["percent", 80, MODALITES_V2],
    ["number", 2, MODALITES_V2],
    ["month", "2021-07", MODALITES_V2],
    ["month", "2021-10", MODALITES_V2],
    ["month", "2022-10", MODALITES_V1],
    ["number", 500_000, "Axe 2 « Guichet national"],
    ["euro", 5_000, "Volet 4 : déploiement de FranceConnect"],
    ["day", "2022-09-30", "Volet 4 : déploiement de FranceConnect"],
    ...["77", "78", "91", "92", "93", "94", "95"].map(
      (code): Fact => ["code", code, "Étape 1 - recueil des besoins"],
    ),
  ],
  MAR: [
    ["euro", 270_000, "1. Cadre financier de ce fonds"],
    ["euro", 200_000, "1. Cadre financier de ce fonds"],
    ["number", 2, "2. Objectifs et critères d'éligibilité du fonds"],
    ["number", 100_000, CRITERES_MAR],
    ["number", 1_000, "Population INSEE"],
    ["number", 80_000, "Population INSEE"],
    ["percent", 20, "Taux d'intervention du fonds"],
    ["percent", 80, "Taux d'intervention du fonds"],
    ["percent", 100, "Taux d'intervention du fonds"],
    ["number", 80_000, CRITERES_MAR],
    ["day", "2021-07-16", "4. Modalités de candidature"],
    ["month", "2021-06", "4. Modalités de candidature"],
    ["month", "2021-09", "4. Modalités de candidature"],
  ],
};

const IDS = Object.keys(FACTS) as DocumentId[];

describe.each(IDS)("%s", (id) => {
  it.each(FACTS[id])("holds the %s %s under %s", (kind, value, heading) => {
    expect(findFigure(id, heading, kind, value)).toBe(true);
  });

  it("stores headings and figures within their limits, and nothing else", () => {
    for (const { heading, level, figures, ...rest } of DOCUMENTS[id]) {
      expect(rest).toEqual({});
      expect(heading.length).toBeLessThanOrEqual(HEADING_LIMIT);
      expect(level).toBeGreaterThanOrEqual(0);
      for (const { kind, value, text, ...others } of figures) {
        expect(others).toEqual({});
        expect(text.length).toBeLessThanOrEqual(FIGURE_LIMIT);
        expect(`${kind} ${value}`.length).toBeLessThanOrEqual(FIGURE_LIMIT);
      }
    }
  });
});

describe("looking a citation up", () => {
  it.each<[DocumentId, string]>([
    ["DITP", "3a - Accompagnement par un expert…"],
    ["DITP", "QUELS CRITERES D’ELIGIBILITE ?"],
    ["IDF", "Modalités de gestion du volet 1 de l’axe 3  retenues en Ile-de-France."],
    ["MAR", "i. accompagnement par un expert du numérique"],
  ])("finds in %s: %s", (id, heading) => {
    expect(hasHeading(id, heading)).toBe(true);
  });

  it.each<[DocumentId, string]>([
    ["DITP", "Quels"],
    ["DITP", "Quelles conditions d'éligibilité ?"],
    ["DEP", "3d - Financement de projets d'innovation"],
    ["ARM", "Quel suivi ?"],
  ])("does not find in %s: %s", (id, heading) => {
    expect(hasHeading(id, heading)).toBe(false);
  });

  it("tells the value, the kind, the heading and the document apart", () => {
    expect(findFigure("HDF", INSTRUCTION, "euro", 25_001)).toBe(false);
    expect(findFigure("HDF", INSTRUCTION, "number", 25_000)).toBe(false);
    expect(findFigure("HDF", "1. Cadrage général", "euro", 25_000)).toBe(false);
    expect(findFigure("DEP", "Pour qui ?", "percent", 80)).toBe(false);
  });
});

it("is what the source documents give", (context) => {
  if (!existsSync(SOURCES)) context.skip("the source documents are not next to the checkout");
  expect(buildIndex(SOURCES)).toEqual(DOCUMENTS);
});
