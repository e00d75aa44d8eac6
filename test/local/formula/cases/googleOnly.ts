import type { Entry } from "../grid.js";
import type { GoogleCase } from "./caseSet.js";

/** Table of the examples below, on sheet `S`. */
export const GOOGLE_DATA: readonly (readonly Entry[])[] = [
  ["Produit", "Prix", "Stock"],
  ["Pomme", 1.5, 10],
  ["Banane", 0.5, 0],
  ["Cerise", 4, 25],
  ["Banane", 0.6, 5],
];

const DOC =
  "Follows the description in Google's documentation of the function (LibreOffice 7.4 lacks it).";
const PARTS = "Sheets' own function, absent from LibreOffice; follows Google's documentation.";

/** Functions that LibreOffice 7.4 lacks, pinned to what Google documents. */
export const GOOGLE_ONLY: readonly GoogleCase[] = [
  { formula: '=XLOOKUP("Cerise";A2:A5;B2:B5)', expected: 4, because: DOC },
  { formula: '=XLOOKUP("banane";A2:A5;B2:B5)', expected: 0.5, because: DOC },
  { formula: '=XLOOKUP("banane";A2:A5;B2:B5;"";0;-1)', expected: 0.6, because: DOC },
  { formula: '=XLOOKUP("Kiwi";A2:A5;B2:B5)', expected: "#N/A", because: DOC },
  { formula: '=XLOOKUP("Kiwi";A2:A5;B2:B5;"absent")', expected: "absent", because: DOC },
  { formula: '=XLOOKUP("C*";A2:A5;B2:B5;"";2)', expected: 4, because: DOC },
  { formula: '=XLOOKUP("C*";A2:A5;B2:B5;"rien")', expected: "rien", because: DOC },
  { formula: '=XLOOKUP(2;B2:B5;A2:A5;"";-1)', expected: "Pomme", because: DOC },
  { formula: '=XLOOKUP(2;B2:B5;A2:A5;"";1)', expected: "Cerise", because: DOC },
  { formula: '=XMATCH("Cerise";A2:A5)', expected: 3, because: DOC },
  { formula: "=XMATCH(1;B2:B5;1)", expected: 1, because: DOC },
  { formula: '=XMATCH("Banane";A2:A5;0;-1)', expected: 4, because: DOC },
  { formula: "=SUM(FILTER(B2:B5;C2:C5>0))", expected: 6.1, because: DOC },
  {
    formula: '=TEXTJOIN("|";TRUE;FILTER(A2:A5;C2:C5>0;B2:B5<2))',
    expected: "Pomme|Banane",
    because: DOC,
  },
  { formula: "=FILTER(A2:A5;C2:C5>100)", expected: "#N/A", because: DOC },
  { formula: "=FILTER(A2:A5;C2:C4>0)", expected: "#N/A", because: DOC },
  {
    formula: '=TEXTJOIN("|";TRUE;FILTER(A2:C2;{TRUE,FALSE,TRUE}))',
    expected: "Pomme|10",
    because: DOC,
  },
  {
    formula: '=TEXTJOIN("|";TRUE;SORT(A2:A5))',
    expected: "Banane|Banane|Cerise|Pomme",
    because: DOC,
  },
  {
    formula: '=TEXTJOIN("|";TRUE;SORT(A2:A5;B2:B5;FALSE))',
    expected: "Cerise|Pomme|Banane|Banane",
    because: DOC,
  },
  { formula: "=INDEX(SORT(A2:C5;1;TRUE;2;FALSE);1;2)", expected: 0.6, because: DOC },
  { formula: "=SORT(A2:A5;4;TRUE)", expected: "#VALUE!", because: DOC },
  { formula: '=TEXTJOIN("|";TRUE;UNIQUE(A2:A5))', expected: "Pomme|Banane|Cerise", because: DOC },
  {
    formula: '=TEXTJOIN("|";TRUE;UNIQUE(A2:A5;FALSE;TRUE))',
    expected: "Pomme|Cerise",
    because: DOC,
  },
  { formula: "=COUNTUNIQUE(A2:A5)", expected: 3, because: PARTS },
  { formula: "=SUM(SEQUENCE(3;2;10;5))", expected: 135, because: DOC },
  { formula: "=ROWS(FLATTEN(A2:C5))", expected: 12, because: PARTS },
  { formula: "=LET(x;B2;y;C2;x*y)", expected: 15, because: DOC },
  { formula: "=LET(x;2;y;x*3;x+y)", expected: 8, because: DOC },
  { formula: "=LET(prix;B2:B5;SUM(prix*2))", expected: 13.2, because: DOC },
  { formula: '=JOIN("-";A2:A4)', expected: "Pomme-Banane-Cerise", because: PARTS },
  { formula: '=INDEX(SPLIT("a,b,c";",");1;2)', expected: "b", because: PARTS },
  { formula: '=COLUMNS(SPLIT("a,,c";","))', expected: 2, because: PARTS },
  { formula: '=COLUMNS(SPLIT("a,,c";",";TRUE;FALSE))', expected: 3, because: PARTS },
  { formula: '=COLUMNS(SPLIT("a, b";", "))', expected: 2, because: PARTS },
  { formula: '=COLUMNS(SPLIT("a b, c";", ";FALSE))', expected: 2, because: PARTS },
  { formula: '=REGEXMATCH("Armentières";"^Arm")', expected: true, because: PARTS },
  { formula: '=REGEXEXTRACT("Dossier 2021-042";"[0-9]+$")', expected: "042", because: PARTS },
  { formula: '=REGEXEXTRACT("Dossier 2021-042";"([0-9]+)-")', expected: "2021", because: PARTS },
  { formula: '=REGEXEXTRACT("abc";"[0-9]")', expected: "#N/A", because: PARTS },
  { formula: '=REGEXREPLACE("a1b22";"[0-9]+";"#")', expected: "a#b#", because: PARTS },
  { formula: '=REGEXMATCH("ABC";"(?i)abc")', expected: true, because: PARTS },
  { formula: '=REGEXMATCH("a";"(")', expected: "#REF!", because: PARTS },
  { formula: "=ARRAYFORMULA(SUM(B2:B5*C2:C5))", expected: 118, because: PARTS },
  {
    formula: '=SUM(ARRAYFORMULA(VLOOKUP({"Pomme";"Cerise"};A2:C5;2;FALSE)))',
    expected: 5.5,
    because: PARTS,
  },
  { formula: "=SUM(A2:C)", expected: 46.6, because: "An open range ends with the grid." },
  { formula: "=ROWS(A2:A)", expected: 999, because: "An open range ends with the grid." },
  {
    formula: '=COUNTIF(A2:A;"")',
    expected: 995,
    because: "An open range ends with the grid: its blank rows count.",
  },
  {
    formula: "=FONCTIONINCONNUE(1)",
    expected: "#NAME?",
    because: "Sheets answers #NAME? as well.",
  },
  { formula: "=nom_inconnu", expected: "#NAME?", because: "Sheets answers #NAME? as well." },
  {
    formula: "=Absent!A1",
    expected: "#REF!",
    because: "Sheets answers #REF! for a sheet that does not exist.",
  },
  {
    formula: "=A2:A5*2",
    expected: "#VALUE!",
    because:
      "Outside array context a range that does not cross the formula's row has no single value.",
  },
  {
    formula: '=LEFT("a")+',
    expected: "#ERROR!",
    because: "Sheets shows #ERROR! for a formula that it cannot read.",
  },
  {
    formula: "=VLOOKUP(1)",
    expected: "#N/A",
    because: "Sheets answers #N/A for a wrong number of arguments.",
  },
];
