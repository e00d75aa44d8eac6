import { describe, expect, it } from "vitest";
import { tablesOf } from "../../local/tables.js";
import { atelier, plain, suivi } from "../app/aides/atelier.js";
import { classeur, jour, onglet } from "../app/aides/saisie.js";

type Ligne = readonly (string | number | boolean)[];

const ENTETES: Ligne = [
  "ID",
  "Email",
  "État du dossier",
  "Déposé le",
  "Traité le",
  "Instructeurs",
  "Établissement SIRET",
  "Entreprise raison sociale",
  "Intitulé du projet",
  "Coût total",
  "Financement demandé",
];
const ligne = (numero: string, projet: string, rest: Partial<Record<number, string>> = {}): Ligne =>
  [
    numero,
    "mairie@exemple.test",
    "En construction",
    "2021-05-03 10:20",
    "",
    "",
    "21590017600014",
    projet,
    projet,
    "30000",
    "20000",
  ].map((cell, at) => rest[at] ?? cell);
const fichier = (...lignes: Ligne[]) => ({
  onglets: [{ nom: "Dossiers", lignes: [ENTETES, ...lignes] }],
});

function importer(tables: unknown) {
  const opened = atelier();
  opened.api("apiInstaller", { guichet: "HDF" });
  return { ...opened, answer: opened.api("apiImporterTables", tables) };
}

describe("a file that is no export", () => {
  it("a tracking workbook is recognised and left as it is", () => {
    const { host, answer } = importer(tablesOf(suivi("suivi-marne.xlsx")));
    expect(answer).toEqual({ kind: "suivi", onglet: "Dossiers 2021" });
    expect(host.values("Dossiers")).toHaveLength(1);
  });

  it.each([
    [
      "no row at all",
      { onglets: [{ nom: "Feuille 1", lignes: [] }] },
      /^Le fichier ne contient aucune ligne\.$/,
    ],
    ["no tab", { onglets: [] }, /^Le fichier ne contient aucune ligne\.$/],
    [
      "a list of something else",
      {
        onglets: [
          {
            nom: "Courses",
            lignes: [
              ["pain", "lait"],
              [2, 3],
            ],
          },
        ],
      },
      /^Ni un export de la plateforme, ni un tableau de suivi : aucune ligne d’en-têtes reconnue/,
    ],
  ])("%s is refused in French", (_, tables, message) => {
    const { host, answer } = importer(tables);
    expect(answer.kind).toBe("refus");
    expect(plain(answer.message)).toMatch(message);
    expect(host.values("Dossiers")).toHaveLength(1);
  });
});

const BLOC = {
  lot: "essai-000001",
  debut: 0,
  total: 1,
  elements: [],
  fin: { fichier: "a.csv", demarche: "", colonnes: [] },
};

describe("a request that is malformed", () => {
  it.each([
    ["apiImporterTables", {}, /^onglets : /],
    ["apiImporterTables", { onglets: [{ nom: "A" }] }, /^onglets\.0\.lignes : /],
    [
      "apiImporterTables",
      { onglets: [{ nom: "A", lignes: [[null]] }] },
      /^onglets\.0\.lignes\.0\.0 : attendu un texte, un nombre ou un booléen\.$/,
    ],
    ["apiImporterTables", { onglets: [{ nom: 3, lignes: [] }] }, /^onglets\.0\.nom : /],
    ["apiImporterTables", "un texte", /^demande : /],
    [
      "apiImportEtager",
      { lot: "Feuille 1" },
      /^lot : lu « Feuille 1 », attendu le nom d’un import/,
    ],
    [
      "apiImportEtager",
      { ...BLOC, elements: [{ dossier: { ligne: 2, numero: "", valeurs: {} } }] },
      /^elements\.0/,
    ],
    [
      "apiImportEtager",
      {
        ...BLOC,
        elements: [{ dossier: { ligne: 2, numero: "1", valeurs: { mot_de_passe: "x" } } }],
      },
      /^elements\.0/,
    ],
    ["apiImportEtager", { ...BLOC, debut: -1 }, /^debut : /],
    ["apiImportApercu", {}, /^lot : /],
    ["apiImportAppliquer", { lot: "essai-000001" }, /^empreinte : /],
    [
      "apiImportAppliquer",
      {
        lot: "essai-000001",
        empreinte: "",
        choix: { cases: [{ numero: "1", champ: "x", ecrire: true }] },
      },
      /^choix\.cases\.0\.champ : lu « x », attendu une information d’un dossier/,
    ],
    ["apiImportAnnuler", { lot: "" }, /^lot : /],
    ["apiTerritoiresCharger", { departements: 59 }, /^departements : /],
    ["apiInstaller", { guichet: "MARNE" }, /^guichet : /],
    ["apiInstaller", { prefecture: 51 }, /^prefecture : /],
    ["apiChoisirGuichet", {}, /^guichet : /],
    ["apiRapportDitp", {}, /^mois : /],
    [
      "apiRapportDitp",
      { mois: "2021-00" },
      /^mois : lu « 2021-00 », attendu un mois, par exemple 2021-06\.$/,
    ],
    ["apiRapportDitp", { mois: "2021-06", telQuel: "oui" }, /^telQuel : /],
    ["apiRapportDitp", null, /^demande : /],
  ])("%s(%j) names the field, in French", (entree, demande, message) => {
    const { host, api } = atelier();
    const before = host.workbook.snapshot();
    let said = "";
    try {
      api(entree, demande);
    } catch (error) {
      said = plain((error as Error).message);
    }
    expect(said).toMatch(message);
    expect(said).not.toMatch(/\b(invalid|expected|required|received|undefined)\b/i);
    expect(host.workbook.snapshot()).toEqual(before);
  });
});

describe("rows that are odd", () => {
  it("a number that comes twice is taken once, a row without one is refused, both said", () => {
    const { host, answer } = importer(
      fichier(ligne("1", "Un"), ligne("1", "Un encore"), ligne("", "Sans")),
    );
    expect(answer.nouveaux).toBe(1);
    expect((answer.refusees as string[]).map(plain)).toEqual([
      "ligne 3 : numéro 1 déjà lu à la ligne 2",
      "ligne 4 : numéro de dossier absent",
    ]);
    expect(host.values("Dossiers")).toHaveLength(2);
  });

  it.each([
    "=1+1",
    "+33 6",
    "-5",
    "@moi",
    "'=1",
    "01004",
    "1/2",
    "juin 2021",
    "VRAI",
    "12345678901234567890",
  ])("%s stays that text", (texte) => {
    const { host, answer } = importer(fichier(ligne("007", texte)));
    expect(answer.nouveaux).toBe(1);
    const [headers = [], row = []] = host.values("Dossiers");
    const at = (titre: string) => row[headers.indexOf(titre)];
    expect(at("Intitulé du projet")).toBe(texte);
    expect(at("Porteur")).toBe(texte);
    expect(at("N° dossier")).toBe("007");
    const formulas = [...host.workbook.filled("Dossiers")].filter(
      ({ content }) => content.kind === "formula",
    );
    expect(formulas).toEqual([]);
  });

  it("an amount no one can read is kept as it came, for the référent to see", () => {
    const { host } = importer(fichier(ligne("1", "Un", { 9: "environ 30 k" })));
    const [headers = [], row = []] = host.values("Dossiers");
    expect(row[headers.indexOf("Coût total")]).toBe("environ 30 k");
    expect(plain(host.values("Instruction")[1]?.[13])).toContain(
      "[ILLISIBLE] Coût total : lu « environ 30 k »",
    );
  });
});

describe("an import into the référent's own tab", () => {
  const own = () =>
    classeur([
      onglet("Suivi", [
        ["Suivi du guichet"],
        ["Mon avis", "N° DS", "Collectivité", "Coût global", "Date de dépôt"],
        ["bof", "12", "Ancienne", 1_000, jour("2021-04-01")],
      ]),
    ]);

  it("writes below, under the référent's own headers, and leaves other columns empty", () => {
    const { host, api } = atelier(own());
    api("apiInstaller", { guichet: "HDF" });
    expect(
      api("apiImporterTables", fichier(ligne("12", "Ancienne"), ligne("13", "Nouvelle"))),
    ).toMatchObject({
      onglet: "Suivi",
      nouveaux: 1,
      dejaPresents: 1,
    });
    expect(host.values("Suivi")[2]?.[0]).toBe("bof");
    expect(host.values("Suivi")[3]?.slice(0, 4)).toEqual([null, "13", "Nouvelle", 30_000]);
  });

  it("shows a day as a day there too", () => {
    const { host, api } = atelier(own());
    api("apiInstaller", { guichet: "HDF" });
    api("apiImporterTables", fichier(ligne("13", "Nouvelle")));
    expect(host.display("Suivi")[3]?.[4]).toBe("03/05/2021");
  });
});
