import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/dossiers/cell";
import { applyParametres, readParametres } from "../../src/dossiers/parametres";
import { SaisieInvalide } from "../../src/dossiers/saisie";
import { GUICHETS } from "../../src/guichets/index";
import { formatEuros } from "../../src/rules/cents";
import { GUICHET_IDS, type Guichet, type GuichetId } from "../../src/rules/guichet";
import { type KindReglage, type Reglage, reglagesOf } from "../../src/rules/reglages";
import { sourcedOf } from "./walk";

/** The guichet under the settings of a workbook, typed as a référent types them. */
function avec(id: GuichetId, ...rows: [cle: string, valeur: Cell][]): Guichet {
  return applyParametres(GUICHETS[id], readParametres([["guichet", id], ...rows]));
}

/** A value of the préfecture's own, unlike any of the documents'. */
const AUTRES: Record<KindReglage, Cell> = {
  euro: "123 456,78 €",
  rate: "37,5 %",
  day: "14/02/2022",
  integer: 2_034,
  weight: 3,
};

/** What a cell writes for the document's own value. */
function enCellule({ kind, valeur }: Reglage): Cell {
  if (typeof valeur !== "number") return valeur ?? "";
  if (kind === "euro") return formatEuros(valeur);
  return kind === "rate" ? `${valeur / 100} %` : valeur;
}

/** A bound on the wrong side of its pair is refused, and a small commune needs its threshold: set together. */
function ensemble({ cle }: Reglage): [string, Cell][] {
  if (cle === "cout.min") return [["cout.max", "999 999 €"]];
  if (cle === "depot.debut") return [["depot.fin", "31/12/2022"]];
  if (cle === "forfait.commune.petite") return [["forfait.commune.seuil", 5_000]];
  if (/taux\..*min$|taux\.min$/.test(cle)) return [[cle.replace(/min$/, "max"), "40 %"]];
  if (/max$/.test(cle) && cle.startsWith("taux")) return [[cle.replace(/max$/, "min"), "0 %"]];
  return [];
}

describe.each(GUICHET_IDS)("settings of %s", (id) => {
  const reglages = reglagesOf(GUICHETS[id]);
  const documents = reglages.filter(({ valeur }) => valeur !== undefined);

  it("have keys of their own", () => {
    expect(new Set(reglages.map(({ cle }) => cle)).size).toBe(reglages.length);
  });

  it.each(reglages)("$cle becomes the préfecture's, the document's source stays", (reglage) => {
    const { cle, kind, source } = reglage;
    const guichet = avec(id, [cle, AUTRES[kind]], ...ensemble(reglage));
    const own = sourcedOf(guichet).filter(({ sourced }) => sourced.reglage === cle);
    expect(own.length).toBe(1);
    const expected = {
      euro: 12_345_678,
      rate: 3_750,
      day: "2022-02-14",
      integer: 2_034,
      weight: 3,
    };
    expect(own[0]?.sourced.value).toBe(expected[kind]);
    expect(own[0]?.sourced.strict).toBeUndefined();
    if (source) expect(own[0]?.sourced.source).toEqual(source);
    else expect(own[0]?.sourced.source.document).toBe("PREF");
    expect(reglagesOf(guichet).find((other) => other.cle === cle)?.valeur).toBe(expected[kind]);
  });

  it.each(documents)("$cle equal to the document's changes nothing", (reglage) => {
    expect(avec(id, [reglage.cle, enCellule(reglage)])).toBe(GUICHETS[id]);
  });

  it("leave everything else alone", () => {
    const before = new Map(sourcedOf(GUICHETS[id]).map(({ path, sourced }) => [path, sourced]));
    const after = sourcedOf(avec(id, ["depot.fin", "14/02/2022"]));
    const changed = after.filter(({ path, sourced }) => before.get(path) !== sourced);
    expect(changed.map(({ path }) => path)).toEqual(["depot.fin"]);
  });

  it.each(reglages)("$cle refuses what cannot be read, in French", ({ cle }) => {
    const attempt = () => avec(id, [cle, "à voir"]);
    expect(attempt).toThrow(SaisieInvalide);
    expect(attempt).toThrow(
      new RegExp(
        `^Paramètres, clé ${cle.toLowerCase().replace(/\./g, "\\.")}\u00a0: lu «\u00a0à voir\u00a0», attendu un`,
      ),
    );
  });
});

describe("which key counts", () => {
  it("a prefixed key wins over a bare one", () => {
    const guichet = avec("HDF", ["cout.max", 80_000], ["HDF.cout.max", 90_000]);
    expect(guichet.cout?.inferieurA.value).toBe(9_000_000);
  });

  it("in any case and with spaces around", () => {
    expect(avec("HDF", [" hdf.COUT.max ", 90_000]).cout?.inferieurA.value).toBe(9_000_000);
  });

  it("a bare key counts for the workbook's own guichet alone", () => {
    const parametres = readParametres([
      ["guichet", "IDF-V1"],
      ["depot.fin", "31/12/2021"],
      ["IDF-ADS.enveloppe", 50_000],
    ]);
    expect(applyParametres(GUICHETS["IDF-ADS"], parametres).depot?.fin?.value).toBe("2021-10-31");
    expect(applyParametres(GUICHETS["IDF-ADS"], parametres).enveloppe?.value).toBe(5_000_000);
    expect(applyParametres(GUICHETS["IDF-V1"], parametres).depot?.fin?.value).toBe("2021-12-31");
    expect(applyParametres(GUICHETS["IDF-V1"], parametres).enveloppe?.value).toBe(29_700_000);
  });

  it("the first of a key written twice", () => {
    const guichet = avec("HDF", ["cout.max", ""], ["cout.max", 90_000], ["cout.max", 70_000]);
    expect(guichet.cout?.inferieurA.value).toBe(9_000_000);
  });

  it.each([["Clé", "Valeur"] as const, ["prefecture", "Préfecture du Nord"] as const])(
    "not %s",
    (cle, valeur) => expect(avec("HDF", [cle, valeur])).toBe(GUICHETS.HDF),
  );
});

describe("numbers that no rule could mean", () => {
  it("a minimum rate above the maximum", () => {
    expect(() => avec("HDF", ["taux.max", "40 %"])).toThrow(
      "Paramètres, clé taux.min\u00a0: la borne basse dépasse la borne haute (clé taux.max).",
    );
  });

  it("a rate above 100 %", () => {
    expect(() => avec("DITP", ["taux.max", "120 %"])).toThrow(/attendu un taux de 0 à 100\u00a0%/);
  });

  it("a guichet that is none", () => {
    expect(() => readParametres([["guichet", "NORD"]])).toThrow(
      /^Paramètres, clé guichet\u00a0: lu «\u00a0NORD\u00a0», attendu un guichet\u00a0: DITP, DEP, HDF/,
    );
  });
});

it("a strict last day is shown, and set, as a day included", () => {
  const fin = reglagesOf(GUICHETS["IDF-ADS"]).find(({ cle }) => cle === "depot.fin");
  expect(fin?.valeur).toBe("2021-10-30");
});
