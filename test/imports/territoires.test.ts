import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { territoiresPages } from "../../scripts/territoires.js";
import type { Cell } from "../../src/dossiers/cell.js";
import {
  candidatDe,
  lireTerritoires,
  territoiresPresents,
} from "../../src/imports/collectivite.js";
import { completer } from "../../src/imports/completer.js";
import {
  departementsDe,
  fichierDe,
  ligneTerritoire,
  lireDonnees,
  REGIONS,
  regionDe,
} from "../../src/imports/donnees-insee.js";
import type { LigneLue } from "../../src/imports/fichier.js";
import { identifier } from "../../src/imports/identifier.js";
import { plain } from "../app/aides/atelier.js";

const load = createRequire(import.meta.url);
const read = <T>(name: string): readonly T[] =>
  load(`@etalab/decoupage-administratif/data/${name}.json`);
interface Commune {
  readonly type: string;
  readonly code: string;
  readonly departement: string;
  readonly siren?: string;
  readonly population?: number;
}

const pages = new Map(territoiresPages().map(({ file, html }) => [file, lireDonnees(html)]));
const toutes = [...pages.values()].flat();

/** Zero for a SIREN without a mistyped digit. */
function luhn(siren: string): number {
  const digits = [...siren].reverse().map(Number);
  return (
    digits.reduce((sum, digit, index) => {
      const twice = index % 2 === 1 ? digit * 2 : digit;
      return sum + (twice > 9 ? twice - 9 : twice);
    }, 0) % 10
  );
}

describe("the data files", () => {
  it("hold every commune of the package once, with its code, SIREN and population", () => {
    const communes = read<Commune>("communes").filter(
      ({ type, departement }) => type === "commune-actuelle" && regionDe(departement) !== undefined,
    );
    expect(communes.length).toBeGreaterThan(34_900);
    const found = new Map(
      toutes.filter(({ type }) => type === "commune").map((one) => [one.code, one]),
    );
    expect(found.size).toBe(communes.length);
    expect(toutes.filter(({ type }) => type === "commune")).toHaveLength(communes.length);
    for (const { code, siren, population } of communes) {
      expect(found.get(code)).toMatchObject({ siren: siren ?? "", municipale: population });
    }
  });

  it("have each EPCI in the file of each of its régions, and no other kind of groupement but the EPT", () => {
    const epcis = read<{ code: string }>("epci");
    const groupements = toutes.filter(
      ({ code, type }) => code === "" && type !== "ept" && type !== "departement",
    );
    const sirens = new Set(groupements.map(({ siren }) => siren));
    expect([...sirens].sort()).toEqual(epcis.map(({ code }) => code).sort());
  });

  it("have a SIREN without a mistyped digit for each département and région that is a body of its own", () => {
    const bodies = toutes.filter(({ type }) => type === "departement" || type === "region");
    for (const { siren, nom } of bodies) if (siren !== "") expect(luhn(siren), nom).toBe(0);
    const without = bodies.filter(({ siren }) => siren === "").map(({ code }) => code);
    expect(without.sort()).toEqual(["06", "2A", "2B", "67", "68", "75", "972", "973"]);
    expect(toutes.find(({ siren }) => siren === "200094332")?.departements).toEqual(["67", "68"]);
  });

  it("have the eleven EPT of Grand Paris, with a SIREN that is one and no population made up", () => {
    const ept = toutes.filter(({ type }) => type === "ept");
    expect(new Set(ept.map(({ siren }) => siren)).size).toBe(11);
    for (const { siren, municipale, totale, millesime, departements } of ept) {
      expect(luhn(siren), siren).toBe(0);
      expect({ municipale, totale, millesime }).toEqual({ millesime: "" });
      expect(departements.every((code) => departementsDe("11").includes(code))).toBe(true);
    }
  });

  it("share the départements between régions as the package does", () => {
    for (const { code, region, zone } of read<{ code: string; region: string; zone: string }>(
      "departements",
    )) {
      if (zone === "com") expect([undefined, "outre-mer"]).toContain(regionDe(code));
      else expect(regionDe(code)).toBe(region);
    }
    expect([...pages.keys()].sort()).toEqual(
      Object.keys(REGIONS)
        .map((region) => `${fichierDe(region)}.html`)
        .sort(),
    );
  });

  it("give a département and a région the sum of their communes, and a SIREN", () => {
    const nord = toutes.filter(({ departements }) => departements.includes("59"));
    const sum = nord
      .filter(({ type }) => type === "commune")
      .reduce((total, { municipale = 0 }) => total + municipale, 0);
    expect(nord.find(({ type }) => type === "departement")).toMatchObject({
      code: "59",
      siren: "225900018",
      municipale: sum,
      totale: undefined,
    });
    const region = toutes.find(({ type, code }) => type === "region" && code === "32");
    const parts = toutes.filter(
      ({ type, code }) => type === "departement" && departementsDe("32").includes(code),
    );
    expect(region?.siren).toBe("200053742");
    expect(region?.municipale).toBe(
      parts.reduce((total, { municipale = 0 }) => total + municipale, 0),
    );
  });

  it.each([
    ["215900176", "commune", 25_225, 25_269, "2020 (totale : 2019)"],
    ["200093201", "metropole", 1_179_050, 1_189_961, "2019"],
  ])("SIREN %s: a %s of %i, %i in all, %s", (siren, type, municipale, totale, millesime) => {
    const one = toutes.find((line) => line.siren === siren);
    expect(one).toMatchObject({ type, municipale, totale });
    expect(plain(one?.millesime)).toBe(millesime);
  });

  it("leave out a total population that the package lacks", () => {
    const ouessant = toutes.find(({ nom, type }) => nom === "Ouessant" && type === "commune");
    expect(ouessant).toMatchObject({ totale: undefined, millesime: "2020" });
    expect(ouessant?.municipale).toBeGreaterThan(0);
  });
});

const TETE: Cell[] = [
  "Code INSEE",
  "SIREN",
  "Nom",
  "Type",
  "Département",
  "Population municipale",
  "Population totale",
  "Millésime",
];
const nord = lireTerritoires([
  TETE,
  ...toutes
    .filter(({ departements }) => departements.some((code) => code === "59" || code === "62"))
    .map((one) => ligneTerritoire(one) as readonly Cell[]),
]);
const qui = (valeurs: LigneLue["valeurs"]) => {
  const found = identifier(nord, valeurs);
  return found.kind === "certaine"
    ? found.collectivite.nom
    : { pourquoi: plain(found.pourquoi), noms: found.candidats().map(({ nom }) => nom) };
};

describe("who the applicant is", () => {
  it.each<[string, LigneLue["valeurs"], string]>([
    ["its SIRET", { siret: "21590017600014", porteur: "n’importe" }, "Armentières"],
    ["its SIRET with spaces", { siret: "215 900 176 00014" }, "Armentières"],
    ["the SIRET of a département's service", { siret: "22590001801244" }, "Nord"],
    ["its SIREN", { siret: "200093201" }, "Métropole Européenne de Lille"],
    ["the INSEE code of a commune", { code_insee: "59017", type: "commune" }, "Armentières"],
    [
      "an INSEE code and the commune's name",
      { code_insee: "59017", porteur: "Ville d’Armentières" },
      "Armentières",
    ],
    [
      "a name and a département",
      { porteur: "ARMENTIERES", departement: "59 – Nord" },
      "Armentières",
    ],
    [
      "a kind, a name and a département",
      { porteur: "Communauté urbaine de Dunkerque", departement: "59" },
      "CU de Dunkerque",
    ],
    [
      "the same name, another kind",
      { porteur: "Mairie de Dunkerque", departement: "Nord" },
      "Dunkerque",
    ],
  ])("%s is enough", (_, valeurs, nom) => {
    expect(qui(valeurs)).toBe(nom);
  });

  it("a SIREN that is not there is never replaced by a name: a list", () => {
    expect(
      qui({ siret: "22590002600016", porteur: "Département du Nord", code_insee: "59350" }),
    ).toEqual({
      pourquoi: "SIREN 225900026 absent de l’onglet Territoires.",
      noms: expect.arrayContaining(["Nord"]),
    });
  });

  it("the INSEE code of a groupement's seat is not the groupement", () => {
    const found = qui({ code_insee: "59017", porteur: "Syndicat des eaux", type: "syndicat" });
    expect(found).toMatchObject({ noms: [] });
  });

  it("a name that two bodies have in the département: both, to choose from", () => {
    expect(qui({ porteur: "Dunkerque", departement: "59" })).toEqual({
      pourquoi: "Plusieurs collectivités s’appellent « Dunkerque » dans le département 59.",
      noms: ["Dunkerque", "CU de Dunkerque"],
    });
  });

  it("a name without a département, or nearly a name: eight at most, the nearest first", () => {
    const without = qui({ porteur: "Armentières" });
    expect(without).toMatchObject({ pourquoi: "« Armentières », sans SIRET ni département." });
    const near = qui({ porteur: "La Chapelle Armentières les Lys", departement: "59" });
    expect(near).toMatchObject({ noms: expect.arrayContaining(["La Chapelle-d'Armentières"]) });
    expect((near as { noms: string[] }).noms.length).toBeLessThanOrEqual(8);
  });

  it("nothing at all: no list", () => {
    expect(qui({})).toEqual({ pourquoi: "Ni SIRET, ni code INSEE, ni nom.", noms: [] });
  });
});

describe("what a known collectivité brings to a dossier", () => {
  const armentieres = nord.parSiren.get("215900176");
  if (!armentieres) throw new Error("Armentières");

  it("its type, code, département and the population that the setting says, with its year", () => {
    expect(completer({ porteur: "A" }, armentieres, "municipale").valeurs).toEqual({
      porteur: "A",
      type: "commune",
      code_insee: "59017",
      departement: "59",
      population: 25_225,
      millesime: "2020",
    });
    const total = completer({}, armentieres, "totale").valeurs;
    expect([total.population, total.millesime]).toEqual([armentieres.totale, "2019"]);
  });

  it("a declared population that differs is told, one that is the same is not", () => {
    const of = (population: number) =>
      completer({ population }, armentieres, "municipale").remarques.map(plain);
    expect(of(24_909)).toEqual([
      "Population déclarée : 24909. INSEE : 25225 (municipale, 2020), retenue.",
    ]);
    expect(of(25_225)).toEqual([]);
  });

  it("a population that the data lack is told and never made up", () => {
    const departement = nord.parCle.get("225900018");
    if (!departement) throw new Error("département");
    const { valeurs, remarques } = completer({ population: 3 }, departement, "totale");
    expect(valeurs.population).toBe(3);
    expect(valeurs.millesime).toBeUndefined();
    expect(remarques.map(plain)).toEqual(["Population totale de Nord absente des données INSEE."]);
  });

  it("a list shows the population and its year", () => {
    expect(plain(candidatDe(armentieres, "municipale").libelle)).toBe(
      "Armentières (commune, 59), 25 225 habitants (2020)",
    );
    expect(territoiresPresents(nord).departements).toEqual(["59", "62"]);
  });
});
