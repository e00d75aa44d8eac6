import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, Reading } from "../../src/dossiers/cell";
import {
  parseFrenchNumber,
  readEuros,
  readNumber,
  readRate,
  readWhole,
} from "../../src/dossiers/numbers";
import { formatEuros } from "../../src/rules/cents";

/** Every space a text may hold between thousands or before a unit. */
const SPACES = { space: " ", "no-break": "\u00a0", narrow: "\u202f", thin: "\u2009", none: "" };

function refusal(reading: Reading<unknown>): string | undefined {
  return reading.ok ? undefined : reading.attendu;
}

describe.each(Object.entries(SPACES))("amounts with a %s space", (_, s) => {
  it.each<[string, number]>([
    [`12${s}500`, 12_500],
    [`12${s}500,50${s}€`, 12_500.5],
    [`1${s}685${s}000${s}euros`, 1_685_000],
    [`33${s}333,33${s}€${s}HT`, 33_333.33],
  ])("%j", (text, euros) => {
    expect(readEuros(text)).toEqual({ ok: true, value: Math.round(euros * 100) });
  });
});

describe("an amount", () => {
  it.each<[Cell, number]>([
    [12_500, 1_250_000],
    [0, 0],
    ["0", 0],
    [0.1 + 0.2, 30],
    ["12500.50", 1_250_050],
    ["1.234,56", 123_456],
    ["1.234.567,89 €", 123_456_789],
    ["12 k€", 1_200_000],
    [" 12,5 K€ ", 1_250_000],
    ["0.500", 50],
    ["12 500,500", 1_250_050],
    ["33333.330000", 3_333_333],
    ["12,34567 k€", 1_234_567],
    ["12,500 k€", 1_250_000],
    ["4166.667", 416_667],
    ["99000.555", 9_900_056],
    [33_333.333, 3_333_333],
    [99_000.555, 9_900_056],
    ["12 500 € TTC", 1_250_000],
    ["45 000 EUR", 4_500_000],
  ])("%j is %i cents", (cell, cents) =>
    expect(readEuros(cell)).toEqual({ ok: true, value: cents }),
  );

  it.each<Cell>([
    "12.500",
    "1.234.567",
    "12,500.50",
    "environ 12 000",
    "12 000 à 15 000",
    "abc",
    "€",
    "-5",
    -0.01,
    true,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e300,
    "10 %",
  ])("%j is refused", (cell) => {
    expect(refusal(readEuros(cell))).toBe(
      "un montant en euros, zéro ou plus (par exemple 12\u00a0500,50)",
    );
  });

  it.each<string>([
    "99 000,555",
    "99 000,555 € HT",
    "1.234,567",
    "0,001",
    "12,500",
    "12,000 €",
    "12,345678 k€",
  ])("%j is no amount in cents", (cell) => {
    expect(refusal(readEuros(cell))).toBe(
      "un montant en euros, deux décimales au plus (par exemple 12\u00a0500,50)",
    );
  });

  it.each(["", " ", "\u00a0"])("is absent from %j", (cell) => {
    expect(readEuros(cell)).toEqual({ ok: true, value: undefined });
  });

  it("is read back from how it is shown", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e12 }), (cents) => {
        expect(readEuros(formatEuros(cents))).toEqual({ ok: true, value: cents });
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe("a number of inhabitants", () => {
  const read = readWhole("d’habitants");
  it.each<[Cell, number]>([
    [15_000, 15_000],
    ["15 000", 15_000],
    ["15\u202f000 hab.", 15_000],
    ["900 habitants", 900],
    ["7900,0", 7_900],
    [0, 0],
  ])("%j is %i", (cell, value) => expect(read(cell)).toEqual({ ok: true, value }));

  it.each<Cell>([-1, 12.5, "12,5", "15.000", "quinze mille", "1 000 à 2 000", Number.NaN, false])(
    "%j is refused",
    (cell) => expect(refusal(read(cell))).toBe("un nombre entier d’habitants, zéro ou plus"),
  );

  it("names no unit where there is none", () => {
    expect(refusal(readWhole()("x"))).toBe("un nombre entier, zéro ou plus");
  });
});

describe("a rate", () => {
  it.each<[Cell, number]>([
    ["80 %", 8_000],
    ["80%", 8_000],
    ["80\u00a0%", 8_000],
    ["66,67 %", 6_667],
    [0.8, 8_000],
    ["0,8", 8_000],
    [1, 10_000],
    [0, 0],
    ["100 %", 10_000],
  ])("%j is %i points", (cell, value) => expect(readRate(cell)).toEqual({ ok: true, value }));

  it.each<Cell>([80, "80", "120 %", -0.1, "moitié", 1.01, true])("%j is refused", (cell) => {
    expect(refusal(readRate(cell))).toBe(
      "un taux de 0 à 100\u00a0% (par exemple 80\u00a0% ou 0,8)",
    );
  });
});

describe("a score or a weight", () => {
  it.each<[Cell, number]>([
    [3.5, 3.5],
    ["3,5", 3.5],
    [0, 0],
  ])("%j is %f", (cell, value) => expect(readNumber(cell)).toEqual({ ok: true, value }));
  it.each<Cell>([-1, "A", "4/5", true])("%j is refused", (cell) => {
    expect(refusal(readNumber(cell))).toBe("un nombre, zéro ou plus");
  });
});

it.each([
  ["-12,5", -12.5],
  ["\u221212,5", -12.5],
  ["+3", 3],
  ["1e3", undefined],
  ["0x10", undefined],
  ["12,5,0", undefined],
  ["", undefined],
])("the text %j writes %s", (text, value) => expect(parseFrenchNumber(text)).toBe(value));
