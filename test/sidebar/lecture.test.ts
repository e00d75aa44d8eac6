import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lecture, lireOctets } from "../../sidebar/import/lecture/lire.js";
import { ROOT } from "../architecture/modules.js";
import { EXPORTS, tablesDe } from "../imports/exports.js";
import { ods, utf8, windows1252, xlsx } from "./fichiers.js";

type Lignes = readonly (readonly unknown[])[];

const premier = ({ tables }: Lecture): Lignes => tables.onglets[0]?.lignes ?? [];
const csv = (text: string): Lignes => premier(lireOctets(utf8(text), "x.csv"));
const cases = (row: string): readonly unknown[] =>
  premier(lireOctets(xlsx(`<row r="1">${row}</row>`), "x.xlsx"))[0] ?? [];

/** The local host's own reader, another one altogether, gives times to the minute and CRLF as it is. */
const comparable = (tables: unknown) =>
  JSON.parse(
    JSON.stringify(tables)
      .replace(/(\d{4}-\d\d-\d\d \d\d:\d\d):\d\d(?=")/g, "$1")
      .replace(/\\r\\n/g, "\\n"),
  );

describe("the platform's exports", () => {
  it.each(EXPORTS)("%s reads as another reader reads it", async (nom) => {
    const { tables } = lireOctets(await readFile(`${ROOT}test/data/${nom}`), nom);
    expect(comparable(tables)).toEqual(comparable(await tablesDe(nom)));
  });

  it("shows the times of a workbook to the second, as its text in the .ods", async () => {
    const filed = async (nom: string) => {
      const [headers = [], ...rows] = premier(
        lireOctets(await readFile(`${ROOT}test/data/${nom}`), nom),
      );
      return rows.map((row) => row[headers.indexOf("Déposé le")]);
    };
    const days = await filed("export-2026.xlsx");
    expect(days[0]).toBe("2021-06-25 10:53:00");
    expect(days).toEqual(await filed("export-2026.ods"));
  });
});

describe("a CSV", () => {
  it.each([
    ["a comma", "ID,Coût\n1,2\n"],
    ["a semicolon", "ID;Coût\n1;2\n"],
    ["a tab", "ID\tCoût\n1\t2\n"],
  ])("is parted by %s", (_, text) => {
    expect(csv(text)).toEqual([
      ["ID", "Coût"],
      ["1", "2"],
    ]);
  });

  it("is not misled by commas inside its labels", () => {
    expect(csv("Nom, prénom, fonction;Coût\nX;2\nY;3\n")[1]).toEqual(["X", "2"]);
  });

  it("follows the hint that Excel writes on a first line", () => {
    expect(csv("sep=;\r\na,b;c\r\n")).toEqual([["a,b", "c"]]);
  });

  it("keeps separators, quotes and line breaks inside quotes", () => {
    expect(csv('a,b\n"1,5\r\n""x""",2\r\n')).toEqual([
      ["a", "b"],
      ['1,5\r\n"x"', "2"],
    ]);
  });

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("ends its lines with %s, the last one or not", (_, end) => {
    const rows = [
      ["a", "b"],
      ["1", "2"],
    ];
    const text = rows.map((row) => row.join(";")).join(end);
    expect(csv(text)).toEqual(rows);
    expect(csv(text + end)).toEqual(rows);
  });

  it("keeps every cell as the text that stands there", () => {
    const texts = [
      "01004",
      "00010002400017",
      "=1+1",
      "+33",
      "-5",
      "@x",
      "\tx",
      "12345678901234567890",
    ];
    expect(
      csv(`${texts.map((_, index) => `c${index}`).join(",")}\n${texts.join(",")}\n`)[1],
    ).toEqual(texts);
  });

  it("gives short lines the width of the longest, and says which lines are too long", () => {
    const lecture = lireOctets(utf8("a,b\n1\n1,2,3\n4,5\n1,2,\n"), "x.csv");
    expect(premier(lecture)[1]).toEqual(["1", "", ""]);
    expect(lecture.avertissements).toEqual([
      "Ligne 3\u00a0: plus de cellules que d’en-têtes (2). Leurs valeurs sont peut-être décalées\u00a0: vérifiez-les dans l’aperçu.",
    ]);
  });

  it("reads back any table that is written with quotes", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", '"', ",", ";", "\t", "\n", "\r", " ", "="),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(",", ";", "\t"),
        fc.integer({ min: 2, max: 5 }).chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
            minLength: 1,
            maxLength: 6,
          }),
        ),
        (mark, rows) => {
          const header = (rows[0] ?? []).map((_, index) => `colonne${index}`);
          const table = [header, ...rows];
          const text = table
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(mark))
            .join("\n");
          expect(csv(text)).toEqual(table);
        },
      ),
    );
  });
});

describe("the encoding of a CSV", () => {
  const text = "ID;Intitulé\n1;Numérique à l'école\n";

  it.each([
    ["UTF-8", utf8(text)],
    ["UTF-8", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(text)])],
    ["Windows-1252", windows1252(text)],
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])],
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]).swap16()],
  ])("%s is recognised, with or without a mark", (encodage, octets) => {
    const lecture = lireOctets(octets, "x.csv");
    expect(lecture.encodage).toBe(encodage);
    expect(premier(lecture)).toEqual([
      ["ID", "Intitulé"],
      ["1", "Numérique à l'école"],
    ]);
  });
});

describe("a cell of an .xlsx", () => {
  it("that is text stays text", () => {
    const texts = ["01004", "21590017600011", "=1+1", "+1", "-1", "@a", " a\tb ", "<b>&amp;</b>"];
    const escaped = (value: string) => value.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    const row = texts
      .map(
        (value) =>
          `<c t="inlineStr" s="1"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`,
      )
      .join("");
    expect(cases(row)).toEqual(texts);
  });

  it("holds a SIRET as a number without a power of ten", () => {
    const [number] = cases("<c><v>2.1590017600011E13</v></c>");
    expect(String(number)).toBe("21590017600011");
  });

  it("shows the zeros that its format adds", () => {
    expect(cases('<c s="2"><v>1004</v></c><c s="5"><v>10002400017</v></c>')).toEqual([
      "01004",
      "00010002400017",
    ]);
  });

  it("gives days and times without a time zone", () => {
    expect(
      cases(
        '<c s="3"><v>44377</v></c><c s="4"><v>44357.5</v></c><c s="4"><v>44377.999988425923</v></c>',
      ),
    ).toEqual(["2021-06-30", "2021-06-10 12:00:00", "2021-06-30 23:59:59"]);
  });

  it("counts days from 1904 where the workbook does", () => {
    const octets = xlsx('<row r="1"><c s="3"><v>42915</v></c></row>', { date1904: true });
    expect(premier(lireOctets(octets, "x.xlsx"))).toEqual([["2021-06-30"]]);
  });

  it("never carries a formula, only the value saved with it", () => {
    expect(cases('<c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"x"</f><v>2x</v></c>')).toEqual([
      2,
      "2x",
    ]);
  });

  it("shows its error, which no reader then takes for a value", () => {
    expect(cases('<c t="e"><v>#N/A</v></c><c t="e"><v>#DIV/0!</v></c>')).toEqual([
      "#N/A",
      "#DIV/0!",
    ]);
  });
});

describe("a cell of an .ods", () => {
  const cell = (type: string, value: string, shown = "") =>
    `<table:table-cell office:value-type="${type}" ${value}><text:p>${shown}</text:p></table:table-cell>`;

  it("keeps texts, days, codes and numbers as they stand", () => {
    const row = [
      cell("string", "", "01004"),
      cell("string", "", 'a<text:s text:c="2"/>b</text:p><text:p>&lt;c&gt;'),
      cell("date", 'office:date-value="2021-06-30"', "30/06/21"),
      cell("date", 'office:date-value="2021-06-10T12:00:00"', "x"),
      cell("float", 'office:value="21590017600011"', "2,16E13"),
      cell("boolean", 'office:boolean-value="true"', "VRAI"),
      cell("float", 'table:formula="of:=1+1" office:value="2"', "2"),
    ].join("");
    const octets = ods(`<table:table-row>${row}</table:table-row>`, { nom: "L&apos;onglet" });
    const { tables } = lireOctets(octets, "x.ods");
    expect(tables.onglets[0]?.nom).toBe("L'onglet");
    expect(tables.onglets[0]?.lignes).toEqual([
      ["01004", "a  b\n<c>", "2021-06-30", "2021-06-10 12:00:00", 21590017600011, true, 2],
    ]);
  });

  it("leaves out notes, drawings and the changes that were recorded", () => {
    const note = "<office:annotation><text:p>note</text:p></office:annotation>";
    const frame = "<draw:frame><text:p>dessin</text:p></draw:frame>";
    const octets = ods(
      `<table:table-row><table:table-cell office:value-type="string">${note}<text:p>x</text:p>${frame}</table:table-cell></table:table-row>`,
      {
        avant: `<table:tracked-changes><table:table-cell office:value-type="string"><text:p>ancien</text:p></table:table-cell></table:tracked-changes>`,
      },
    );
    expect(lireOctets(octets, "x.ods").tables).toEqual({
      onglets: [{ nom: "Dossiers", lignes: [["x"]] }],
    });
  });

  it("reads numbered characters, verbatim text, repeated cells and rows", () => {
    const octets = ods(
      `<table:table-row/><table:table-row table:number-rows-repeated="2"><table:table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>&#233;&#xE9;<![CDATA[<b>]]><!-- <text:p>non</text:p> --></text:p></table:table-cell></table:table-row>`,
    );
    expect(premier(lireOctets(octets, "x.ods"))).toEqual([
      ["", "", ""],
      ["", "éé<b>", "éé<b>"],
      ["", "éé<b>", "éé<b>"],
    ]);
  });

  it("shows a time without a day as it is", () => {
    const octets = ods(
      `<table:table-row>${cell("time", 'office:time-value="PT12H05M00S"', "12:05")}</table:table-row>`,
    );
    expect(premier(lireOctets(octets, "x.ods"))).toEqual([["12:05:00"]]);
  });

  it("may be followed by a million empty ones", () => {
    const octets = ods(
      `<table:table-row>${cell("string", "", "x")}</table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
    );
    expect(premier(lireOctets(octets, "x.ods"))).toEqual([["x"]]);
  });
});
