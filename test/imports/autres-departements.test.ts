import { describe, expect, it } from "vitest";
import { autresDepartements } from "../../src/imports/autres-departements.js";
import { plain } from "../app/aides/atelier.js";

const MARNE = { code_insee: "51559" };
const NORD = { departement: "59 – Nord" };

const said = (...given: Parameters<typeof autresDepartements>) =>
  autresDepartements(...given).map(plain);

describe("new dossiers of another département", () => {
  it("are counted by département beside the one of the settings", () => {
    expect(said([MARNE, NORD, NORD, { code_insee: "97411" }], [], "51")).toEqual([
      "3 nouveaux dossiers sur 4 ne sont pas de votre département (51) : 59 (2 dossiers), 974 (1 dossier). Est-ce le bon fichier ?",
    ]);
  });

  it("are told apart from those of the sheet where the settings name none", () => {
    expect(said([NORD], [MARNE, { code_insee: "8105" }], "")).toEqual([
      "1 nouveau dossier sur 1 n’est pas d’un département de votre tableau (08, 51) : 59 (1 dossier). Est-ce le bon fichier ?",
    ]);
  });

  it.each([
    ["all are of the workbook's", [MARNE], [], "Marne"],
    ["a dossier says none", [{ porteur: "Ville" }], [], "51"],
    ["a région's workbook has none yet", [MARNE, NORD], [], ""],
    ["nothing is new", [], [MARNE], "51"],
  ])("nothing is said where %s", (_, nouveaux, presents, departement) => {
    expect(said(nouveaux, presents, departement)).toEqual([]);
  });
});
