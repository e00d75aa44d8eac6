import { describe, expect, it } from "vitest";
import { type Atelier, atelier, installe, lignes, plain } from "./aides/atelier.js";
import { departementIdf } from "./aides/departement.js";
import { classeur, jour, onglet, type Saisie } from "./aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Guichet",
  "Porteur",
  "Intitulé du projet",
  "Thème",
  "Subvention demandée",
  "État",
  "Montant accordé",
  "Décidé le",
  "Engagé le",
  "Abandonné le",
  "Date de fin",
  "Contact",
];

const DECIDE = jour("2021-06-01");
const FIN = jour("2022-03-31");

/** Dossiers of Seine-Saint-Denis: committed, given up after a payment, without a day, decided too late. */
const DOSSIERS: readonly Saisie[][] = [
  [
    "1",
    "",
    "Bobigny",
    "Guichet unique",
    "3",
    45_000,
    "Engagé",
    45_000.1,
    DECIDE,
    jour("2021-07-15"),
    "",
    FIN,
    "Mme Personne",
  ],
  [
    "2",
    "",
    "Pantin",
    "Formation",
    "2",
    10_000,
    "Abandonné",
    10_000,
    DECIDE,
    "",
    jour("2021-08-01"),
    FIN,
    "",
  ],
  ["3", "", "Sevran", "", "2", 10_000, "Retenu", 9_000.2, "", "", "", "", ""],
  ["4", "", "Drancy", "Étude", "1", 10_000, "Retenu", 8_000, jour("2021-10-02"), "", "", FIN, ""],
  ["5", "IDF-ADS", "Aubervilliers", "Permis", "4", 4_000, "Retenu", 4_000, DECIDE, "", "", FIN, ""],
];

const departement = (code: string, rows: readonly Saisie[][]) =>
  departementIdf(
    code,
    [ENTETES, ...rows],
    [
      onglet("Paiements", [
        ["N° dossier", "Date", "Montant"],
        ["2", jour("2021-07-01"), 1_000.3],
      ]),
      onglet("Avancement", [
        ["N° dossier", "Date", "Statut", "Pourcentage", "Commentaire"],
        ["1", jour("2021-09-01"), "En cours", 0.4, "Vu avec M. Untel"],
      ]),
    ],
  );

/** The region's workbook with a laboratory project of its own, and one that a département also has. */
function region(le = "2021-10-05T10:00:00Z"): Atelier {
  const own: Saisie[][] = [
    [
      "90",
      "IDF-V2",
      "Laboratoire",
      "Atelier",
      "3d",
      70_000,
      "Retenu",
      70_000,
      DECIDE,
      "",
      "",
      FIN,
      "",
    ],
    [
      "1",
      "",
      "Bobigny",
      "Guichet unique",
      "3",
      45_000,
      "Engagé",
      45_000.1,
      DECIDE,
      "",
      "",
      FIN,
      "",
    ],
  ];
  const opened = atelier(classeur([onglet("Région", [ENTETES, ...own])]), { le });
  opened.api("apiInstaller", { guichet: "IDF-V1", onglet: "Région", prefecture: "Région" });
  return opened;
}

const consolider = (opened: Atelier, code = "93", rows = DOSSIERS) =>
  opened.api("apiRegionConsolider", { ...departement(code, rows), apercu: false });

interface Fait {
  readonly rows: readonly (readonly unknown[])[];
  readonly resume: { readonly nombre: number; readonly total: number; readonly manques: string[] };
  readonly credit: (guichet: string, origine: string) => readonly unknown[];
}

function rapport(opened: Atelier, periode = "2021-T3"): Fait {
  const made = opened.api("apiRapport", { rapport: "Trimestre DITP", periode, telQuel: true });
  const rows = lignes(opened.host, `Trimestre DITP ${periode}`);
  return {
    rows,
    resume: made.resume as Fait["resume"],
    credit: (guichet, origine) =>
      rows.find(([first, second]) => first === guichet && second === origine)?.slice(4) ?? [],
  };
}

const lecture = ({ rows }: Fait) => plain(rows.find(([first]) => first === "Dossiers lus")?.[1]);

describe("the quarterly report of a region (IDF)", () => {
  const opened = region();
  consolider(opened);
  const fait = rapport(opened);
  const list = fait.rows.findIndex(([first]) => first === "N° dossier") + 1;
  const numeros = fait.rows.slice(list, list + fait.resume.nombre).map((row) => [row[0], row[10]]);

  it("lists the lauréats of départements as of the quarter's end, then the region's own", () => {
    expect(numeros).toEqual([
      ["1", "93"],
      ["3", "93"],
      ["5", "93"],
      ["90", "région"],
    ]);
    expect(fait.resume.total).toBe(45_000_10 + 9_000_20 + 4_000_00 + 70_000_00);
  });

  it("says which tabs it read", () => {
    expect(lecture(fait)).toBe(
      "onglet « Consolidé » : 5 dossiers de 1 département (93), consolidés le 05/10/2021 ; onglet « Région » de ce classeur : 1 dossier",
    );
  });

  it("adds up the credits of each département and guichet, what was paid on abandoned ones included", () => {
    expect(fait.credit("IDF-V1", "93").slice(0, 6)).toEqual([
      55_000.6, 297_000, 46_000.4, 1_000.3, 1_000.3, 241_999.4,
    ]);
    expect(fait.credit("IDF-V1", "77").slice(0, 2)).toEqual([0, 297_000]);
    expect(fait.credit("IDF-ADS", "93").slice(0, 2)).toEqual([4_000, "non prévu"]);
    expect(fait.credit("IDF-V2", "région").slice(0, 2)).toEqual([70_000, 200_000]);
  });

  it("adds up to what the list and the abandoned dossiers hold", () => {
    const total = fait.rows.find(([first]) => first === "Total")?.[4];
    expect(Math.round(Number(total) * 100)).toBe(fait.resume.total + 1_000_30);
  });

  it("names the départements to take in, and what their dossiers lack", () => {
    const manques = fait.resume.manques.map(plain).join("\n");
    expect(
      fait.rows.filter((row) => row[3] === "classeur du département pas encore consolidé"),
    ).toHaveLength(6);
    expect(manques).toContain(
      "3 : intitulé du projet absent (classeur du département 93, puis Consolider (onglet « Consolidé », ligne 4))",
    );
    expect(manques).toContain(
      "1 : dossier aussi consolidé : compté une fois, celui du département",
    );
  });

  it("carries neither contacts nor comments of progress", () => {
    const shown = plain(JSON.stringify([fait.rows, lignes(opened.host, "Consolidé")]));
    expect(shown).toContain("En cours – 40 %");
    expect(shown).not.toMatch(/Personne|Untel/);
  });

  it("takes drawing rights after movements", () => {
    opened.api("apiRegionMouvement", {
      date: "2021-10-05",
      de: "77",
      vers: "93",
      montant: 1_200_000,
      motif: "Non consommé",
      apercu: false,
    });
    const again = rapport(opened);
    expect(again.credit("IDF-V1", "93")[1]).toBe(309_000);
    expect(again.credit("IDF-V1", "77")[1]).toBe(285_000);
  });

  it("says that a département was taken in before the day it reports on", () => {
    const early = region("2021-09-15T10:00:00Z");
    consolider(early);
    const later = atelier(undefined, { le: "2021-10-05T10:00:00Z", workbook: early.host.workbook });
    expect(rapport(later).resume.manques.map(plain).join("\n")).toContain(
      "consolidé le 15/09/2021, avant le 30/09/2021 : à reprendre",
    );
  });
});

describe("the quarterly report of a département's workbook", () => {
  it("is made from its own dossiers, and says so", () => {
    const fait = rapport(installe("suivi-seine-et-marne.xlsx"), "2021-T2");
    expect(lecture(fait)).toBe("onglet « Tableau de suivi » de ce classeur : 32 dossiers");
    expect(fait.rows.some((row) => row.includes("Département"))).toBe(false);
  });
});
