import { describe, expect, it } from "vitest";
import { isEmpty } from "../../src/dossiers/cell";
import { formatMotif, formatMotifs, sentence } from "../../src/dossiers/phrases";
import { readDay } from "../../src/dossiers/readers";
import { exiger, lire, SaisieInvalide } from "../../src/dossiers/saisie";
import { normalise, quoted } from "../../src/dossiers/text";
import type { Motif } from "../../src/rules/motif";

const COUT: Motif = {
  code: "COUT",
  cas: "haut",
  gravite: "bloquant",
  chiffres: { valeur: { euros: 12_000_000 }, limite: { euros: 10_000_000 } },
  reglages: [],
  source: { document: "HDF", section: "5. Instruction", note: "coût inférieur à 100 000 €" },
};

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("a reason as a référent reads it", () => {
  it("gives weight, code, figures and source", () => {
    expect(plain(formatMotif(COUT))).toBe(
      "BLOQUANT [COUT] coût de 120 000 €, il doit rester inférieur à 100 000 €. (HDF, « 5. Instruction »)",
    );
  });

  it("says which settings it rests on, and what the document says of each", () => {
    const reglages = [
      { cle: "cout.max", note: "coût inférieur à 100 000 €" },
      { cle: "cout.min", note: "coût supérieur à 25 000 €" },
    ];
    expect(plain(formatMotif({ ...COUT, reglages }))).toContain(
      "100 000 €. Réglage de la préfecture (cout.max) ; le document : coût inférieur à 100 000 €. Réglage de la préfecture (cout.min) ; le document : coût supérieur à 25 000 €. (HDF",
    );
  });

  it("says that a reading is ours", () => {
    const source = { ...COUT.source, reading: true } as Motif["source"];
    expect(plain(formatMotif({ ...COUT, source }))).toMatch(
      /« 5. Instruction » ; notre lecture\)$/,
    );
  });

  it("nests quotation marks", () => {
    const source = { document: "IDF", section: "Axe 3 « Guichets »", note: "" } as const;
    expect(plain(formatMotif({ ...COUT, source }))).toMatch(/\(IDF, « Axe 3 “Guichets” »\)$/);
  });

  it("goes without a source where the rule is ours", () => {
    const { source: _, ...own } = COUT;
    expect(plain(formatMotif(own))).toMatch(/inférieur à 100 000 €\.$/);
  });

  it("is one line of its cell", () => {
    expect(formatMotifs([COUT, COUT]).split("\n").length).toBe(2);
    expect(formatMotifs([])).toBe("");
  });

  it("has a sentence, or the mistake is ours", () => {
    expect(() => sentence({ ...COUT, cas: "ailleurs" })).toThrow("COUT.ailleurs");
  });
});

describe("malformed input", () => {
  it("names the argument, what was read and what is expected", () => {
    expect(() => lire("date", "demain", readDay)).toThrow(
      new SaisieInvalide(
        "date\u00a0: lu «\u00a0demain\u00a0», attendu une date (par exemple 30/06/2021).",
      ),
    );
  });
  it("is missing where a value is needed", () => {
    expect(lire("date", "", readDay)).toBeUndefined();
    expect(() => exiger("date", " ", readDay)).toThrow(
      "date\u00a0: cellule vide, une valeur est nécessaire.",
    );
  });
});

describe("what a message quotes", () => {
  it.each<[unknown, string]>([
    ["abc", "«\u00a0abc\u00a0»"],
    [true, "«\u00a0VRAI\u00a0»"],
    [false, "«\u00a0FAUX\u00a0»"],
    ["deux\nlignes", "«\u00a0deux lignes\u00a0»"],
    ["x".repeat(60), `«\u00a0${"x".repeat(60)}\u00a0»`],
    ["x".repeat(61), `«\u00a0${"x".repeat(59)}…\u00a0»`],
  ])("%j", (value, text) => expect(quoted(value)).toBe(text));
});

it.each([
  ["N° Dossier (DS)", "n dossier ds"],
  ["  ÉTÉ\u00a0à  l’Œuvre ", "ete a l oeuvre"],
  ["---", ""],
])("%j compares as %j", (text, expected) => expect(normalise(text)).toBe(expected));

it.each([
  ["", true],
  [" \u00a0", true],
  [0, false],
  [false, false],
  ["0", false],
])("%j is empty: %s", (cell, expected) => expect(isEmpty(cell)).toBe(expected));
