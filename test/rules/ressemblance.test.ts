import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prestatairesDe, raisonsVoisinage, sirenDe } from "../../src/dossiers/voisins";
import { motsDe, titresProches } from "../../src/rules/ressemblance";
import { RUNS } from "./runs";

describe("titles that are alike: 60 % of common words or more (ours)", () => {
  it.each([
    ["portail citoyen", "portail citoyen unique", true],
    ["refonte site internet", "refonte site mairie usagers citoyens", false],
    ["aaa bbb ccc", "aaa bbb ccc ddd eee fff ggg", true],
    ["aaa bbb ccc", "aaa bbb ccc ddd eee fff ggg hhh", false],
    ["formation des agents", "formation aux agents", true],
    ["", "", false],
    ["des les aux", "des les aux", false],
    ["formation formation formation agents", "formation", true],
  ])("%s / %s: %s", (un, autre, expected) => {
    expect(titresProches(un, autre)).toBe(expected);
  });

  it("leaves short and empty words out, each word once", () => {
    expect([...motsDe("refonte du site pour le site de la ville")]).toEqual([
      "refonte",
      "site",
      "ville",
    ]);
  });

  it("is the same both ways, and a title that has words is like itself", () => {
    const titre = fc.array(fc.constantFrom("site", "mairie", "agents", "des", "de"), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(titre, titre, (un, autre) => {
        const [a, b] = [un.join(" "), autre.join(" ")];
        expect(titresProches(a, b)).toBe(titresProches(b, a));
        expect(titresProches(a, a)).toBe(motsDe(a).size > 0);
      }),
      RUNS,
    );
  });
});

describe("the SIREN of what is typed", () => {
  it.each([
    ["21590017600011", "215900176"],
    ["215 900 176 00011", "215900176"],
    ["215900176", "215900176"],
    ["2159001760001", undefined],
    ["", undefined],
    ["SIRET à venir", undefined],
    [undefined, undefined],
  ])("%s: %s", (siret, expected) => {
    expect(sirenDe(siret)).toBe(expected);
  });
});

describe("why another dossier is shown", () => {
  const un = { siret: "21590017600011", porteur: "Armentières", intitule: "Portail citoyen" };

  it.each([
    ["another establishment of the same SIREN", { siret: "215900176 00029" }, ["même SIREN"]],
    ["another SIREN, the same name", { siret: "21590350100017", porteur: "ARMENTIERES" }, []],
    [
      "no SIREN, the same name",
      { porteur: "ARMENTIERES" },
      ["même porteur, d’après le nom seul (SIREN absent)"],
    ],
    ["neither SIREN nor name", {}, []],
    [
      "the same supplier and a like title",
      { intitule: "Un portail citoyen", prestataires: "Beffroi Numérique (62)" },
      ["même prestataire et titre proche"],
    ],
    ["the same supplier alone", { intitule: "Formation", prestataires: "Beffroi Numérique" }, []],
    ["a like title alone", { intitule: "Portail citoyen" }, []],
    [
      "both",
      { siret: "215900176", intitule: "Portail citoyen", prestataires: "beffroi numerique; Autre" },
      ["même SIREN", "même prestataire et titre proche"],
    ],
  ])("%s", (_, autre, expected) => {
    const mine = { ...un, prestataires: "Atelier (59), Beffroi Numérique (59)" };
    expect(raisonsVoisinage(mine, autre)).toEqual(expected);
    expect(raisonsVoisinage(autre, mine)).toEqual(expected);
  });

  it("reads suppliers between commas, semicolons and lines", () => {
    expect(prestatairesDe("L'Œuvre & fils (59), Cap ; \n Bugey")).toEqual([
      "l oeuvre fils",
      "cap",
      "bugey",
    ]);
  });
});
