import { describe, expect, it } from "vitest";
import { canonicalFormula, fileFormula, formulaCalls } from "../../../local/files/formula-text.js";
import { isKnownFormula } from "../../../local/files/known-functions.js";
import { odsFormula, odsFormulaText } from "../../../local/files/ods-formula.js";

describe("formulas of .xlsx files", () => {
  const pairs: [file: string, canonical: string][] = [
    ["SUM(A1,B1)", "=SUM(A1;B1)"],
    ['IF(A1="a, b; c",1,"d""e,")', '=IF(A1="a, b; c";1;"d""e,")'],
    ["SUM('Ici, là'!A1,'L''été; oui'!B2)", "=SUM('Ici, là'!A1;'L''été; oui'!B2)"],
    ['_xlfn.IFS(A1>0,"x")', '=IFS(A1>0;"x")'],
    ["SUM({1,2;3,4},5)", "=SUM({1\\2;3\\4};5)"],
    ["SUM(A2:A1048576,$B$2:$B1048576)", "=SUM(A2:A;$B$2:$B)"],
    ["SUM(A:A,A1:B2)", "=SUM(A:A;A1:B2)"],
  ];
  it.each(pairs)("%s", (file, canonical) => {
    expect(canonicalFormula(file)).toBe(canonical);
    expect(fileFormula(canonical)).toBe(file);
  });

  it("drops every prefix that files put before names", () => {
    expect(canonicalFormula("_xlfn._xlws.FILTER(A1:A3,B1:B3)")).toBe("=FILTER(A1:A3;B1:B3)");
    expect(canonicalFormula("_xlfn.LET(_xlpm.x,1,_xlpm.x)")).toBe("=LET(x;1;x)");
    expect(canonicalFormula('IF(A1="_xlfn.",1,2)')).toBe('=IF(A1="_xlfn.";1;2)');
  });
});

describe("which formulas other spreadsheets compute", () => {
  it.each(['=SUMIFS(A:A;B:B;"FITN_X(")', "=1+1", "=IF(TRUE();'FILTER(x)'!A1;2)"])(
    "%s is known",
    (formula) => {
      expect(isKnownFormula(formula)).toBe(true);
    },
  );
  it.each(["=FITN_TAUX(1;2)", "=IF(A1;FILTER(A:A;B:B))", "={A1:A3;B1}", "=arrayformula(A1:A3)"])(
    "%s is not",
    (formula) => {
      expect(isKnownFormula(formula)).toBe(false);
    },
  );
  it("finds calls outside texts only", () => {
    expect(formulaCalls('=Somme(A1;"MAX(")').names).toEqual(["SOMME"]);
  });
});

describe("formulas of .ods files", () => {
  const pairs: [file: string, canonical: string][] = [
    ['SUM([.A1:.B2];"a;[.C1]|")', '=SUM(A1:B2;"a;[.C1]|")'],
    ["[$Feuille.A1]+[$'L''été'.$B$2:.C3]", "=Feuille!A1+'L''été'!$B$2:C3"],
    ['COM.MICROSOFT.TEXTJOIN("; ";TRUE();[.A1])', '=TEXTJOIN("; ";TRUE();A1)'],
    ["SUM([.D:.D])", "=SUM(D:D)"],
    ["LOG10([.A1])", "=LOG10(A1)"],
  ];
  it.each(pairs)("%s", (file, canonical) => {
    expect(odsFormula(`of:=${file}`)).toBe(canonical);
    expect(odsFormulaText(canonical)).toBe(file);
  });
  it("reads arrays and Google's form", () => {
    expect(odsFormula("of:=SUM({1;2|3;4};5)")).toBe("=SUM({1\\2;3\\4};5)");
    expect(odsFormula('of:=IFERROR(__xludf.dummyfunction("FILTER(A1:A3,B1:B3)");2)')).toBe(
      "=FILTER(A1:A3;B1:B3)",
    );
  });
});
