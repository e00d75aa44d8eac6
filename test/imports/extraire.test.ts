import { describe, expect, it } from "vitest";
import type { Tables } from "../../src/imports/tables.js";
import { contenuDe } from "../../src/imports/valeurs.js";
import type { Champ } from "../../src/rules/dossier.js";
import { plain } from "../app/aides/atelier.js";
import { depose, exportDe, lire } from "../app/aides/import.js";
import { EXPORTS, tablesDe } from "./exports.js";

const extraction = (tables: Tables) => lire(tables).extraction;
const premiere = (tables: Tables) => extraction(tables).lignes[0]?.valeurs ?? {};

describe("the same dossiers from each format", async () => {
  const [reference = "", ...others] = EXPORTS.filter((nom) => nom.includes("2021"));
  const expected = extraction(await tablesDe(reference));
  const written = ({ lignes }: typeof expected) =>
    lignes.map(({ numero, valeurs }) => [
      numero,
      Object.entries(valeurs)
        .map(([champ, cell]) => [champ, contenuDe(champ as Champ, cell)])
        .sort(),
    ]);

  it.each(others)("%s writes what the CSV writes", async (nom) => {
    expect(written(extraction(await tablesDe(nom)))).toEqual(written(expected));
  });

  it.each(EXPORTS)("%s: 25 dossiers, the draft refused with its column and value", async (nom) => {
    const { lignes, refusees, douteuses } = extraction(await tablesDe(nom));
    expect(lignes).toHaveLength(25);
    expect(douteuses).toEqual([]);
    expect(refusees).toEqual([
      {
        ligne: expect.any(Number),
        numero: expect.stringMatching(/^\d{7}$/),
        colonne: "État du dossier",
        valeur: "Brouillon",
        pourquoi: "brouillon, non déposé",
      },
    ]);
  });
});

describe("the SIRET of a workbook", () => {
  const entetes = ["ID", "État du dossier", "Déposé le", "Instructeurs"];
  const book = (...rows: string[][]): Tables => ({
    onglets: [
      { nom: "Dossiers", lignes: [entetes, ["1", "En construction", "2021-05-01", ""]] },
      {
        nom: "Etablissements",
        lignes: [
          ["Dossier ID", "Champ", "Établissement SIRET", "Entreprise forme juridique code"],
          ...rows,
        ],
      },
    ],
  });

  it("is that of the row whose Champ is « Dossier », not the supplier's", () => {
    const valeurs = premiere(
      book(
        ["1", "SIRET du prestataire", "11111111111111", "5710"],
        ["1", "Dossier", "01234567800011", "7346"],
      ),
    );
    expect(valeurs.siret).toBe("01234567800011");
    expect(valeurs.type).toBe("communauté de communes");
  });

  it("is missing where no row is the dossier's; a legal category the fund does not name says nothing", () => {
    expect(premiere(book(["2", "Dossier", "01234567800011", "7210"])).siret).toBeUndefined();
    expect(premiere(book(["1", "Dossier", "01234567800011", "9220"])).type).toBeUndefined();
  });
});

describe("which column counts", () => {
  it("the form's where it is filled, else the platform's", () => {
    const { lignes } = extraction(
      exportDe([depose("1", { "Nom de l’entité ou de l’organisme": "Ville" }), depose("2")]),
    );
    expect(lignes.map(({ valeurs }) => valeurs.porteur)).toEqual(["Ville", "COMMUNE 2"]);
  });
});

describe("writings that one value has", () => {
  it.each([
    ["2021-06-10 12:00:00 +0200", "2021-06-10 12:00"],
    ["2021-06-10 12:00:00", "2021-06-10 12:00"],
    ["2021-06-10 12:00", "2021-06-10 12:00"],
    ["2021-06-10T12:00:00Z", "2021-06-10 12:00"],
    ["2021-06-10", "2021-06-10"],
    ["hier", "hier"],
  ])("last update %s is kept as %s", (written, kept) => {
    const valeurs = premiere(exportDe([depose("1", { "Dernière mise à jour le": written })]));
    expect(valeurs.maj_plateforme).toBe(kept);
  });

  it("codes are texts, with their leading zeros and every digit", () => {
    const valeurs = premiere(
      exportDe([
        depose("0012", {
          "Établissement SIRET": 21590017600014,
          "Commune (Code INSEE)": "01004",
          Téléphone: "+33 3 20 00 00 00",
        }),
      ]),
    );
    expect(valeurs).toMatchObject({
      numero: "0012",
      siret: "21590017600014",
      code_insee: "01004",
      telephone: "+33 3 20 00 00 00",
    });
  });

  it.each(["=1+1", "\t=1", "\r+2", " @moi", "-5 ", "l1\r\nl2"])("%j stays as it came", (texte) => {
    expect(premiere(exportDe([depose("1", { "Intitulé du projet": texte })])).intitule).toBe(texte);
  });
});

describe("what is not taken in", () => {
  it("tells line, column, value and why", () => {
    const { lignes, refusees } = extraction(
      exportDe([depose("1"), depose("", { ID: " " }), depose("1"), depose("3", { Email: "" })]),
    );
    expect(lignes.map(({ numero }) => numero)).toEqual(["1", "3"]);
    expect(refusees).toEqual([
      { ligne: 3, numero: "", colonne: "ID", valeur: "", pourquoi: "numéro de dossier absent" },
      {
        ligne: 4,
        numero: "1",
        colonne: "ID",
        valeur: "1",
        pourquoi: "numéro 1 déjà lu à la ligne 2",
      },
    ]);
  });

  it("a dossier longer than a cell holds is refused by its longest column, one at the limit is not", () => {
    const of = (length: number) =>
      extraction(exportDe([depose("1", { "Intitulé du projet": "x".repeat(length) })]));
    expect(of(39_000).refusees).toEqual([]);
    expect(of(45_000).refusees).toEqual([
      expect.objectContaining({
        colonne: "Intitulé du projet",
        pourquoi: expect.stringMatching(/^dossier de 45\d{3} caractères, 40000 au plus$/),
      }),
    ]);
  });

  it("a cell no field can read is told, and the dossier comes in with it", () => {
    const { lignes, douteuses } = extraction(
      exportDe([depose("1", { "Coût total": "environ 30 k", "Déposé le": "bientôt" })]),
    );
    expect(lignes[0]?.valeurs.cout).toBe("environ 30 k");
    expect(
      douteuses.map(({ colonne, valeur, attendu }) => [colonne, valeur, plain(attendu)]),
    ).toEqual(
      expect.arrayContaining([
        ["Coût total", "environ 30 k", expect.stringMatching(/^un montant en euros/)],
        ["Déposé le", "bientôt", expect.stringMatching(/^une date/)],
      ]),
    );
    expect(douteuses).toHaveLength(2);
  });
});

describe("the other sheets", () => {
  it("opinions are read without anyone's address", async () => {
    const { avis } = extraction(await tablesDe("export-2026.xlsx"));
    expect(avis).toHaveLength(3);
    expect(JSON.stringify(avis)).not.toContain("@");
    expect(plain(avis[0]?.reponse)).toBe("oui : Projet mûr ; le calendrier est à préciser.");
  });

  it("a company without a name or a dossier says nothing", () => {
    const { entreprises } = extraction({
      onglets: [
        ...exportDe([depose("1")]).onglets,
        {
          nom: "(12) Entreprises retenues",
          lignes: [
            ["Dossier ID", "Ligne", "Raison sociale", "SIRET"],
            ["1", 1, "Un", "00010002400017"],
            ["1", 2, "", "00010002400017"],
            ["", 3, "Trois", ""],
          ],
        },
      ],
    });
    expect(entreprises.map(({ nom, siret }) => [nom, siret])).toEqual([["Un", "00010002400017"]]);
  });
});
