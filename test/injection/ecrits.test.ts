import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbookFile } from "../../local/files/index.js";
import { csvRows } from "../../local/files/read-csv.js";
import { lireOctets } from "../../sidebar/import/lecture/lire.js";
import { convert, LIBREOFFICE } from "../local/soffice.js";
import { EN_FICHIER } from "./corpus.js";
import { ACTIFS, ECRIVAINS, inventaire, ONGLET } from "./ecrits.js";

/** Texts of nobody's, with all that a text may have: blanks, tabs, line ends, length. */
const ORDINAIRES = [
  "Mairie",
  "  deux  espaces ",
  "deux\nlignes",
  "un\ttabulateur",
  "\nligne\n",
  "\u00a0insécable",
  "un mot, puis un autre ".repeat(100),
];

/** What the first tab shows; then the same with formulas in the place of their values. */
const VALEURS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,0";
const FORMULES = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,0";

/** SheetJS takes `_x003D_` for `=` and leaves blanks at either end out, in an .ods too, where nothing says so. */
const selonSheetJs = (text: string): string =>
  text
    .replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .trim();

describe.each(ECRIVAINS)("$nom of hostile texts", ({ nom, extension, ecrit, rendu }) => {
  const attendus = EN_FICHIER.map(rendu);
  let octets: Uint8Array;
  beforeAll(async () => {
    octets = await ecrit(EN_FICHIER);
  });

  it("is made of what a file of plain texts is made of: no formula, link or markup more", async () => {
    const plain = inventaire(await ecrit(ORDINAIRES));
    expect([...plain.elements].filter((element) => ACTIFS.test(element))).toEqual([]);
    expect(plain.elements.size).toBeGreaterThan(10);
    const hostile = inventaire(octets);
    expect(hostile.troubles).toEqual([]);
    expect(hostile.parties).toEqual(plain.parties);
    expect(hostile.cibles).toEqual(plain.cibles);
    expect([...hostile.elements].filter((element) => !plain.elements.has(element))).toEqual([]);
  });

  it("holds text cells with these very characters, as SheetJS reads it", () => {
    const book = XLSX.read(octets, { cellFormula: true });
    expect(book.SheetNames).toEqual([ONGLET]);
    const sheet = book.Sheets[ONGLET] ?? {};
    const lus = attendus.map((_, row) => sheet[XLSX.utils.encode_cell({ r: row, c: 0 })]);
    const selon = extension === "ods" ? selonSheetJs : (text: string) => text;
    expect(lus.map((cell) => selon(String(cell?.v)))).toEqual(attendus.map(selon));
    expect(lus.filter((cell) => cell?.t !== "s" || cell.f !== undefined || cell.l)).toEqual([]);
    expect(book.Workbook?.Names ?? []).toEqual([]);
  });

  it("gives them back to the local host and to an import", async () => {
    const [tab] = (await readWorkbookFile(octets, nom)).sheets;
    const own = tab?.cells.flatMap(({ column, content }) => (column === 1 ? [content] : []));
    expect(own).toEqual(attendus.map((value) => ({ kind: "value", value })));
    // A tab of an .ods that is no element is a blank; as an element LibreOffice would lose it.
    const selonImport = (text: string) => (extension === "ods" ? text.replaceAll("\t", " ") : text);
    const [lu] = lireOctets(octets, `x.${extension}`).tables.onglets;
    expect(lu?.lignes.map(([cell]) => cell)).toEqual(attendus.map(selonImport));
  });
});

describe.skipIf(!LIBREOFFICE)("LibreOffice", () => {
  const nomDe = (at: number) => `${at}.${ECRIVAINS[at]?.extension}`;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "fitn7-ecrits-"));
    for (const [at, { ecrit }] of ECRIVAINS.entries()) {
      writeFileSync(join(folder, nomDe(at)), await ecrit(EN_FICHIER));
    }
    const files = ECRIVAINS.map((_, at) => nomDe(at));
    convert(folder, files, VALEURS, "valeurs");
    convert(folder, files, FORMULES, "formules");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(ECRIVAINS.map(({ nom, rendu }, at) => [nom, at, rendu] as const))(
    "reads %s as these texts, and shows no formula",
    (_, at, rendu) => {
      for (const shown of ["valeurs", "formules"]) {
        const csv = readFileSync(join(folder, shown, `${at}.csv`), "utf8");
        expect(csvRows(csv).map(([cell]) => cell)).toEqual(EN_FICHIER.map(rendu));
      }
    },
  );
});
