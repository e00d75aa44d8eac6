import { describe, expect, it } from "vitest";
import type { EnvoiPrepare } from "../../src/app/envois-preparer.js";
import { CSV_FRANCAIS, CSV_SCDL, csvDe } from "../../src/reports/csv.js";
import { listeDuFichier, sansControles } from "../../src/reports/fichier.js";
import { prefecture } from "../page/ecrans/classeurs.js";
import { HOSTILES } from "./corpus.js";

const COURTS = HOSTILES.filter((texte) => texte.length < 200 && texte.trim() !== "");

/** A préfecture where each place holds one hostile text alone: it begins its cell. */
let at = 0;
const opened = prefecture(() => COURTS[at++ % COURTS.length] ?? "");

const RAPPORTS = [
  ["DITP", "2021-07", CSV_FRANCAIS],
  ["Propositions", "2021-07", CSV_FRANCAIS],
  ["Publication", "2021-07", CSV_FRANCAIS],
  ["Publication", "2021-07", CSV_SCDL],
] as const;

/** What a cell of the file begins with wherever a spreadsheet may cut: `'`, or no sign of a formula. */
const DANGER = /^"?[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20](?!\d+([.,]\d+)?"?$)/;

describe.each(RAPPORTS)(
  "the .csv of %s on a workbook full of hostile texts",
  (rapport, periode, dialecte) => {
    if (rapport !== "DITP") opened.api("apiRapport", { rapport, periode, telQuel: true });
    const envoi = opened.api("apiEnvoiPreparer", {
      onglet: `${rapport} ${periode}`,
    }) as unknown as EnvoiPrepare;
    const liste = listeDuFichier(envoi.table);
    const csv = csvDe(liste, dialecte);

    it("carries the texts, and whatever separator cuts it no cell begins as a formula", () => {
      expect(liste.valeurs.length).toBeGreaterThan(1);
      const texts = liste.valeurs.flat().filter((value) => typeof value === "string");
      expect(texts.some((value) => COURTS.includes(String(value)))).toBe(true);
      for (const separator of [";", ",", "\t", "|"]) {
        const cells = csv.split(/[\r\n]+/).flatMap((line) => line.split(separator));
        expect(cells.filter((cell) => DANGER.test(cell))).toEqual([]);
      }
    });

    it("keeps every text whole but for apostrophes and controls", () => {
      const bare = (text: string) => text.replaceAll("'", "");
      for (const value of liste.valeurs.flat()) {
        if (typeof value !== "string") continue;
        expect(bare(csv)).toContain(bare(sansControles(value)).replaceAll('"', '""'));
      }
    });
  },
);
