import { describe, expect, it } from "vitest";
import { atelier, ecritures, plain } from "./aides/atelier.js";
import { apercevoir, appliquer, depose, exportDe, importer } from "./aides/import.js";
import { poser } from "./aides/poser.js";

function pret(departements: readonly string[] = ["59"]) {
  const opened = atelier();
  opened.api("apiInstaller", { guichet: "HDF" });
  const answer = opened.api("apiTerritoiresCharger", { departements });
  return { ...opened, answer };
}

const rangs = (opened: ReturnType<typeof pret>) => opened.host.values("Territoires");

describe("apiTerritoiresCharger", () => {
  it("fills the tab with codes as texts, and says what it did", () => {
    const opened = pret();
    expect(plain(opened.answer.message)).toMatch(
      /^Nord \(59\) : \d+ collectivités ajoutées, 0 mise à jour\.$/,
    );
    const rows = rangs(opened);
    expect(rows).toContainEqual([
      "59017",
      "215900176",
      "Armentières",
      "commune",
      "59",
      25_225,
      25_269,
      expect.stringMatching(/^2020/),
    ]);
    expect(rows.some(([code]) => code === "32")).toBe(true);
  });

  it("again, writes nothing; another département is added below", () => {
    const opened = pret();
    const before = rangs(opened).length;
    opened.api("apiTerritoiresCharger", { departements: ["59"] });
    expect(ecritures(opened.host)).toEqual(["HtmlService.createHtmlOutputFromFile"]);
    opened.api("apiTerritoiresCharger", { departements: ["59", "62"] });
    expect(rangs(opened).length).toBeGreaterThan(before);
    const keys = rangs(opened).map(
      ([code, siren, , type]) => `${siren ?? type}/${siren ? "" : code}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("keeps rows added or corrected by hand, and renews those of an older vintage", () => {
    const opened = pret();
    const set = (row: number, values: readonly (string | number)[]) =>
      opened.host.workbook.write(
        { sheet: "Territoires", row, column: 1, rows: 1, columns: values.length },
        (_, column) => ({ kind: "value", value: values[column] ?? "" }),
      );
    const [, second = [], third = []] = rangs(opened);
    const last = rangs(opened).length + 1;
    const eptRow = [
      "",
      "200057867",
      "Plaine Commune",
      "établissement public territorial",
      "93",
      1,
      2,
      "2024",
    ];
    set(last, eptRow);
    set(2, [...second.slice(0, 5), 7, 8, "2024"] as (string | number)[]);
    set(3, [...third.slice(0, 5), 7, 8, "2015"] as (string | number)[]);
    const answer = opened.api("apiTerritoiresCharger", { departements: ["59"] });
    expect(plain(answer.message)).toContain("0 collectivité ajoutée, 1 mise à jour");
    expect(rangs(opened)[1]?.slice(5)).toEqual([7, 8, "2024"]);
    expect(rangs(opened)[2]).toEqual(third);
    expect(rangs(opened)[last - 1]?.slice(1)).toEqual(eptRow.slice(1));
  });

  it.each([
    [[], /^Indiquez au moins un département\.$/],
    [["99"], /^Aucune donnée INSEE pour « 99 »/],
  ])("%j is refused in French", (departements, message) => {
    expect(plain(pret(departements).answer.message)).toMatch(message);
  });

  it("costs the same calls for a small département as for a large one", () => {
    const calls = (code: string) => pret([code]).host.ledger.total;
    expect(calls("75")).toBe(calls("59"));
  });
});

describe("the menu", () => {
  it("asks the départements, and loads those of the settings where nothing is typed", () => {
    const opened = atelier();
    opened.api("apiInstaller", { guichet: "HDF" });
    const [asked, said] = opened.clic("Charger les données INSEE", { text: "Nord ; 62" });
    expect(asked).toContain("séparés par des virgules");
    expect(said).toMatch(/^Nord \(59\), Pas-de-Calais \(62\) : /);
    expect(opened.clic("Charger les données INSEE", { text: "Atlantide" }).at(-1)).toContain(
      "lu « Atlantide »",
    );
  });
});

describe("an import once the tab is filled", () => {
  const inconnu = depose("2", {
    "Établissement SIRET": "",
    "Nom de l’entité ou de l’organisme": "Dunkerque",
    "Commune (Département)": "59 – Nord",
    Département: "59",
  });

  it("brings type, population and vintage; asks where it is not certain; obeys the choice", () => {
    const opened = pret();
    const apercu = apercevoir(opened, exportDe([depose("1"), inconnu]));
    expect(
      apercu.aChoisir.map(({ numero, candidats }) => [
        numero,
        candidats.map(({ libelle }) => plain(libelle).split(",")[0]),
      ]),
    ).toEqual([["2", ["Dunkerque (commune", "CU de Dunkerque (communauté urbaine"]]]);
    const cle = apercu.aChoisir[0]?.candidats[1]?.cle ?? "";
    expect(appliquer(opened, apercu, { collectivites: [{ numero: "2", cle }] }).kind).toBe("fait");
    const [headers = [], one = [], two = []] = opened.host.values("Dossiers");
    const at = (row: readonly unknown[], titre: string) => row[headers.indexOf(titre)];
    expect(
      ["Type de collectivité", "Population", "Millésime"].map((titre) => at(one, titre)),
    ).toEqual(["commune", 25_225, "2020"]);
    expect(
      ["Type de collectivité", "Population", "Millésime"].map((titre) => at(two, titre)),
    ).toEqual(["communauté urbaine", expect.any(Number), "2019"]);
    const again = importer(opened, exportDe([depose("1"), inconnu]));
    expect(again.lot).toBe("");
    expect(again.apercu.aChoisir).toEqual([]);
  });

  it("takes the total population where the préfecture set it so", () => {
    const opened = pret();
    const settings = opened.host.values("Paramètres");
    const row = settings.findIndex(([cle]) => cle === "population") + 1;
    poser(opened.host, "Paramètres", row, 2, "totale");
    importer(opened, exportDe([depose("1")]));
    const [headers = [], one = []] = opened.host.values("Dossiers");
    expect(one[headers.indexOf("Millésime")]).toBe("2019");
  });
});
