import { describe, expect, it } from "vitest";
import { GUICHETS } from "../../src/guichets/index";
import type { Citation } from "../../src/rules/citation";
import { GUICHET_IDS } from "../../src/rules/guichet";
import { type DocumentId, hasHeading } from "../documents/documents";
import { isFound } from "./figures";
import { citationsOf, figuresOf, sourcedOf } from "./walk";

/** Places where digits name something: they are no figure that a rule computes with. */
const NAMES =
  /^(id|nom|document|territoire\.departements\.\d+|themes\.\w+\.libelle|alias\.[^.]+)$|code$|(^|\.)(note|section)$|\.(source|lot|communeAutonome)\.\w+$|^criteres\.\w+\.\d+\.(code|libelle)$|^tranches\.\d+\.(code|exception\.themes\.\d+)$/;

describe.each(GUICHET_IDS)("%s", (id) => {
  const guichet = GUICHETS[id];
  const sourced = sourcedOf(guichet);
  const citations = citationsOf(guichet);

  it("has no number, day or rate without a source", () => {
    const values = new Set(sourced.map(({ path }) => `${path}.value`));
    const bare = figuresOf(guichet).filter(({ path }) => !values.has(path) && !NAMES.test(path));
    expect(bare).toEqual([]);
    expect(sourced.length).toBeGreaterThan(2);
  });

  it.each(sourced)("cites a figure that is under its heading: $path", (leaf) => {
    expect(leaf.sourced.source.section).not.toBe("");
    expect(isFound(leaf)).toBe(true);
  });

  it("cites headings that exist, in its own words", () => {
    const cites = ({ document, section }: Citation) => hasHeading(document as DocumentId, section);
    const unknown = citations.filter(({ citation }) => !cites(citation));
    expect(unknown).toEqual([]);
    for (const { citation } of citations) expect(citation.note.trim()).not.toBe("");
  });

  it("cites its own document, or the national sheet where it rests on it", () => {
    const allowed = new Set<string>([guichet.document, "DITP"]);
    expect(citations.filter(({ citation }) => !allowed.has(citation.document))).toEqual([]);
  });
});

describe("the check itself", () => {
  const source = { document: "HDF", section: "5. Instruction et sélection des projets", note: "x" };
  it.each([
    ["cout.superieurA", 2_500_000, true],
    ["cout.superieurA", 2_500_100, false],
    ["tranches.0.min", 5_000, true],
    ["tranches.0.min", 4_000, false],
    ["creditsEngages", "2021-12-31", true],
    ["creditsEngages", "2021-12-30", false],
  ])("%s of %s: found, %s", (path, value, expected) => {
    expect(isFound({ path, sourced: { value, source: source as Citation } })).toBe(expected);
  });

  it("refuses a heading of another document", () => {
    const elsewhere = { ...source, document: "MAR" } as Citation;
    const leaf = { path: "cout.superieurA", sourced: { value: 2_500_000, source: elsewhere } };
    expect(isFound(leaf)).toBe(false);
    expect(hasHeading("MAR", source.section)).toBe(false);
  });
});
