import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { readWorkbookFile } from "../../local/files/index.js";
import { odsDe } from "../../sidebar/envoi/ods.js";
import { xlsxDe } from "../../sidebar/envoi/xlsx.js";
import type { EnvoiPrepare } from "../../src/app/envois-preparer.js";
import { texteDeFichier, type Valeur } from "../../src/reports/fichier.js";
import { type Feuille, mettreEnPage } from "../../src/reports/mise-en-page.js";
import { installe, SUIVIS } from "../app/aides/atelier.js";
import { HOSTILES } from "../injection/corpus.js";
import { unzipped } from "../local/files/unzipped.js";
import { convert, LIBREOFFICE } from "../local/soffice.js";

const EURO = '#,##0.00 "€"';

/** What a kind of file is made by. */
const ECRITS = [
  ["xlsx", xlsxDe],
  ["ods", odsDe],
] as const;

const feuille = (...valeurs: readonly (readonly Valeur[])[]): Feuille =>
  mettreEnPage({
    valeurs,
    formats: valeurs.map((row) => row.map((value) => (typeof value === "number" ? EURO : ""))),
  });

const lu = async (bytes: Uint8Array, extension: string) => {
  const { sheets } = await readWorkbookFile(bytes, `a.${extension}`);
  return {
    noms: sheets.map(({ name }) => name),
    contenus: (sheets[0]?.cells ?? []).map(({ content }) => content),
  };
};

const valeur = (value: string | number | boolean) => ({ kind: "value", value });

describe.each(ECRITS)("a report as .%s", (extension, ecrire) => {
  it("holds each value with its type", async () => {
    const bytes = ecrire("A", feuille(["01004", 12_000.5, { serie: 44_377 }, true, 0, -1.5]));
    const { contenus } = await lu(bytes, extension);
    expect(contenus).toEqual(["01004", 12_000.5, 44_377, true, 0, -1.5].map(valeur));
  });

  it("carries any text as it is, and none as a formula", async () => {
    const texts = [
      ...HOSTILES,
      "_x0041_ n’est pas A",
      "deux  blancs, un à la fin ",
      "une\tlarge",
      "une\r\nautre ligne",
      "😀 \ud83d cassé",
      "<a & \"b\" 'c'>",
    ].filter((text) => texteDeFichier(text).trim() !== "");
    const bytes = ecrire("A", feuille(...texts.map((text) => [text])));
    const { contenus } = await lu(bytes, extension);
    const written = texts.map((text) =>
      extension === "ods" ? texteDeFichier(text).replace(/\t/g, " ") : texteDeFichier(text),
    );
    expect(contenus).toEqual(written.map(valeur));
  });

  it("names its tab as it is, and gives an empty report too", async () => {
    const { noms } = await lu(ecrire('L\'été <&> "1"', feuille(["a"])), extension);
    expect(noms).toEqual(['L\'été <&> "1"']);
    expect((await lu(ecrire("A", feuille()), extension)).contenus).toEqual([]);
  });
});

describe("formats", () => {
  const bytes = (ecrire: (typeof ECRITS)[number][1]) =>
    ecrire("A", feuille([12_000.5, { serie: 44_377 }]));

  it("are those of the tab in an .xlsx", () => {
    const sheet = XLSX.read(bytes(xlsxDe), { cellNF: true }).Sheets.A ?? {};
    expect([sheet.A1?.z, sheet.B1?.z]).toEqual([EURO, "dd/mm/yyyy"]);
  });

  it("are French in an .ods, whatever the machine", () => {
    const xml = unzipped(bytes(odsDe), "content.xml");
    expect(xml).toMatch(
      /<number:number-style style:name="n1" number:language="fr" number:country="FR"><number:number number:decimal-places="2"[^>]* number:grouping="true"\/><number:text> €<\/number:text>/,
    );
    expect(xml).toMatch(/<number:date-style style:name="n2" number:language="fr"/);
  });
});

describe("an .xlsx", () => {
  it("is printed on one page across, its rows as tall as their texts, which follow when they change", () => {
    const bytes = xlsxDe(
      "A",
      feuille(["Titre"], [], ["N°", "Nom", "Somme"], ["1", "mot ".repeat(40), 2]),
    );
    const xml = unzipped(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).toContain('orientation="landscape" fitToHeight="0"');
    const heights = [...xml.matchAll(/<row r="\d+" ht="([\d.]+)">/g)].map(([, ht]) => Number(ht));
    expect(heights).toEqual([18, 12.75, 12.75, 66.75]);
    expect(xml).not.toContain("customHeight");
  });
});

/** Height in points of each row of a flat file of LibreOffice, repeated rows counted. */
function hauteurs(fods: string): readonly number[] {
  const styles = new Map(
    [
      ...fods.matchAll(
        /<style:style style:name="(\w+)" style:family="table-row">\s*<style:table-row-properties style:row-height="([\d.]+)(in|cm|mm|pt)"/g,
      ),
    ].map(([, nom, size, unit]) => {
      const points = { in: 72, cm: 72 / 2.54, mm: 7.2 / 2.54, pt: 1 }[unit ?? "pt"] ?? 1;
      return [nom, Number(size) * points];
    }),
  );
  return [
    ...fods.matchAll(
      /<table:table-row table:style-name="(\w+)"(?: table:number-rows-repeated="(\d+)")?/g,
    ),
  ].flatMap(([, nom, repeated]) =>
    Array.from({ length: Math.min(500, Number(repeated ?? 1)) }, () => styles.get(nom) ?? 0),
  );
}

describe.skipIf(!LIBREOFFICE)("LibreOffice", () => {
  it.each(SUIVIS)(
    "cuts no text of the .xlsx of %s: its rows are as tall as it makes those of the .ods",
    (nom) => {
      const { api } = installe(nom);
      api("apiRapportDitp", { mois: "2021-06", telQuel: true });
      const { table } = api("apiEnvoiPreparer", {
        onglet: "DITP 2021-06",
      }) as unknown as EnvoiPrepare;
      const page = mettreEnPage(table);
      const folder = mkdtempSync(join(tmpdir(), "fitn7-envoi-"));
      try {
        const heights = ECRITS.map(([extension, ecrire]) => {
          writeFileSync(join(folder, `${extension}.${extension}`), ecrire("DITP 2021-06", page));
          convert(folder, [`${extension}.${extension}`], "fods", "lus");
          return hauteurs(readFileSync(join(folder, "lus", `${extension}.fods`), "utf8"));
        });
        const [xlsx = [], ods = []] = heights.map((all) => all.slice(0, page.lignes.length));
        expect(xlsx.length).toBe(page.lignes.length);
        const cut = xlsx.flatMap((height, row) =>
          height + 1 < (ods[row] ?? 0) ? [{ row: row + 1, height, wanted: ods[row] }] : [],
        );
        expect(cut).toEqual([]);
        expect(Math.max(...ods)).toBeGreaterThan(20);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
