import { describe, expect, it } from "vitest";
import { dernierAvancement, formatAvancement, isTermine } from "../../src/reports/avancement.js";
import { moisParDefaut } from "../../src/reports/ditp.js";
import { entreprisesDuTexte, formatEntreprises } from "../../src/reports/entreprises.js";
import { nomDeFormule, texteDeFormule } from "../../src/reports/plan.js";

describe("the companies that a référent notes in one cell", () => {
  it.each([
    ["Atelier (59)", [{ nom: "Atelier", departement: "59" }]],
    [
      "Atelier (59), Bureau (2A)",
      [
        { nom: "Atelier", departement: "59" },
        { nom: "Bureau", departement: "2A" },
      ],
    ],
    ["Atelier (59) ; Bureau", [{ nom: "Atelier", departement: "59" }, { nom: "Bureau" }]],
    ["Atelier\nBureau (75)", [{ nom: "Atelier" }, { nom: "Bureau", departement: "75" }]],
    ["Atelier (fictif) (01)", [{ nom: "Atelier (fictif)", departement: "01" }]],
    ["Atelier (Lille, siège)", [{ nom: "Atelier (Lille, siège)" }]],
    ["Atelier (971)", [{ nom: "Atelier", departement: "971" }]],
    ["Atelier (1)", [{ nom: "Atelier", departement: "01" }]],
    [" ; , \n", []],
    ["", []],
  ])("%j", (text, companies) => {
    expect(entreprisesDuTexte(text)).toEqual(companies);
  });

  it("are shown one a line, and say where the département lacks", () => {
    expect(formatEntreprises([{ nom: "Atelier", departement: "59" }, { nom: "Bureau" }])).toBe(
      "Atelier (59)\nBureau (département du siège manquant)",
    );
  });
});

describe("the state of progress", () => {
  const entry = (date: string | undefined, commentaire = "", ligne = 2) => ({
    valeurs: { ...(date !== undefined && { date }), commentaire },
    ligne,
    illisibles: [],
  });

  it("is the latest of that day, whatever the order of the rows", () => {
    const rows = [entry("2021-07-01"), entry("2021-06-30", "juin"), entry("2021-05-02")];
    expect(dernierAvancement(rows, "2021-06-30")?.valeurs.commentaire).toBe("juin");
  });

  it("is the lower row of two of one day, and none where all are later or undated", () => {
    const rows = [entry("2021-06-02", "matin"), entry("2021-06-02", "soir"), entry(undefined)];
    expect(dernierAvancement(rows, "2021-06-30")?.valeurs.commentaire).toBe("soir");
    expect(dernierAvancement(rows, "2021-06-01")).toBeUndefined();
  });

  it("shows what is known of it", () => {
    const said = (valeurs: Parameters<typeof formatAvancement>[0]) =>
      formatAvancement(valeurs).replaceAll("\u00a0", " ");
    expect(said({ statut: "En cours", pourcentage: 4_000, commentaire: "maquettes" })).toBe(
      "En cours – 40 % – maquettes",
    );
    expect(said({ pourcentage: 0 })).toBe("0 %");
    expect(said({})).toBe("");
  });

  it("needs no follow-up once finished or given up", () => {
    const known = ["Terminé", "Abandonné", "Bloqué", "En cours"] as const;
    const finished = known.filter((statut) =>
      isTermine({ valeurs: { statut }, ligne: 2, illisibles: [] }),
    );
    expect(finished).toEqual(["Terminé", "Abandonné"]);
    expect(isTermine(undefined)).toBe(false);
  });
});

describe("the month by default", () => {
  it.each([
    ["2021-07-01", "2021-06"],
    ["2021-07-15", "2021-06"],
    ["2021-07-16", "2021-07"],
    ["2021-07-31", "2021-07"],
    ["2022-01-15", "2021-12"],
    ["2024-03-15", "2024-02"],
  ])("on %s is %s", (today, month) => {
    expect(moisParDefaut(today)).toBe(month);
  });
});

describe("texts inside formulas", () => {
  it("double their own quotes", () => {
    expect(texteDeFormule('dit "oui"')).toBe('"dit ""oui"""');
    expect(nomDeFormule("L'onglet")).toBe("'L''onglet'");
  });
});
