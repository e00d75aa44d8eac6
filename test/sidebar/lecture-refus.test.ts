import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { lireFichier } from "../../sidebar/import/lecture/fichier.js";
import { ods, ole, utf8, windows1252, xlsx, zipFaux } from "./fichiers.js";

const MEGABYTE = 1024 * 1024;

async function refus(octets: Uint8Array, nom = "export.xlsx"): Promise<string> {
  const read = await lireFichier(new File([new Uint8Array(octets)], nom));
  return read.kind === "refus" ? read.message : "lu";
}

const cell = '<c t="inlineStr"><is><t>x</t></is></c>';

describe("a file that is no table", () => {
  it.each([
    ["nothing", "", /est vide \(0 octet\)/],
    ["spaces and empty lines", " ,\n,\n", /aucune donnée/],
    ["a PDF", "%PDF-1.7\n…", /est un document PDF, pas un tableau. Les formats lus/],
    ["an image", "\u0089PNG\r\n", /est une image/],
    ["a web page named .xls", "<html><table><tr><td>1", /est une page web/],
    [
      "an XML workbook",
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
      /enregistré en XML/,
    ],
    ["unknown bytes", "\u0000\u0001\u0002", /n’est pas un tableau/],
  ])("%s", async (_, text, message) => {
    expect(await refus(windows1252(text))).toMatch(message);
  });

  it.each([
    ["a text document", { "word/document.xml": strToU8("<x/>") }, /traitement de texte/],
    ["an archive", { "a.csv": strToU8("a") }, /est une archive/],
    [
      "an .xlsb",
      { "xl/workbook.bin": strToU8("x") },
      /classeur .xlsb.+enregistrez-le au format .xlsx/,
    ],
  ])("%s in a zip", async (_, parts, message) => {
    const octets = zipFaux(Object.entries(parts).map(([nom, contenu]) => ({ nom, contenu })));
    expect(await refus(octets)).toMatch(message);
  });

  it("an old .xls: says how to save it", async () => {
    expect(await refus(ole("Workbook"), "export.xls")).toMatch(/\(\.xls\).+au format .xlsx/);
  });

  it("a workbook without any cell", async () => {
    expect(await refus(xlsx(""))).toMatch(/aucune donnée/);
  });
});

describe("a protected workbook", () => {
  it.each([
    [".xlsx", ole("EncryptedPackage")],
    [
      ".ods",
      ods("", { more: { "META-INF/manifest.xml": strToU8("<manifest:encryption-data/>") } }),
    ],
    [".ods of LibreOffice 24", ods("", { more: { "encrypted-package": strToU8("x") } })],
    ["zip", zipFaux([{ nom: "xl/workbook.xml", contenu: strToU8("<x/>"), chiffree: true }])],
  ])("%s: says to remove the password", async (_, octets) => {
    expect(await refus(octets)).toMatch(/protégé par un mot de passe/);
  });
});

describe("a damaged file", () => {
  it("cut in the middle", async () => {
    const whole = xlsx(`<row r="1">${cell}</row>`);
    expect(await refus(whole.subarray(0, whole.length / 2))).toMatch(/endommagé ou incomplet/);
  });

  it("with other bytes in a part", async () => {
    const bytes = xlsx(`<row r="1">${cell}</row>`).slice();
    bytes.fill(0xff, 60, 120);
    expect(await refus(bytes)).toMatch(/endommagé ou incomplet/);
  });

  it("a quote that is never closed, with its line", async () => {
    expect(await refus(utf8('a,b\n1,2\n"3,4\n5,6\n'), "x.csv")).toMatch(
      /guillemet ouvert à la ligne 3/,
    );
  });
});

describe("accents that were lost", () => {
  it.each([
    ["UTF-8 saved as UTF-8 again", utf8("ID;Intitulé Ã‰tat\n1;2\n"), "Ã‰tat"],
    ["UTF-8 with a broken byte", Buffer.concat([utf8("ID;État\n1;é\n"), Buffer.from([0xe9])]), "Ã"],
    ["replacement marks", utf8("ID;\ufffdtat\n1;2\n"), "\ufffdtat"],
    ["an old Mac's", Uint8Array.from([...strToU8("ID;D"), 0x8e, ...strToU8("pos\n1;2\n")]), "pos"],
  ])("%s: shows the word", async (_, octets, word) => {
    const message = await refus(octets, "x.csv");
    expect(message).toContain("Les accents de ce fichier sont abîmés");
    expect(message).toContain(word);
  });

  it("one strange word that somebody typed is no broken file", async () => {
    expect(await refus(utf8("ID;Intitulé\n1;logiciel Ã‰toile\n"), "x.csv")).toBe("lu");
  });
});

describe("a file too large", () => {
  it("100 Mo: refused by its size, its bytes are never asked for", async () => {
    const asked: string[] = [];
    const huge = {
      name: "export.csv",
      size: 100 * MEGABYTE,
      arrayBuffer: () => {
        asked.push("read");
        return Promise.resolve(new ArrayBuffer(0));
      },
    } as File;
    expect(await lireFichier(huge)).toEqual({
      kind: "refus",
      message: expect.stringMatching(
        /^Ce fichier fait 100\u00a0Mo, plus que la limite de 40\u00a0Mo/,
      ),
    });
    expect(asked).toEqual([]);
  });

  it("a zip bomb: refused by what it declares", async () => {
    const octets = zipFaux([
      { nom: "xl/workbook.xml", contenu: strToU8("<x/>") },
      { nom: "xl/worksheets/sheet1.xml", contenu: new Uint8Array(30 * MEGABYTE) },
    ]);
    expect(octets.length).toBeLessThan(MEGABYTE);
    expect(await refus(octets)).toMatch(
      /«\u00a0xl\/worksheets\/sheet1\.xml\u00a0» grossit de plus de 300\u00a0fois/,
    );
  });

  it("many parts that are too much together", async () => {
    const part = (index: number) => ({
      nom: `xl/worksheets/sheet${index}.xml`,
      contenu: strToU8("<x/>"),
      annonce: 19 * MEGABYTE,
    });
    const octets = zipFaux(Array.from({ length: 17 }, (_, index) => part(index)));
    expect(await refus(octets)).toMatch(/contient 323\u00a0Mo.+plus que la limite de 300\u00a0Mo/);
  });

  it("a zip bomb that declares little: it stops at the declared size", async () => {
    const octets = zipFaux([
      { nom: "xl/workbook.xml", contenu: new Uint8Array(30 * MEGABYTE), annonce: 500 },
    ]);
    expect(await refus(octets)).toMatch(
      /«\u00a0xl\/workbook\.xml\u00a0» n’a pas la taille annoncée/,
    );
  });

  it("a few bytes of .ods that repeat filled cells by the million", async () => {
    const octets = ods(
      '<table:table-row table:number-rows-repeated="50000"><table:table-cell table:number-columns-repeated="1000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>',
    );
    expect(await refus(octets, "x.ods")).toMatch(
      /plus de 3[\s\u202f]000[\s\u202f]000\u00a0cellules/,
    );
  });

  it("few cells that share one enormous text", async () => {
    const text = "x".repeat(200_000);
    const rows = `<row>${'<c t="s"><v>0</v></c>'.repeat(900)}</row>`;
    const octets = xlsx(rows, { sharedStrings: `<si><t>${text}</t></si>` });
    expect(await refus(octets)).toMatch(/textes démesurés/);
  });

  it.each([
    [
      "a column",
      '<row r="1"><c r="XFD1"><v>1</v></c></row>',
      /jusqu’à la colonne nº\u00a016[\s\u202f]384.+1[\s\u202f]000\u00a0colonnes/,
    ],
    [
      "a line",
      '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
      /jusqu’à la ligne 1[\s\u202f]048[\s\u202f]576/,
    ],
  ])("%s far away, with its place", async (_, rows, message) => {
    expect(await refus(xlsx(rows))).toMatch(message);
  });

  it("thousands of columns in a CSV", async () => {
    expect(await refus(utf8(`${"a;".repeat(2_000)}\n`), "x.csv")).toMatch(
      /colonne nº\u00a02[\s\u202f]001/,
    );
  });
});

describe("a file that can't be reached", () => {
  it("is open elsewhere or gone: says to close it", async () => {
    const gone = {
      name: "export.csv",
      size: 10,
      arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")),
    } as unknown as File;
    expect(await lireFichier(gone)).toEqual({
      kind: "refus",
      message: expect.stringMatching(/déplacé, modifié ou supprimé, ou il est ouvert/),
    });
  });
});
