import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Atelier, atelier, lignes, onglets, plain, REFERENT } from "./aides/atelier.js";
import { classeur, jour, onglet, type Saisie, serie } from "./aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "État",
  "Montant accordé",
  "Date de fin",
  "Décidé le",
  "Prestataires",
  "Abandonné le",
];

function ligne(numero: string, porteur: string, montant: number): readonly Saisie[] {
  return [
    numero,
    porteur,
    "Retenu",
    montant,
    jour("2022-03-31"),
    jour("2021-05-10"),
    "Atelier (59)",
    "",
  ];
}

const LIGNES = [ligne("1", "Ville d’Un", 12_000), ligne("2", "Ville de Deux", 8_000.5)];

function suivi(): Atelier {
  const opened = atelier(classeur([onglet("Suivi", [ENTETES, ...LIGNES])]));
  opened.api("apiInstaller", { guichet: "HDF", prefecture: "Préfecture du Nord" });
  return opened;
}

function rapport({ api }: Atelier, mois: string) {
  return api("apiRapportDitp", { mois, telQuel: true }) as unknown as {
    onglet: string;
    avertissements: string[];
    resume: { remarques: string[]; nouveautes: number };
  };
}

/** What a cell of the référent's tab becomes, as typed by a person. */
function saisir({ host }: Atelier, sheet: string, row: number, column: number, value: Saisie) {
  const typed = typeof value === "object" && "jour" in value ? serie(value.jour) : value;
  host.workbook.write({ sheet, row, column, rows: 1, columns: 1 }, () =>
    typeof typed === "object" ? undefined : { kind: "value", value: typed },
  );
}

/** The lines of a report's last section: the dossier, then what is new of it. */
function nouveautes({ host }: Atelier, nom: string): readonly string[] {
  const rows = lignes(host, nom);
  const at = rows.findIndex(([first]) => /^(Changements|Nouveau) depuis/.test(String(first)));
  return rows
    .slice(at)
    .map((row) => plain(row.filter((cell) => cell !== null && cell !== "").join(" | ")));
}

describe("Marquer comme transmis", () => {
  it("freezes the tab: no formula is left, and every cell shows what it showed", () => {
    const opened = suivi();
    rapport(opened, "2021-06");
    const before = opened.host.values("DITP 2021-06");
    expect(opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" }).kind).toBe("fait");
    expect(opened.host.values("DITP 2021-06")).toEqual(before);
    const kinds = onglets(opened.host)
      .get("DITP 2021-06")
      ?.cells.map(({ content }) => content?.kind);
    expect(new Set(kinds)).not.toContain("formula");
  });

  it("keeps a text that looks like a formula or a number as that text", () => {
    const opened = atelier(
      classeur([onglet("Suivi", [ENTETES, ["01004", "=1+1", ...ligne("", "", 12_000).slice(2)]])]),
    );
    opened.api("apiInstaller", { guichet: "HDF" });
    rapport(opened, "2021-06");
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    const cells = lignes(opened.host, "DITP 2021-06").flat();
    expect(cells).toContain("01004");
    expect(cells).toContain("=1+1");
  });

  it("warns whoever edits the tab, and locks nobody out", () => {
    const opened = suivi();
    rapport(opened, "2021-06");
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    expect(onglets(opened.host).get("DITP 2021-06")?.protections).toMatchObject([
      { warningOnly: true, description: expect.stringContaining("Transmis le 15/07/2021") },
    ]);
  });

  it("logs the report, its day, the person, its figures, and a checksum anybody can compute again", () => {
    const opened = suivi();
    rapport(opened, "2021-06");
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    const [, row] = lignes(opened.host, "Envois");
    expect(row?.slice(0, 7)).toEqual([
      "DITP",
      "2021-06",
      1,
      serie("2021-07-15"),
      REFERENT,
      2,
      20_000.5,
    ]);
    const shown = lignes(opened.host, "DITP 2021-06").map((cells) => {
      const texts = cells.map((cell, column) => {
        if (cell === null) return "";
        return typeof cell === "number" && cell > 44_000 && cell < 46_000 && column > 0
          ? new Date(Date.UTC(1899, 11, 30 + cell)).toISOString().slice(0, 10)
          : cell;
      });
      return texts.slice(0, texts.findLastIndex((cell) => cell !== "") + 1);
    });
    expect(row?.[7]).toBe(createHash("sha256").update(JSON.stringify(shown)).digest("hex"));
    expect(lignes(opened.host, "Journal").at(-1)).toContain("DITP 2021-06 transmis");
  });

  it.each([
    ["Suivi", "n’est pas un rapport de FITN7"],
    ["DITP 2020-01", "n’existe pas"],
    ["Envois", "n’est pas un rapport de FITN7"],
  ])("refuses %s and changes nothing", (nom, why) => {
    const opened = suivi();
    const before = opened.host.workbook.snapshot();
    const result = opened.api("apiMarquerTransmis", { onglet: nom });
    expect(result.kind).toBe("refus");
    expect(plain(result.message)).toContain(why);
    expect(opened.host.workbook.snapshot()).toEqual(before);
  });

  it("refuses a second time, and says when and by whom", () => {
    const opened = suivi();
    rapport(opened, "2021-06");
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    const { message } = opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    expect(plain(message)).toContain(
      `« DITP 2021-06 » est déjà marqué comme transmis le 15/07/2021 par ${REFERENT}`,
    );
    expect(lignes(opened.host, "Envois")).toHaveLength(2);
  });

  it("refuses a tab with an error in it, and names the cell", () => {
    const opened = suivi();
    rapport(opened, "2021-06");
    opened.host.workbook.write(
      { sheet: "DITP 2021-06", row: 7, column: 2, rows: 1, columns: 1 },
      () => ({ kind: "formula", text: "=1/0" }),
    );
    const { kind, message } = opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    expect([kind, plain(message)]).toEqual([
      "refus",
      "L’onglet « DITP 2021-06 » n’est pas prêt : 1 cellule en erreur (B7). Relancez le rapport. Rien n’a été modifié.",
    ]);
  });

  it("is asked from the menu for the only report that waits, and goes nowhere after No", () => {
    const opened = suivi();
    rapport(opened, "2021-06");
    const ligneMenu = "Rapports ▸ Marquer comme transmis";
    expect(opened.clic(ligneMenu, "NO")).toHaveLength(1);
    expect(lignes(opened.host, "Envois")).toHaveLength(1);
    const said = opened.clic(ligneMenu, "YES");
    expect(said[0]).toContain("Marquer « DITP 2021-06 » comme transmis ?");
    expect(said[1]).toContain(
      "« DITP 2021-06 » est marqué comme transmis (2 lignes, 20 000,50 €).",
    );
    expect(opened.clic(ligneMenu)[0]).toContain("Aucun rapport à marquer");
  });
});

describe("a report run again after it was sent", () => {
  it("makes a tab beside it, which is replaced in turn until it is sent", () => {
    const opened = suivi();
    rapport(opened, "2021-06");
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    const sent = onglets(opened.host).get("DITP 2021-06");
    expect(rapport(opened, "2021-06").onglet).toBe("DITP 2021-06 (2)");
    expect(rapport(opened, "2021-06").onglet).toBe("DITP 2021-06 (2)");
    expect(onglets(opened.host).get("DITP 2021-06")).toEqual(sent);
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06 (2)" });
    expect(rapport(opened, "2021-06").onglet).toBe("DITP 2021-06 (3)");
    expect(lignes(opened.host, "Envois").map((row) => row[2])).toEqual(["Version", 1, 2]);
  });

  it("never takes the name of a sent tab, even where somebody deleted it", () => {
    const opened = suivi();
    rapport(opened, "2021-06");
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    const sheet = opened.host.workbook.sheet("DITP 2021-06");
    if (sheet) opened.host.workbook.deleteSheet(sheet);
    const result = rapport(opened, "2021-06");
    expect(result.onglet).toBe("DITP 2021-06 (2)");
    expect(plain(result.avertissements[0])).toBe(
      "L’onglet « DITP 2021-06 » n’existe plus : la comparaison n’est pas possible.",
    );
  });
});

describe("what changed since the last list that was sent", () => {
  /** A workbook whose list of June was sent, then changed as a référent does. */
  function apres(change: (opened: Atelier) => void, mois = "2021-07"): Atelier {
    const opened = suivi();
    rapport(opened, "2021-06");
    opened.api("apiMarquerTransmis", { onglet: "DITP 2021-06" });
    change(opened);
    rapport(opened, mois);
    return opened;
  }

  it("says nothing is new where nothing is", () => {
    const opened = apres(() => undefined);
    expect(nouveautes(opened, "DITP 2021-07")).toEqual([
      "Changements depuis « DITP 2021-06 », transmis le 15/07/2021 (0)",
      "Rien à signaler.",
    ]);
  });

  it.each<[string, (opened: Atelier) => void, string]>([
    [
      "an amount",
      (opened) => saisir(opened, "Suivi", 2, 4, 15_000),
      "1 | Ville d’Un | montant : 12 000 € → 15 000 €",
    ],
    [
      "an end date",
      (opened) => saisir(opened, "Suivi", 3, 5, jour("2022-06-30")),
      "2 | Ville de Deux | date de fin : 31/03/2022 → 30/06/2022",
    ],
    [
      "an end date taken away",
      (opened) => saisir(opened, "Suivi", 3, 5, ""),
      "2 | Ville de Deux | date de fin : 31/03/2022 → absent",
    ],
    [
      "the companies",
      (opened) => saisir(opened, "Suivi", 2, 7, "Atelier (59) ; Bureau (2A)"),
      "1 | Ville d’Un | entreprises : Atelier (59) → Atelier (59) ; Bureau (2A)",
    ],
    [
      "progress",
      (opened) => {
        saisir(opened, "Avancement", 2, 1, "1");
        saisir(opened, "Avancement", 2, 2, jour("2021-07-20"));
        saisir(opened, "Avancement", 2, 3, "En cours");
      },
      `1 | Ville d’Un | avancement : absent → En cours | ${serie("2021-07-20")}`,
    ],
    [
      "a new lauréat",
      (opened) =>
        ligne("3", "Ville de Trois", 5_000).forEach((value, column) => {
          saisir(opened, "Suivi", 4, column + 1, value);
        }),
      `3 | Ville de Trois | nouveau lauréat, 5 000 € | ${serie("2021-05-10")}`,
    ],
    [
      "a dossier given up",
      (opened) => {
        saisir(opened, "Suivi", 2, 3, "Abandonné");
        saisir(opened, "Suivi", 2, 8, jour("2021-07-05"));
      },
      `1 | Ville d’Un | sorti de la liste : abandonné | ${serie("2021-07-05")}`,
    ],
    [
      "a dossier refused after all",
      (opened) => saisir(opened, "Suivi", 2, 3, "Non retenu"),
      "1 | Ville d’Un | sorti de la liste : état « Non retenu »",
    ],
    [
      "a decision put off",
      (opened) => saisir(opened, "Suivi", 2, 6, jour("2021-09-01")),
      "1 | Ville d’Un | sorti de la liste : décision datée du 01/09/2021, après la fin du mois",
    ],
    [
      "a row deleted",
      (opened) => {
        for (let column = 1; column <= ENTETES.length; column++) {
          saisir(opened, "Suivi", 2, column, "");
        }
      },
      "1 | Ville d’Un | sorti de la liste : dossier absent de l’onglet « Suivi »",
    ],
  ])("tells of %s", (_, change, said) => {
    const found = nouveautes(apres(change), "DITP 2021-07");
    expect(found[0]).toContain("(1)");
    expect(found.at(-1)).toBe(said);
  });

  it("does not take rows in another order for a change", () => {
    const opened = apres((opened) => {
      const [first = [], second = []] = LIGNES;
      for (const [row, cells] of [second, first].entries()) {
        for (const [column, value] of cells.entries()) {
          saisir(opened, "Suivi", row + 2, column + 1, value);
        }
      }
    });
    expect(nouveautes(opened, "DITP 2021-07").at(-1)).toBe("Rien à signaler.");
  });

  it("compares a correction with the list of the same month that was sent", () => {
    const opened = apres((opened) => saisir(opened, "Suivi", 2, 4, 15_000), "2021-06");
    expect(nouveautes(opened, "DITP 2021-06 (2)").at(-1)).toContain("12 000 € → 15 000 €");
  });

  it("never compares with a list of a later month", () => {
    const opened = apres(() => undefined, "2021-05");
    expect(nouveautes(opened, "DITP 2021-05")[0]).toContain("Nouveau depuis avril 2021");
  });

  it("names the months that were skipped", () => {
    const { host } = apres(() => undefined);
    const opened = atelier(undefined, { le: "2021-10-01T08:00:00Z", workbook: host.workbook });
    rapport(opened, "2021-09");
    expect(nouveautes(opened, "DITP 2021-09")[1]).toBe(
      "Mois sans envoi : juillet 2021, août 2021.",
    );
  });

  it("says that the sent tab was edited since, and compares with what it holds now", () => {
    const opened = apres((opened) => saisir(opened, "DITP 2021-06", 13, 5, 11_000));
    const said = nouveautes(opened, "DITP 2021-07");
    expect(said[1]).toContain("« DITP 2021-06 » a été modifié depuis son envoi");
    expect(said.at(-1)).toBe("1 | Ville d’Un | montant : 11 000 € → 12 000 €");
  });
});
