import { describe, expect, it } from "vitest";
import { atelier, installe, onglets, plain, SUIVIS, seulement } from "./aides/atelier.js";
import { poser } from "./aides/poser.js";
import { classeur, jour, onglet, type Saisie } from "./aides/saisie.js";

const rapport = "Rapport mensuel DITP";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "État",
  "Montant accordé",
  "Date de fin",
  "Décidé le",
  "Prestataires",
];
const LIGNE: readonly Saisie[] = [
  "1",
  "Ville d’Exemple",
  "Retenu",
  12_000,
  jour("2022-03-31"),
  jour("2021-06-10"),
  "Atelier (59)",
];

function small(entetes: readonly string[], lignes: readonly (readonly Saisie[])[], le?: string) {
  const opened = atelier(classeur([onglet("Suivi", [entetes, ...lignes])]), le ? { le } : {});
  opened.api("apiInstaller", { guichet: "HDF", prefecture: "Préfecture du Nord" });
  return opened;
}

describe("Rapport mensuel DITP, its month", () => {
  it.each([
    ["2021-07-15T21:59:59Z", "juin 2021"],
    ["2021-07-15T22:00:01Z", "juillet 2021"],
    ["2021-07-31T12:00:00Z", "juillet 2021"],
    ["2022-01-03T12:00:00Z", "décembre 2021"],
  ])("at %s (Paris is two hours ahead, one in winter) proposes %s", (le, month) => {
    const { clic } = small(ENTETES, [LIGNE], le);
    expect(clic(rapport, "CANCEL")).toEqual([
      `Mois de la liste, par exemple 06/2021 ou juin 2021. Laissez vide pour ${month} :`,
    ]);
  });

  it("is the proposed one where nothing is typed", () => {
    const { host, clic } = small(ENTETES, [LIGNE], "2021-07-10T12:00:00Z");
    expect(clic(rapport, { text: "" })[1]).toContain(
      "Onglet « DITP 2021-06 » : 1 lauréat, 12 000 € accordés.",
    );
    expect(onglets(host).has("DITP 2021-06")).toBe(true);
  });

  it.each(["06/2021", "juin 2021", "2021-6"])("is understood as %s", (typed) => {
    const { host, clic } = small(ENTETES, [LIGNE]);
    clic(rapport, { text: typed });
    expect(onglets(host).has("DITP 2021-06")).toBe(true);
  });

  it.each(["2021-13", "13/2021", "juin", "21-06", "0"])("refuses %s in French", (typed) => {
    const { host, clic } = small(ENTETES, [LIGNE]);
    const before = host.workbook.snapshot();
    expect(clic(rapport, { text: typed })[1]).toBe(
      `Mois : lu « ${typed} », attendu un mois et une année, par exemple 06/2021 ou juin 2021. Rien n’a été modifié.`,
    );
    expect(host.workbook.snapshot()).toEqual(before);
  });

  it("is checked at the border of the entry too", () => {
    const { api } = small(ENTETES, [LIGNE]);
    expect(() => api("apiRapportDitp", { mois: "2021-13" })).toThrow(
      "mois\u00a0: lu «\u00a02021-13\u00a0», attendu un mois, par exemple 2021-06",
    );
  });
});

describe("Rapport mensuel DITP, the référent's columns", () => {
  const bare = ENTETES.filter((header) => header !== "Date de fin" && header !== "Décidé le");
  const line = [LIGNE[0], LIGNE[1], LIGNE[2], LIGNE[3], LIGNE[6]] as Saisie[];

  it("asks before it adds those that lack, at the right, and journals them", () => {
    const { host, clic } = small(bare, [line]);
    const before = onglets(host).get("Suivi")?.cells ?? [];
    const said = clic(rapport, { text: "2021-06" }, "YES");
    expect(said[1]).toBe(
      "L’onglet « Suivi » n’a pas de colonne « Date de fin » (la fin prévue du projet), « Décidé le » (le jour de la décision, qui range un lauréat dans son mois) : sans elles, le résultat sera incomplet et dira ce qui manque. Si vous tenez déjà l’une de ces informations sous un autre titre, donnez plutôt ce titre à votre colonne.\n\nAjouter ces colonnes, vides, à droite de votre tableau ?",
    );
    expect(host.values("Suivi")[0]).toEqual([...bare, "Date de fin", "Décidé le"]);
    const own = onglets(host)
      .get("Suivi")
      ?.cells.filter(({ column }) => column <= bare.length);
    expect(own).toEqual(before);
    const lines = host.values("Journal").filter(([, , from]) => from === "Ajouter des colonnes");
    expect(lines.map((row) => row[6])).toEqual(["Date de fin", "Décidé le"]);
    expect(said[2]).toContain("1 lauréat");
  });

  it("makes the list without them after No, and leaves the tab as it is", () => {
    const { host, clic } = small(bare, [line]);
    const before = onglets(host).get("Suivi");
    expect(clic(rapport, { text: "2021-06" }, "NO")[2]).toContain("« DITP 2021-06 »");
    expect(onglets(host).get("Suivi")).toEqual(before);
  });

  it("makes no list without the amount granted, even after No", () => {
    const { host, clic } = small(
      ["N° dossier", "Porteur", "État", "Date de fin", "Décidé le"],
      [["1", "Ville d’Exemple", "Retenu", jour("2022-03-31"), jour("2021-06-10")]],
    );
    const said = clic(rapport, { text: "2021-06" }, "NO");
    expect(said.at(-1)).toBe(
      "L’onglet « Suivi » n’a pas de colonne « Montant accordé » : sans elle, rien ne peut être fait. Si vous tenez déjà cette information sous un autre titre, donnez plutôt ce titre à votre colonne. Rien n’a été modifié.",
    );
    expect(onglets(host).has("DITP 2021-06")).toBe(false);
  });

  it("lets Instruction see a column it added, beyond the former edge of the grid", () => {
    const headers = ["N° dossier", "Porteur", "État", "Date de fin", "Décidé le"];
    const row = ["1", "Ville d’Exemple", "Retenu", jour("2022-03-31"), jour("2021-06-10")];
    const tab = onglet("Suivi", [headers, row], { columns: headers.length });
    const { host, clic, api } = atelier(classeur([tab]));
    api("apiInstaller", { guichet: "HDF" });
    clic(rapport, { text: "2021-06" }, "YES");
    poser(host, "Suivi", 2, 6, 9_000);
    expect(host.values("Suivi")[0]?.[5]).toBe("Montant accordé");
    expect(host.values("Instruction")[1]?.[6]).toBe(9_000);
  });

  it("refuses two columns for the amount granted, and names them", () => {
    const { host, clic } = small(
      ["N° dossier", "Porteur", "État", "Montant attribué", "Subvention État", "Date de fin"],
      [["1", "Ville d’Exemple", "Retenu", 1_000, 2_000, jour("2022-03-31")]],
    );
    expect(clic(rapport, { text: "2021-06" }).at(-1)).toBe(
      "Onglet « Suivi » : plusieurs colonnes pour « Montant accordé » : « Montant attribué » (colonne D) et « Subvention État » (colonne E). Renommez-en une.",
    );
    expect(onglets(host).has("DITP 2021-06")).toBe(false);
  });

  it("says what to do where the tab of dossiers is gone, or was never chosen", () => {
    const { host, clic } = small(ENTETES, [LIGNE]);
    const sheet = host.workbook.sheet("Suivi");
    if (sheet) host.workbook.renameSheet(sheet, "Ancien suivi");
    expect(clic(rapport, { text: "2021-06" }).at(-1)).toMatch(
      /^L’onglet « Suivi », choisi pour les dossiers, n’existe plus\./,
    );
    const fresh = atelier(classeur([onglet("Suivi", [ENTETES, LIGNE])]));
    expect(fresh.clic(rapport, { text: "2021-06" }).at(-1)).toMatch(/Installer le suivi/);
  });
});

describe.each(SUIVIS)("Rapport mensuel DITP on %s", (nom) => {
  const { host, api } = installe(nom);
  const others = () => seulement(host, (name) => name !== "DITP 2021-06");

  it("makes its own tab and changes no other", () => {
    const before = others();
    expect(api("apiRapportDitp", { mois: "2021-06", telQuel: true }).kind).toBe("fait");
    expect(others()).toEqual(before);
  });

  it("counts and sums in formulas what its lines say", () => {
    const rows = host.values("DITP 2021-06");
    const header = rows.findIndex(
      ([cell, second]) => cell === "N° dossier" && second === "Guichet",
    );
    const total = rows.findIndex(([cell]) => cell === "Total");
    const lines = rows.slice(header + 1, total);
    const cents = lines.reduce((sum, row) => sum + Math.round(Number(row[4]) * 100), 0);
    expect(rows[5]?.slice(0, 2)).toEqual(["Lauréats", lines.length]);
    expect(Math.round(Number(rows[6]?.[1]) * 100)).toBe(cents);
    expect(Math.round(Number(rows[total]?.[4]) * 100)).toBe(cents);
    for (const [row, column] of [
      [6, 2],
      [7, 2],
      [total + 1, 5],
    ] as const) {
      expect(host.workbook.content("DITP 2021-06", row, column)?.kind).toBe("formula");
    }
  });

  it("stands beside the list of the next month, and is replaced alone", () => {
    api("apiRapportDitp", { mois: "2021-07", telQuel: true });
    const before = others();
    const names = host.workbook.sheets.map((sheet) => sheet.name);
    const first = onglets(host).get("DITP 2021-06");
    api("apiRapportDitp", { mois: "2021-06", telQuel: true });
    expect(others()).toEqual(before);
    expect(host.workbook.sheets.map((sheet) => sheet.name)).toEqual(names);
    expect(onglets(host).get("DITP 2021-06")).toEqual(first);
  });

  it("is never read back as data: a second month's list is that of a workbook without the first", () => {
    const fresh = installe(nom);
    fresh.api("apiRapportDitp", { mois: "2021-07", telQuel: true });
    const beside = onglets(host);
    expect(beside.has("DITP 2021-06")).toBe(true);
    expect(beside.get("DITP 2021-07")).toEqual(onglets(fresh.host).get("DITP 2021-07"));
  });
});

describe("Rapport mensuel DITP, its cost", () => {
  const many = (count: number) =>
    small(
      ENTETES,
      Array.from({ length: count }, (_, rank) => [String(rank + 1), ...LIGNE.slice(1)]),
    );

  it("makes as many service calls for 10 dossiers as for 300, 40 at most", () => {
    const counts = [10, 300].map((count) => {
      const { host, api } = many(count);
      api("apiRapportDitp", { mois: "2021-06" });
      const first = { ...host.ledger.calls };
      api("apiRapportDitp", { mois: "2021-06" });
      return [first, { ...host.ledger.calls }, host.ledger.total] as const;
    });
    expect(counts[0]).toEqual(counts[1]);
    expect(counts[0]?.[2]).toBeLessThanOrEqual(40);
  });

  it("through the menu too, from the question to the answer", () => {
    const { host, clic } = many(300);
    clic(rapport, { text: "2021-06" });
    clic(rapport, { text: "2021-06" });
    expect(host.ledger.total).toBeLessThanOrEqual(40);
  });
});

describe("two people at once", () => {
  it("says so in French and changes nothing", () => {
    const { host, clic } = small(ENTETES, [LIGNE]);
    const lock = host.locks.get("document");
    if (lock) lock.heldElsewhere = true;
    const before = host.workbook.snapshot();
    for (const [ligne, ...answers] of [
      ["Installer le suivi"],
      ["Choisir le guichet", { text: "DITP" }],
      [rapport, { text: "2021-06" }],
    ] as const) {
      expect(plain(clic(ligne, ...answers).at(-1))).toBe(
        "Une autre personne enregistre dans ce classeur en ce moment. Rien n’a été modifié : réessayez dans une minute.",
      );
    }
    expect(host.workbook.snapshot()).toEqual(before);
  });
});
