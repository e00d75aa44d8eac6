import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/dossiers/cell";
import { readEntetes } from "../../src/dossiers/headers";
import { readDossier } from "../../src/dossiers/read-dossier";

function dossierOf(headers: string[], row: Cell[]) {
  return readDossier(row, readEntetes(headers));
}

describe("a row of the référent's tab", () => {
  it("becomes facts, wherever its columns are", () => {
    const dossier = dossierOf(
      ["Montant sollicité", "À relancer", "Collectivité", "Pop.", "Dépt", "Décision", "N° dossier"],
      ["40 000 €", "x", "Armentières", "25 273 hab.", "Nord (59)", "Accepté", 4_211_870],
    );
    expect(dossier?.faits).toEqual({
      numero: "4211870",
      porteur: "Armentières",
      population: 25_273,
      departement: "59",
      demande: 4_000_000,
      etat: "Retenu",
    });
    expect(dossier?.illisibles).toEqual([]);
  });

  it("tells a column without a value from a missing column", () => {
    const dossier = dossierOf(["N° dossier", "Partenaires"], ["1", ""]);
    expect(dossier?.faits).toEqual({ numero: "1" });
    expect(dossier?.colonnes).toEqual(new Set(["numero", "partenaires"]));
  });

  it("keeps what can't be read apart, and never guesses it", () => {
    const dossier = dossierOf(["Coût total", "Date de dépôt", "Pop."], ["12.500", "bientôt", true]);
    expect(dossier?.faits).toEqual({});
    expect(dossier?.illisibles.map(({ champ, lu }) => [champ, lu])).toEqual([
      ["cout", "12.500"],
      ["depot", "bientôt"],
      ["population", "VRAI"],
    ]);
  });

  it.each<[string, Cell[]]>([
    ["empty cells", ["", ""]],
    ["spaces", [" ", "\u00a0"]],
    ["nothing in the columns that are known", ["", "", "une note"]],
    ["no cell at all", []],
  ])("is nothing with %s", (_, row) => {
    expect(dossierOf(["N° dossier", "Pop.", "Remarques"], row)).toBeUndefined();
  });

  it("is a dossier with a zero or an unticked box", () => {
    expect(dossierOf(["Pop."], [0])?.faits).toEqual({ population: 0 });
    expect(dossierOf(["Déjà engagé"], [false])?.faits).toEqual({ deja_engage: false });
  });
});

describe("the département", () => {
  it("comes from the INSEE code", () => {
    expect(dossierOf(["Code INSEE"], [59_017])?.faits.departement).toBe("59");
    expect(dossierOf(["Code INSEE"], [8_105])?.faits.departement).toBe("08");
  });
  it("is the sheet's own where it has one: a project may be carried out elsewhere", () => {
    const dossier = dossierOf(["Code INSEE", "Département"], ["59017", "62"]);
    expect(dossier?.faits.departement).toBe("62");
  });
});
