import { describe, expect, it } from "vitest";
import type { Dossier } from "../../scripts/example-data/dossier.js";
import { marne } from "../../scripts/example-data/marne.js";
import { nord } from "../../scripts/example-data/nord.js";
import { seineEtMarne } from "../../scripts/example-data/seine-et-marne.js";
import { GUICHET, installe, type NomSuivi, onglets, SUIVIS, valeur } from "./aides/atelier.js";
import { poser } from "./aides/poser.js";

const DOSSIERS: Readonly<Record<NomSuivi, readonly Dossier[]>> = {
  "suivi-nord.xlsx": nord(),
  "suivi-marne.xlsx": marne(),
  "suivi-seine-et-marne.xlsx": seineEtMarne(),
};

/** Drawing rights as the documents state them (domain.md, section 3). */
const DROITS: Readonly<Record<string, number>> = {
  HDF: 1_685_000,
  "MARNE-V1": 270_000,
  "IDF-V1": 297_000,
};

const isLaureat = ({ fate, abandon }: Dossier) => fate.startsWith("retenu") && !abandon;
const cents = (euros: number) => Math.round(euros * 100);
const paidOn = ({ payments }: Dossier) => sum(payments.map(({ montant }) => montant));
const sum = (amounts: readonly number[]) =>
  amounts.reduce((total, amount) => total + cents(amount), 0) / 100;

/**
 * What an envelope's line says (domain.md, section 9): a lauréat counts for its grant, an abandoned
 * dossier for what was paid and no more.
 */
function ligne(dossiers: readonly Dossier[]) {
  const lost = dossiers.filter(({ abandon }) => abandon).map(paidOn);
  const granted = (counted: readonly Dossier[]) =>
    sum([...counted.map(({ accorde = 0 }) => accorde), ...lost]);
  const laureats = dossiers.filter(isLaureat);
  return [
    sum(dossiers.map(({ demande }) => demande)),
    granted(laureats),
    granted(laureats.filter(({ engage }) => engage)),
    sum([...laureats.map(paidOn), ...lost]),
  ];
}

/** The block of a guichet: its lines by the name in their first column. */
function bloc(nom: NomSuivi, guichet: string) {
  const { host } = installe(nom);
  const rows = host.values("Enveloppes");
  const start = rows.findIndex(([id]) => id === guichet);
  const end = rows.findIndex(([id], index) => index > start && id === "Total");
  return { host, start, lignes: new Map(rows.slice(start, end + 1).map((row) => [row[0], row])) };
}

const CAS = [
  ...SUIVIS.map((nom) => [nom, GUICHET[nom]] as const),
  ["suivi-seine-et-marne.xlsx", "IDF-ADS"] as const,
];

describe.each(CAS)("Enveloppes of %s, block %s", (nom, guichet) => {
  const own = DOSSIERS[nom].filter((dossier) => (dossier.guichet ?? GUICHET[nom]) === guichet);
  const { host, start, lignes } = bloc(nom, guichet);

  it("counts by theme what is asked, granted, committed and paid", () => {
    for (const theme of new Set(own.map((dossier) => dossier.theme))) {
      const wanted = ligne(own.filter((dossier) => dossier.theme === theme));
      expect(lignes.get(theme)?.slice(2, 6), theme).toEqual(wanted);
    }
    expect(lignes.get("Autres")?.slice(2, 6)).toEqual([0, 0, 0, 0]);
  });

  it("counts in all what its lines count, and what remains of the envelope", () => {
    const [, , asked, granted, committed, paid, rest, share] = lignes.get("Total") ?? [];
    const wanted = ligne(own);
    expect([asked, granted, committed, paid]).toEqual(wanted);
    const right = DROITS[guichet];
    expect(lignes.get("Droit de tirage")?.[1] || undefined).toBe(right);
    if (right === undefined) {
      expect([rest, share]).toEqual(["", ""]);
    } else {
      expect(rest).toBe((cents(right) - cents(wanted[1] ?? 0)) / 100);
      expect(share).toBeCloseTo((wanted[1] ?? 0) / right, 12);
    }
  });

  it("counts the préfecture's reserve with the drawing right", () => {
    const rows = host.values("Paramètres");
    const at = rows.findIndex(([cle]) => cle === `${guichet}.reserve`) + 1;
    expect(at).toBeGreaterThan(1);
    const area = { sheet: "Paramètres", row: at, column: 2, rows: 1, columns: 1 };
    host.workbook.write(area, () => ({ kind: "value", value: 10_000 }));
    expect(valeur(host, "Enveloppes", `B${start + 4}`)).toBe((DROITS[guichet] ?? 0) + 10_000);
    host.workbook.write(area, () => undefined);
  });

  it("warns in colour from 80 %, in another over 100 %, text readable on both", () => {
    const rules = onglets(host).get("Enveloppes")?.conditional ?? [];
    const mine = rules.filter(({ areas }) =>
      areas.some(({ row, column }) => column === 8 && row === start + 6),
    );
    expect(mine.map(({ when }) => when)).toEqual([
      { kind: "numberGreater", limit: 1 },
      { kind: "numberAtLeast", limit: 0.8 },
    ]);
    for (const { style } of mine) {
      expect(contrast(style.background ?? "", style.color ?? "")).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("draws the bar of what is consumed with the options of the settings", () => {
    const total = start + [...lignes.keys()].indexOf("Total") + 1;
    const content = host.workbook.content("Enveloppes", total, 9);
    expect(content).toMatchObject({ kind: "formula", text: expect.stringContaining("BARRE") });
    expect(valeur(host, "Enveloppes", `I${total}`)).not.toMatchObject({ error: expect.anything() });
  });
});

describe("Enveloppes", () => {
  it.each(SUIVIS)("writes formulas any locale reads: %s", (nom) => {
    const { host } = installe(nom);
    for (const tab of ["Enveloppes", "Paramètres", "Instruction"]) {
      for (const { content } of host.workbook.filled(tab)) {
        if (content.kind !== "formula") continue;
        const bare = content.text.replace(/"[^"]*"|'[^']*'/g, "");
        expect(bare).not.toMatch(/\d[.,]\d|[{},]/);
      }
    }
  });

  it("follows an amount the référent changes", () => {
    const { host } = installe("suivi-nord.xlsx");
    const row = host.values("Suivi FITN7").findIndex(([numero]) => numero === "4210507") + 1;
    const column = (host.values("Suivi FITN7")[0] ?? []).indexOf("Montant accordé") + 1;
    const total = () => {
      const line = host.values("Enveloppes").findIndex(([id]) => id === "Total") + 1;
      return Number(valeur(host, "Enveloppes", `D${line}`));
    };
    const before = total();
    poser(host, "Suivi FITN7", row, column, "70 000 €");
    expect(total()).toBe(before - 5_000);
  });
});

/** WCAG contrast of two colours. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
