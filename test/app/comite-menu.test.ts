import { describe, expect, it } from "vitest";
import { type Atelier, atelier, plain } from "./aides/atelier.js";
import { classeur, jour, onglet, type Saisie } from "./aides/saisie.js";

const ENTETES = ["N° dossier", "Porteur", "Thème", "Coût total", "Date de dépôt", "État"];

/** A dossier that waits, filed on a day. */
const depose = (depot: string, rank: number, theme: string): readonly Saisie[] => [
  String(rank),
  `Ville ${rank}`,
  theme,
  10_000,
  jour(depot),
  "Déposé",
];

interface Suivi {
  readonly guichet: string;
  readonly theme: string;
  readonly depots: readonly string[];
  /** Days of committees already held. */
  readonly comites?: readonly string[];
}

/** A workbook under a guichet, where nobody has opened the sidebar. */
function suivi({ guichet, theme, depots, comites = [] }: Suivi, le: string): Atelier {
  const rows = depots.map((depot, index) => depose(depot, index + 1, theme));
  const opened = atelier(classeur([onglet("Suivi", [ENTETES, ...rows])]), {
    le: `${le}T08:00:00Z`,
  });
  opened.api("apiInstaller", { guichet });
  for (const date of comites) {
    opened.api("apiComiteCreer", { nom: date, date, presents: "" });
    opened.api("apiComiteModifier", { nom: date, statut: "tenu" });
  }
  return opened;
}

/** The menu's line of the committee, once the workbook is opened again. */
function ligne({ host }: Atelier, authMode?: "NONE"): string | undefined {
  host.open(authMode);
  expect(host.menu).toHaveLength(1);
  const captions = host.menu[0]?.entries.map((entry) =>
    "caption" in entry ? plain(entry.caption) : "",
  );
  return captions?.find((caption) => caption.startsWith("Comité de sélection"));
}

const NEUF = Array.from({ length: 9 }, (_, index) => `2021-04-${10 + index}`);
const DEP = { guichet: "DEP", theme: "3a", comites: ["2021-04-01"] };
const HDF = { guichet: "HDF", theme: "1", depots: ["2021-05-03"] };
const MAR = { guichet: "MARNE-V1", theme: "i", depots: ["2021-04-03"] };
const IDF = { guichet: "IDF-V2", theme: "3d", depots: ["2021-05-03"] };

describe("the menu says from which day a committee is due, whether or not the sidebar was opened", () => {
  it.each<[what: string, suivi: Suivi, le: string, said: string]>([
    [
      "DEP: a month after the last",
      { ...DEP, depots: NEUF },
      "2021-04-20",
      " (attendu à partir du 01/05/2021)",
    ],
    [
      "DEP: the month is over",
      { ...DEP, depots: NEUF },
      "2021-05-01",
      " (attendu depuis le 01/05/2021)",
    ],
    [
      "DEP: the tenth was filed before",
      { ...DEP, depots: [...NEUF, "2021-04-19"] },
      "2021-04-20",
      " (attendu depuis le 19/04/2021)",
    ],
    [
      "DEP: ten, one of them before the last committee",
      { ...DEP, depots: [...NEUF, "2021-03-30"] },
      "2021-04-20",
      " (attendu à partir du 01/05/2021)",
    ],
    ["DEP: none waits", { ...DEP, depots: [] }, "2021-06-20", ""],
    ["HDF: before the first record", HDF, "2021-05-14", " (attendu à partir du 15/05/2021)"],
    ["HDF: the day after the first record", HDF, "2021-05-15", " (attendu depuis le 15/05/2021)"],
    [
      "HDF: after a committee on the first, the second",
      { ...HDF, comites: ["2021-05-20"] },
      "2021-06-01",
      " (attendu à partir du 01/07/2021)",
    ],
    ["MAR: before June", MAR, "2021-05-31", " (attendu à partir du 01/06/2021)"],
    [
      "MAR: in September, June's having been held",
      { ...MAR, comites: ["2021-06-10"] },
      "2021-09-02",
      " (attendu depuis le 01/09/2021)",
    ],
    ["MAR: both held", { ...MAR, comites: ["2021-06-10", "2021-09-07"] }, "2021-09-08", ""],
    ["IDF-V2: before July", IDF, "2021-06-30", " (attendu à partir du 01/07/2021)"],
    ["IDF-V2: in July", IDF, "2021-07-01", " (attendu depuis le 01/07/2021)"],
    [
      "IDF-V2: two months after October's",
      { ...IDF, comites: ["2021-07-08", "2021-10-05"] },
      "2021-10-06",
      " (attendu à partir du 05/12/2021)",
    ],
    [
      "IDF-V1: no calendar in the guide",
      { ...IDF, guichet: "IDF-V1", theme: "3a" },
      "2021-07-01",
      "",
    ],
  ])("%s", (_, given, le, said) => {
    expect(ligne(suivi(given, le))).toBe(`Comité de sélection${said}`);
  });

  it("follows the tenth dossier, typed since", () => {
    const opened = suivi({ ...DEP, depots: NEUF }, "2021-04-20");
    expect(ligne(opened)).toContain("01/05/2021");
    depose("2021-04-20", 10, "3a").forEach((value, index) => {
      const content = onglet("", [[value]]).cells[0]?.content;
      if (content?.kind !== "value") throw new Error("a value is typed");
      opened.host.workbook.write(
        { sheet: "Suivi", row: 11, column: index + 1, rows: 1, columns: 1 },
        () => content,
      );
    });
    expect(ligne(opened)).toBe("Comité de sélection (attendu depuis le 20/04/2021)");
  });

  it("says nothing before the script is allowed, and in a workbook without the add-in", () => {
    expect(ligne(suivi(HDF, "2021-05-15"), "NONE")).toBe("Comité de sélection");
    expect(ligne(atelier(classeur([onglet("Suivi", [ENTETES])])))).toBe("Comité de sélection");
  });
});
