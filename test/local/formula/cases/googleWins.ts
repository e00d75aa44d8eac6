import type { GoogleCase } from "./caseSet.js";

const BOOLEANS =
  "LibreOffice holds TRUE for the number 1; Sheets orders booleans after texts and sums none.";

/** Formulas of the judged sets where Sheets and LibreOffice differ: Sheets is imitated. */
export const GOOGLE_WINS: readonly GoogleCase[] = [
  { formula: "=TRUE>1", expected: true, because: BOOLEANS },
  { formula: '=TRUE>"z"', expected: true, because: BOOLEANS },
  { formula: "=SUM(D!A1:G1)", expected: 6, because: BOOLEANS },
  { formula: "=AVERAGE(D!A1:G1)", expected: 2, because: BOOLEANS },
  { formula: "=COUNT(D!A1:G3)", expected: 17, because: BOOLEANS },
  { formula: "=MAX(D!D1:G1)", expected: 0, because: BOOLEANS },
  { formula: "=TYPE(TRUE)", expected: 4, because: BOOLEANS },
  { formula: '=CONCATENATE("a";1;TRUE)', expected: "a1TRUE", because: BOOLEANS },
  {
    formula: '=COUNTIF(D!G2:G11;"*")',
    expected: 6,
    because: "In Sheets a wildcard matches texts alone.",
  },
  {
    formula: '=SUM("4";TRUE;1)',
    expected: 6,
    because: "Sheets converts a text given directly to SUM; LibreOffice refuses it.",
  },
  {
    formula: "=RANK(5;D!A3:G3)",
    expected: "#N/A",
    because: "Sheets ranks only a value that is in the data.",
  },
  {
    formula: "=DATE(121;1;1)",
    expected: 44_197,
    because: "Documentation of DATE: a year from 0 to 1899 is added to 1900.",
  },
];
