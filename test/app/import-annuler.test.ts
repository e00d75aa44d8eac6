import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tables } from "../../src/imports/tables.js";
import { EXPORTS, tablesDe } from "../imports/exports.js";
import { type Atelier, installe, onglets, plain, SUIVIS, seulement } from "./aides/atelier.js";
import { apercevoir, appliquer, depose, exportDe, importer } from "./aides/import.js";
import { poser } from "./aides/poser.js";

/** Every tab but those where the program keeps its traces. */
const contents = ({ host }: Atelier) =>
  Object.fromEntries(
    Object.entries(
      seulement(host, (nom) => !/^(Journal|Annulation|Correspondances|Dernier import)$/.test(nom)),
    ).map(([nom, { cells }]) => [
      nom,
      cells
        .filter(({ content }) => content !== undefined)
        .map(({ row, column, content }) => [row, column, content]),
    ]),
  );

const dernier = ({ host }: Atelier) =>
  onglets(host).has("Dernier import") ? host.values("Dernier import").slice(1) : [];

const annuler = ({ api }: Atelier, lot: string) => api("apiImportAnnuler", { lot });

describe.each(SUIVIS)("%s", (nom) => {
  it.each(EXPORTS)("%s taken in and undone: every cell is as before", async (fichier) => {
    const opened = installe(nom);
    const before = contents(opened);
    const { lot } = importer(opened, await tablesDe(fichier));
    expect(contents(opened)).not.toEqual(before);
    expect(annuler(opened, lot).kind).toBe("fait");
    expect(contents(opened)).toEqual(before);
    expect(dernier(opened)).toEqual([]);
  });
});

describe("undoing", () => {
  const tables = exportDe([depose("1"), depose("2")]);

  it("is refused once somebody changed a row, saying where, and nothing is undone", () => {
    const opened = installe("suivi-marne.xlsx");
    const { lot } = importer(opened, tables);
    const sheet = "Dossiers 2021";
    const rows = opened.host.values(sheet);
    poser(opened.host, sheet, rows.length, 3, "corrigé");
    const before = contents(opened);
    const answer = annuler(opened, lot);
    expect(answer.kind).toBe("refus");
    expect(plain(answer.message)).toMatch(
      /^Ces cellules ont changé depuis : dossier 2, .*Rien n’a été annulé\.$/,
    );
    expect(contents(opened)).toEqual(before);
  });

  it("lets the same file be taken in again, as the first time", () => {
    const opened = installe("suivi-marne.xlsx");
    const first = importer(opened, tables);
    const written = contents(opened);
    annuler(opened, first.lot);
    const { apercu } = importer(opened, tables);
    expect(apercu.nouveaux).toEqual(first.apercu.nouveaux);
    expect(contents(opened)).toEqual(written);
  });

  it("of a second import gives back what the first one had brought", () => {
    const opened = installe("suivi-marne.xlsx");
    importer(opened, tables);
    const before = contents(opened);
    const kept = dernier(opened);
    const later = exportDe([depose("1", { "Coût total": "9" }), depose("3")]);
    const { lot, apercu } = importer(opened, later);
    expect(annuler(opened, lot).kind).toBe("fait");
    expect(contents(opened)).toEqual(before);
    expect(dernier(opened)).toEqual(kept);
    expect(apercevoir(opened, later).changes).toEqual(apercu.changes);
  });

  it("of an unknown batch is refused in French", () => {
    const answer = annuler(installe("suivi-marne.xlsx"), "20210101000000-1");
    expect(plain(answer.message)).toMatch(/trop ancien pour être annulé/);
  });
});

describe("whatever the file says", () => {
  const texte = fc
    .tuple(
      fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "'", "0", "1/2", "VRAI"),
      fc.string({ maxLength: 12 }),
    )
    .map(([start, rest]) => start + rest);
  const cellule = fc.oneof(
    texte,
    fc.constantFrom("01004", "2021-06-30", "30/06/2021", "12 k€", "1E5", 7, true),
  );
  const ligne = (numero: string) =>
    fc
      .record({
        "Entreprise raison sociale": cellule,
        "Intitulé du projet": cellule,
        "Coût total": cellule,
        "Déposé le": cellule,
        "Date de fin du projet": cellule,
        "Le projet a-t-il déjà commencé ?": cellule,
        "Colonne inconnue": cellule,
        "Établissement SIRET": cellule,
      })
      .map((plus) => depose(numero, plus));
  const numeros = ["0012", "2", "=3", "-4", "12345678901234567890"];
  const fichier = fc.tuple(...numeros.map(ligne));
  const SHEET = "Dossiers 2021";
  const melanger = (tables: Tables): Tables => ({
    onglets: tables.onglets.map(({ nom, lignes: [headers = [], ...rows] }) => ({
      nom,
      lignes: [headers, ...[...rows].reverse()],
    })),
  });
  const byNumber = ({ host }: Atelier) =>
    host
      .values(SHEET)
      .map((row) => JSON.stringify(row))
      .sort();
  const runs = { numRuns: 8 };

  it("twice is once; undone is as before; texts stay texts; no formula comes in", () => {
    fc.assert(
      fc.property(fichier, (lignes) => {
        const opened = installe("suivi-marne.xlsx");
        const before = contents(opened);
        const formulas = () =>
          [...opened.host.workbook.filled(SHEET)].filter(
            ({ content }) => content.kind === "formula",
          ).length;
        const own = formulas();
        const { lot } = importer(opened, exportDe(lignes));
        const once = contents(opened);
        expect(formulas()).toBe(own);
        const text = opened.host.values(SHEET).flat();
        for (const numero of numeros) expect(text).toContain(numero);
        expect(importer(opened, exportDe(lignes)).lot).toBe("");
        expect(contents(opened)).toEqual(once);
        expect(annuler(opened, lot).kind).toBe("fait");
        expect(contents(opened)).toEqual(before);
      }),
      runs,
    );
  });

  it("the order of its rows does not matter, nor its unknown columns", () => {
    fc.assert(
      fc.property(fichier, (lignes) => {
        const [one, other] = [installe("suivi-marne.xlsx"), installe("suivi-marne.xlsx")];
        importer(one, exportDe(lignes));
        const without = lignes.map(({ "Colonne inconnue": _, ...rest }) => rest);
        importer(other, melanger(exportDe(without)));
        expect(byNumber(other)).toEqual(byNumber(one));
      }),
      runs,
    );
  });

  it("a text that was given is the text that stands there", () => {
    fc.assert(
      fc.property(
        texte.filter((text) => text.trim() !== ""),
        (text) => {
          const opened = installe("suivi-marne.xlsx");
          const plus = { "Intitulé du projet": text };
          const apercu = apercevoir(opened, exportDe([depose("1", plus)]));
          expect(appliquer(opened, apercu).kind).toBe("fait");
          expect(opened.host.values(SHEET).at(-1)).toContain(text);
        },
      ),
      runs,
    );
  });
});
