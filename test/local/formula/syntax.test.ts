import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Edit,
  FormulaSyntaxError,
  FRENCH_NAMES,
  fromFrench,
  functionNames,
  parse,
  references,
  shiftReferences,
  toFrench,
  writeReference,
} from "../../../local/engine/formula/index.js";

describe("references", () => {
  test.each([
    ["=A1+$B$2", ["A1", "$B$2"]],
    ["=SUM(A2:A;3:3;B:C)", ["A2:A", "3:3", "B:C"]],
    ["='Mon onglet'!A1:B2", ["'Mon onglet'!A1:B2"]],
    ["=Enveloppes!A:A", ["Enveloppes!A:A"]],
    ["=Déjà_vu!A1", ["Déjà_vu!A1"]],
    ["='L''été'!$A1", ["'L''été'!$A1"]],
    ['="A1"&B1', ["B1"]],
    ["=LOG10(A1)", ["A1"]],
    ["=A1:INDEX(B:B;3)", ["A1", "B:B"]],
    ["=$A$2:Z", ["$A$2:Z"]],
  ])("%s", (formula, expected) => {
    expect(references(formula).references.map(writeReference)).toEqual(expected);
  });

  test("names are told from references", () => {
    expect(references("=FITN_X(GUICHET;taux_1;A1)").names).toEqual(["GUICHET", "taux_1"]);
  });
});

describe("a text that is no formula", () => {
  test.each([
    ["=SUM(1", "Parenthèse fermante manquante."],
    ['="abc', "Guillemet ouvert et jamais fermé dans la formule."],
    ["=1+", "La formule est incomplète."],
    ["=SUM(A1,A2)", "Virgule inattendue : les arguments se séparent par un point-virgule."],
    ["=1 2", "« 2 » inattendu dans la formule."],
    ["=)", "« ) » inattendu dans la formule."],
    ["={1;2", "Accolade fermante manquante."],
  ])("%s", (formula, message) => {
    expect(() => parse(formula)).toThrow(new FormulaSyntaxError(message));
  });
});

const insertRows = (at: number, count = 1): Edit => ({ kind: "insertRows", sheet: "S", at, count });
const deleteRows = (at: number, count = 1): Edit => ({ kind: "deleteRows", sheet: "S", at, count });
const insertColumns = (at: number): Edit => ({ kind: "insertColumns", sheet: "S", at, count: 1 });
const deleteColumns = (at: number): Edit => ({ kind: "deleteColumns", sheet: "S", at, count: 1 });
const copy = (rows: number, columns: number): Edit => ({ kind: "copy", rows, columns });

describe("shiftReferences", () => {
  test.each<[string, Edit, string]>([
    ["=A1+A5", insertRows(3, 2), "=A1+A7"],
    ["=SUM( A2:A10 )", insertRows(5), "=SUM( A2:A11 )"],
    ["=A2:A", insertRows(2), "=A3:A"],
    ["=A:A", insertRows(2), "=A:A"],
    ["=3:3", insertRows(2), "=4:4"],
    ["=Autre!A5+s!A5", insertRows(2), "=Autre!A5+s!A6"],
    ["=$A$5", insertRows(5), "=$A$6"],
    ["=B1+A1", insertColumns(2), "=C1+A1"],
    ["=A5", deleteRows(5), "=#REF!"],
    ["=SUM(A2:A10)", deleteRows(5), "=SUM(A2:A9)"],
    ["=SUM(A2:A10)", deleteRows(9, 5), "=SUM(A2:A8)"],
    ["=SUM(A5:A10)", deleteRows(3, 4), "=SUM(A3:A6)"],
    ["=SUM(A2:A4)", deleteRows(2, 3), "=SUM(#REF!)"],
    ["=SUM(A2:A)", deleteRows(2), "=SUM(A2:A)"],
    ["=SUM(A4:A)", deleteRows(2), "=SUM(A3:A)"],
    ["=B1+C1", deleteColumns(2), "=#REF!+B1"],
    ["=A:C", deleteColumns(2), "=A:B"],
    ["=A1+$A1+A$1+$A$1", copy(2, 1), "=B3+$A3+B$1+$A$1"],
    ["=A1:A3", copy(1, 0), "=A2:A4"],
    ["=A2:A", copy(1, 1), "=B3:B"],
    ["=A1", copy(-1, 0), "=#REF!"],
    ['="A1"&A1', copy(1, 0), '="A1"&A2'],
    [
      "=s!A1+'S'!B2+A1",
      { kind: "renameSheet", from: "S", to: "Mon suivi" },
      "='Mon suivi'!A1+'Mon suivi'!B2+A1",
    ],
    ["=Autre!A1+A1", { kind: "deleteSheet", sheet: "autre" }, "=#REF!+A1"],
    ["=SUM(", insertRows(1), "=SUM("],
  ])("%s, %o", (formula, edit, expected) => {
    expect(shiftReferences(formula, edit, "S")).toBe(expected);
  });

  test("deleting what was inserted gives the formula back", () => {
    const row = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(row, row, row, fc.integer({ min: 1, max: 9 }), (first, last, at, count) => {
        const formula = `=SUM(B${Math.min(first, last)}:C${Math.max(first, last)})+$A${first}`;
        const inserted = shiftReferences(formula, insertRows(at, count), "S");
        expect(shiftReferences(inserted, deleteRows(at, count), "S")).toBe(formula);
      }),
    );
  });
});

describe("French formulas", () => {
  test.each([
    ["=IF(A1>0.5;SUM(B1:B3);TRUE)", "=SI(A1>0,5;SOMME(B1:B3);VRAI)"],
    ['=SUMIFS(C:C;A:A;"a.b")', '=SOMME.SI.ENS(C:C;A:A;"a.b")'],
    ["=IFERROR(XLOOKUP(A1;B:B;C:C);0)", "=SIERREUR(RECHERCHEX(A1;B:B;C:C);0)"],
    ["=FITN_TAUX(A1; 1.5 )", "=FITN_TAUX(A1; 1,5 )"],
    ["={1,2.5;3,4}", "={1\\2,5;3\\4}"],
    ["='Été 2.0'!A1*.5", "='Été 2.0'!A1*,5"],
  ])("%s", (canonical, french) => {
    expect(toFrench(canonical)).toBe(french);
    expect(parse(fromFrench(french))).toEqual(parse(canonical));
  });

  test("English names and lower case are taken too", () => {
    expect(fromFrench("=sum(A1;moyenne(B1:B2))")).toBe("=sum(A1;AVERAGE(B1:B2))");
  });

  test("each French name belongs to one function that is built in", () => {
    const names = Object.values(FRENCH_NAMES);
    expect(new Set(names).size).toBe(names.length);
    const builtIn = new Set(functionNames());
    expect(Object.keys(FRENCH_NAMES).filter((name) => !builtIn.has(name))).toEqual([]);
  });
});
