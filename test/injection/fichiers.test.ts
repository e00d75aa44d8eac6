import * as XLSX from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { readWorkbookFile, writeOds, writeXlsx } from "../../local/files/index.js";
import { csvRows } from "../../local/files/read-csv.js";
import type { EnvoiPrepare } from "../../src/app/envois-preparer.js";
import { listeDuFichier, texteDeFichier } from "../../src/reports/fichier.js";
import { poser } from "../app/aides/poser.js";
import { prefecture } from "../page/ecrans/classeurs.js";
import { EN_FICHIER, HOSTILES, rendu } from "./corpus.js";
import { ACTIFS, inventaire, telecharge } from "./ecrits.js";
import { formules } from "./formules.js";

const COURTS = HOSTILES.filter((texte) => texte.length < 200 && texte.trim() !== "");

/** A préfecture where each place holds one hostile text alone: it begins its cell. */
let at = 0;
const opened = prefecture(() => COURTS[at++ % COURTS.length] ?? "");
const { host } = opened;

/** What a row of each list asks for besides texts: a request for Démat.ADS, one line of open data. */
const TAPES = [
  ["A4", "Thème", "ADS"],
  ["A1", "Conventionné le", 44_390],
  ["A1", "SIRET", "21590350100017"],
] as const;
const REGLAGES = [
  ["scdl.siret", "17590001200012"],
  ["scdl.notification_ue", "non"],
  ["scdl.conditions", "unique"],
] as const;

{
  const [entetes = [], ...lignes] = host.values("Suivi");
  const siret = entetes.length + 1;
  poser(host, "Suivi", 1, siret, "SIRET");
  for (const [numero, entete, value] of TAPES) {
    const row = lignes.findIndex(([cell]) => cell === numero) + 2;
    poser(host, "Suivi", row, entetes.indexOf(entete) + 1 || siret, value);
  }
  const free = host.values("Paramètres").length + 1;
  for (const [index, [cle, value]] of REGLAGES.entries()) {
    poser(host, "Paramètres", free + index, 1, cle);
    poser(host, "Paramètres", free + index, 2, value);
  }
}

/** Reports that « Préparer l’envoi » gives as files, and the separator of their .csv. */
const RAPPORTS = [
  ["DITP", "2021-07", ";"],
  ["Propositions", "2021-07", ";"],
  ["Publication", "2021-07", ";"],
  ["Démat.ADS", "2021-07", ";"],
  ["SCDL", "2021-07", ","],
  ["Trimestre DITP", "2021-T3", ";"],
] as const;

function envoiDe(rapport: string, periode: string): EnvoiPrepare {
  if (rapport !== "DITP") opened.api("apiRapport", { rapport, periode, telQuel: true });
  const onglet = `${rapport} ${periode}`;
  return opened.api("apiEnvoiPreparer", { onglet }) as unknown as EnvoiPrepare;
}

/** What a cell of a .csv begins with where a spreadsheet takes it for a formula; a number alone is none. */
const DANGER = /^"?[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20](?!\d+([.,]\d+)?"?$)/;

const textesDe = (rows: EnvoiPrepare["table"]["valeurs"]): readonly string[] =>
  rows.flat().filter((value): value is string => typeof value === "string");

describe.each(RAPPORTS)(
  "the files of %s on a workbook full of hostile texts",
  (rapport, periode, separateur) => {
    const envoi = envoiDe(rapport, periode);
    let csv: string;
    beforeAll(async () => {
      csv = strFromU8(await telecharge(envoi, "csv"));
    });

    it("as .csv carry them, and whatever separator cuts it no cell begins as a formula", () => {
      const liste = listeDuFichier(envoi.table);
      expect(liste.valeurs.length).toBeGreaterThan(1);
      expect(textesDe(liste.valeurs).some((text) => COURTS.includes(text))).toBe(true);
      expect(csv.split("\r\n")[0]).toContain(`"${separateur}"`);
      for (const cut of [";", ",", "\t", "|"]) {
        const cells = csv.split(/[\r\n]+/).flatMap((line) => line.split(cut));
        expect(cells.filter((cell) => DANGER.test(cell))).toEqual([]);
      }
    });

    it("as .csv keep every text whole but for apostrophes and controls", () => {
      const bare = (text: string) => text.replaceAll("'", "");
      for (const text of textesDe(listeDuFichier(envoi.table).valeurs)) {
        expect(bare(csv)).toContain(bare(texteDeFichier(text)).replaceAll('"', '""'));
      }
    });

    it.each(["xlsx", "ods"] as const)(
      "as .%s hold them as texts, and compute nothing",
      async (kind) => {
        const octets = await telecharge(envoi, kind);
        const { elements, troubles } = inventaire(octets);
        expect(troubles).toEqual([]);
        expect([...elements].filter((element) => ACTIFS.test(element))).toEqual([]);
        const sheet = XLSX.read(octets, { cellFormula: true }).Sheets[envoi.onglet] ?? {};
        const cells = Object.values(sheet) as XLSX.CellObject[];
        expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
        const shown = new Set(cells.map(({ t, v }) => (t === "s" ? bare(String(v)) : "")));
        const texts = textesDe(envoi.table.valeurs);
        expect(texts.some((text) => COURTS.includes(text))).toBe(true);
        for (const text of texts) expect(shown).toContain(bare(texteDeFichier(text)));
      },
    );
  },
);

describe.each(["DITP", "SCDL"] as const)("the .csv of %s of each hostile text", (rapport) => {
  const rows = [["N° dossier", "Texte"], ...EN_FICHIER.map((texte, row) => [`A${row}`, texte])];
  const table = { valeurs: rows, formats: rows.map(() => ["General", "General"]) };
  let csv: string;
  beforeAll(async () => {
    const nom = { rapport, periode: "2021-07", version: 1 } as const;
    csv = strFromU8(await telecharge({ onglet: "Essai", rapport: nom, table }, "csv"));
  });

  it("holds the text, an apostrophe before what begins as a formula", () => {
    const read = csvRows(csv.replace(/^\ufeff/, "")).slice(1);
    const own = read.map(([, texte = ""]) => texte);
    expect(own.map((texte) => texte.replaceAll("'", ""))).toEqual(
      EN_FICHIER.map((texte) => rendu(texte).replaceAll("'", "")),
    );
    expect(own.filter((texte) => DANGER.test(texte))).toEqual([]);
  });

  it("holds no formula for SheetJS, that computes those of a .csv", () => {
    const parsed = (text: string) =>
      Object.values(XLSX.read(text, { type: "string" }).Sheets.Sheet1 ?? {}) as XLSX.CellObject[];
    expect(parsed("=1+1\r\n").some(({ f }) => f !== undefined)).toBe(true);
    expect(parsed(csv).length).toBeGreaterThan(EN_FICHIER.length);
    expect(parsed(csv).filter(({ f }) => f !== undefined)).toEqual([]);
  });
});

/** Without blanks, of which SheetJS and an .ods keep not all. */
const bare = (text: string): string => text.replace(/\s/g, "");

describe("the whole workbook, saved by the local host", () => {
  const { calculator, workbook } = host;
  const shown = (...place: [string, number, number]) => calculator.value(...place);
  const origin = (...place: [string, number, number]) => calculator.spillOrigin(...place);
  const WRITERS = [
    ["xlsx", writeXlsx, /<f(?: [^>]*)?>([^<]*)<\/f>/g],
    ["ods", writeOds, /table:formula="([^"]*)"/g],
  ] as const;

  it.each(WRITERS)(
    "as .%s computes what it computed and nothing else",
    async (kind, write, formula) => {
      const octets = await write(workbook.snapshot(), shown, origin);
      const { troubles } = inventaire(octets);
      expect(troubles).toEqual([]);
      const read = await readWorkbookFile(octets, `x.${kind}`);
      expect(formules(read)).toEqual(formules(workbook.snapshot()));
      const xml = Object.entries(unzipSync(octets)).map(([, bytes]) => strFromU8(bytes));
      const written = xml.flatMap((text) => [...text.matchAll(formula)].map(([, own = ""]) => own));
      expect(written.length).toBeGreaterThanOrEqual(formules(read).length);
      // What stands between quotes inside a formula is a text.
      const computed = written.map((own) => own.replace(/&quot;/g, '"').replace(/"[^"]*"/g, '""'));
      expect(computed.filter((own) => /pirate|cmd\||alert|onerror|IMAGE|IMPORT/.test(own))).toEqual(
        [],
      );
    },
  );
});
