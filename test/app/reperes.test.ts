import { describe, expect, it } from "vitest";
import type { Host } from "../../local/host/index.js";
import { onglets, plain } from "./aides/atelier.js";
import { autre, journal, type Seance, seance } from "./aides/comite.js";

const MARNE = "suivi-marne.xlsx";
/** In Marne: 12 000 € of cost, 9 600 € asked, 80 % at most. */
const SUIPPES = "4307173";
/** In Marne: 18 900 € of cost, 15 100 € asked. */
const PRUNAY = "4306077";

const MONTANT = { montant: 900_000 };

/** What the settings tell of the program's own lists. */
function reperes(host: Host): Readonly<Record<string, unknown>> {
  const rows = host.values("Paramètres").filter(([cle]) => String(cle).startsWith("repere."));
  return Object.fromEntries(rows.map(([cle, , valeur]) => [cle, valeur]));
}

function write(host: Host, sheet: string, row: number, column: number, value: string) {
  host.workbook.write({ sheet, row, column, rows: 1, columns: 1 }, () =>
    value === "" ? undefined : { kind: "value", value },
  );
}

function deleteRows({ workbook }: Host, name: string, from: number, count: number) {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet) workbook.delete(sheet, "rows", from, count);
}

const lignes = (host: Host, nom: string) => host.values(nom).length;

/** Service calls of a decision, in their order. */
function calls(): readonly string[] {
  const { host, decide } = seance(MARNE);
  const found: string[] = [];
  host.ledger.beforeCall = (name) => found.push(name);
  decide(SUIPPES, MONTANT, { vu: {} });
  return found;
}

const CALLS = calls();
const nth = (name: string, which: number) =>
  CALLS.flatMap((call, index) => (call === name ? [index] : [])).at(which) ?? Number.NaN;

/** A run that Google ends at once: nothing from the call on is carried out, the rollback no more than the rest. */
function cutShort(opened: Seance, from: number): void {
  opened.host.ledger.beforeCall = (_, index) => {
    if (index >= from) throw new Error("Exceeded maximum execution time");
  };
  expect(() => opened.decide(SUIPPES, MONTANT, { vu: {} })).toThrow(/interrompu/);
  opened.host.ledger.beforeCall = undefined;
}

describe("where the program's lists end", () => {
  const opened = seance(MARNE);
  opened.decide(SUIPPES, MONTANT);

  it("is told by the settings, in a column that no function takes as an argument", () => {
    expect(reperes(opened.host)).toEqual({
      "repere.journal": lignes(opened.host, "Journal"),
      "repere.annulation": lignes(opened.host, "Annulation"),
      "repere.lot": "aucun",
    });
    const used = onglets(opened.host).get("Paramètres");
    const second = used?.cells.filter(({ column, content }) => column === 2 && content);
    expect(JSON.stringify(second)).not.toContain("Annulation");
  });

  it.each([
    [
      "a line of the Journal was emptied",
      (host: Host) => {
        for (let column = 1; column <= 8; column += 1) write(host, "Journal", 2, column, "");
      },
    ],
    [
      "the formula was overwritten",
      (host: Host) => {
        for (const row of [1, 2, 3]) {
          const at = host.values("Paramètres").findIndex(([cle]) => cle === "repere.journal") + row;
          write(host, "Paramètres", at, 3, "?");
        }
      },
    ],
    [
      "the rows of the settings are gone",
      (host: Host) => {
        const rows = host.values("Paramètres");
        rows.forEach(([cle], index) => {
          if (String(cle).startsWith("repere.")) write(host, "Paramètres", index + 1, 1, "");
        });
      },
    ],
  ])("is looked up where it can't be told: %s", (_, damage) => {
    const other = autre(opened);
    damage(other.host);
    const before = lignes(other.host, "Journal");
    const told = journal(other, "Comité : décision").length;
    expect(other.decide(PRUNAY, MONTANT)).toMatchObject({ kind: "fait" });
    expect(lignes(other.host, "Journal")).toBeGreaterThan(before);
    expect(journal(other, "Comité : décision").length).toBeGreaterThan(told);
    expect(other.api("apiComiteAnnuler")).toMatchObject({ kind: "fait", numeros: [PRUNAY] });
  });
});

it.each(["Annulation", "Journal"])(
  "a tab %s that was taken away comes back with what tells of it",
  (nom) => {
    const opened = autre(seance(MARNE));
    const { workbook } = opened.host;
    const gone = workbook.sheet(nom);
    if (gone) workbook.deleteSheet(gone);
    expect((opened.api("apiInstaller").fait as string[]).map(plain)).toContain(
      "repères de l’outil dans « Paramètres »",
    );
    expect(opened.api("apiInstaller").fait).toEqual([]);
    expect(opened.decide(SUIPPES, MONTANT)).toMatchObject({ kind: "fait" });
    expect(reperes(opened.host)).toEqual({
      "repere.journal": lignes(opened.host, "Journal"),
      "repere.annulation": lignes(opened.host, "Annulation"),
      "repere.lot": "aucun",
    });
  },
);

describe("a run cut short during a decision", () => {
  it.each([
    ["before the dossier's row is written", nth("Range.setValues", 1)],
    ["before all of its row is", nth("Range.setValues", 2)],
    ["before the Journal is", nth("Range.setValues", -1)],
  ])("%s: the next action puts all back, and the decision can be taken", (_, from) => {
    const opened = seance(MARNE);
    const before = opened.cellule(SUIPPES, "Subvention État");
    const told = lignes(opened.host, "Journal");
    cutShort(opened, from);
    const next = autre(opened);
    expect(next.api("apiComiteAnnuler")).toMatchObject({ kind: "refus" });
    expect(next.cellule(SUIPPES, "Subvention État")).toBe(before);
    expect(lignes(next.host, "Journal")).toBe(told);
    expect(reperes(next.host)["repere.lot"]).toBe("aucun");
    expect(next.decide(SUIPPES, MONTANT)).toMatchObject({ kind: "fait" });
  });

  it("before it is read again: it is whole, and can be undone", () => {
    const opened = seance(MARNE);
    const before = opened.cellule(SUIPPES, "Subvention État");
    cutShort(opened, nth("Range.getValues", -1));
    const next = autre(opened, { user: "referent@prefecture.test" });
    expect(next.cellule(SUIPPES, "Subvention État")).toBe(9_000);
    expect(next.api("apiComiteAnnuler")).toMatchObject({ kind: "fait", numeros: [SUIPPES] });
    expect(next.cellule(SUIPPES, "Subvention État")).toBe(before);
  });
});

it("the référent's tab renamed after a run cut short: all is put back once the settings name it", () => {
  const opened = seance(MARNE);
  const ligne = (host: Host, nom: string) =>
    host.values(nom).find((row) => row.some((cell) => String(cell) === SUIPPES));
  const before = ligne(opened.host, "Dossiers 2021");
  cutShort(opened, nth("Range.setValues", -1));
  const { host, api } = autre(opened);
  const sheet = host.workbook.sheet("Dossiers 2021");
  if (sheet) host.workbook.renameSheet(sheet, "Suivi 2021");
  expect(api("apiComiteAnnuler")).toMatchObject({ kind: "refus" });
  expect(ligne(host, "Suivi 2021")).toContain(9_000);
  const row = host.values("Paramètres").findIndex(([cle]) => cle === "onglet_dossiers");
  write(host, "Paramètres", row + 1, 2, "Suivi 2021");
  expect(api("apiComiteAnnuler")).toMatchObject({ kind: "refus" });
  expect(ligne(host, "Suivi 2021")).toEqual(before);
  expect(reperes(host)["repere.lot"]).toBe("aucun");
});

it("a formula typed since in a tab of the program stays when the rest of the row is put back", () => {
  const { host, api } = seance(MARNE);
  const change = { nom: "Comité du 16/07/2021", presents: "M. B", statut: "tenu" };
  let written = 0;
  host.ledger.beforeCall = (name) => {
    if (name === "Range.setValues") written += 1;
    if (written > 2) throw new Error("Exceeded maximum execution time");
  };
  expect(() => api("apiComiteModifier", change)).toThrow(/interrompu/);
  host.ledger.beforeCall = undefined;
  const row = host.values("Comités").findIndex(([nom]) => nom === change.nom);
  const column = host.values("Comités")[row]?.indexOf("M. B") ?? -1;
  const statut = host.values("Comités")[row]?.indexOf("tenu") ?? -1;
  const cell = { sheet: "Comités", row: row + 1, column: column + 1, rows: 1, columns: 1 };
  host.workbook.write(cell, () => ({ kind: "formula", text: '="M. "&"C"' }));
  api("apiComiteAnnuler");
  expect(host.values("Comités")[row]?.[statut]).not.toBe("tenu");
  expect(host.workbook.content("Comités", row + 1, column + 1)?.kind).toBe("formula");
});

it("a lock that can't be released does not make a failure of what was done: Google releases it", () => {
  const { host, api } = seance(MARNE);
  host.ledger.beforeCall = (name) => {
    if (name === "Lock.releaseLock") throw new Error("Service Lock failed");
  };
  const change = { nom: "Comité du 16/07/2021", presents: "M. B", statut: "tenu" };
  expect(api("apiComiteModifier", change)).toMatchObject({ kind: "fait" });
  expect([...host.locks.values()].some(({ held }) => held)).toBe(false);
});

it("what is put back after a failure is carried out before the run ends", () => {
  const opened = seance(MARNE);
  const seen: string[] = [];
  const failed = nth("Range.setValues", -1);
  opened.host.ledger.beforeCall = (name, index) => {
    seen.push(name);
    if (index === failed) throw new Error("Service Spreadsheets failed while accessing document");
  };
  expect(() => opened.decide(SUIPPES, MONTANT, { vu: {} })).toThrow(/remis comme avant/);
  expect(seen.slice(failed + 1)).toContain("Range.setValues");
  expect(seen.at(-1)).toBe("SpreadsheetApp.flush");
});

describe("what else the lists hold leaves no batch cut short", () => {
  const cutBeforeJournal = (opened: Seance) => {
    const before = opened.cellule(SUIPPES, "Subvention État");
    cutShort(opened, nth("Range.setValues", -1));
    const next = autre(opened);
    next.api("apiComiteAnnuler");
    expect(next.cellule(SUIPPES, "Subvention État")).toBe(before);
  };

  it("a batch that failed as it was begun", () => {
    const opened = seance(MARNE);
    opened.host.ledger.beforeCall = (_, index) => {
      if (index === nth("Range.setValues", 0)) throw new Error("Service Spreadsheets failed");
    };
    expect(() => opened.decide(SUIPPES, MONTANT, { vu: {} })).toThrow(/remis comme avant/);
    opened.host.ledger.beforeCall = undefined;
    cutBeforeJournal(opened);
  });

  it("a note typed below the Journal, beside its columns", () => {
    const opened = seance(MARNE);
    write(opened.host, "Journal", lignes(opened.host, "Journal") + 30, 10, "vu");
    cutBeforeJournal(opened);
  });

  it("a row of the hidden tab that lost its batch's name", () => {
    const opened = seance(MARNE);
    opened.decide(PRUNAY, MONTANT);
    write(opened.host, "Annulation", 2, 1, "");
    cutBeforeJournal(opened);
  });
});

describe("what closed a batch may go", () => {
  it("as many older lines of the Journal taken away as the decision added do not take it back", () => {
    const opened = seance(MARNE);
    const before = lignes(opened.host, "Journal");
    opened.decide(SUIPPES, MONTANT);
    const added = lignes(opened.host, "Journal") - before;
    deleteRows(opened.host, "Journal", 2, added);
    const next = autre(opened);
    next.decide(PRUNAY, MONTANT);
    expect(next.cellule(SUIPPES, "Subvention État")).toBe(9_000);
  });

  it("lines of the Journal taken away by hand do not take the decision back", () => {
    const opened = seance(MARNE);
    opened.decide(SUIPPES, MONTANT);
    const last = lignes(opened.host, "Journal");
    for (let column = 1; column <= 8; column += 1) write(opened.host, "Journal", last, column, "");
    const next = autre(opened);
    next.decide(PRUNAY, MONTANT);
    expect(next.cellule(SUIPPES, "Subvention État")).toBe(9_000);
  });

  it("archiving the whole Journal does not either", () => {
    const opened = seance(MARNE);
    opened.decide(SUIPPES, MONTANT);
    const next = autre(opened, { le: "2023-02-01T09:00:00Z" });
    while (next.api("apiArchiverJournal").encore === true);
    expect(lignes(next.host, "Journal")).toBe(1);
    expect(
      next.api("apiComiteCreer", { nom: "Suite", date: "2023-02-02", presents: "" }),
    ).toMatchObject({
      kind: "fait",
    });
    expect(next.cellule(SUIPPES, "Subvention État")).toBe(9_000);
  });
});

describe("what a page sends back of the spreadsheet", () => {
  const opened = seance(MARNE);
  const shown = opened.fiche(SUIPPES);
  const decision = {
    avis: "favorable",
    ...MONTANT,
    exception: false,
    motifException: "",
    motif: "",
    conditions: "",
    derogation: "",
  };
  const demande = {
    numero: SUIPPES,
    comite: "Comité du 16/07/2021",
    vu: shown.vu,
    decision,
    notes: [],
  };
  const acquis = shown.acquis as { fuseau: string; largeurs: Record<string, number> };

  it.each([
    ["what it was told", acquis],
    ["nothing", null],
    ["another zone", { ...acquis, fuseau: "Pacific/Auckland" }],
    ["a width beyond the grid", { ...acquis, largeurs: { "Dossiers 2021": 5_000 } }],
  ])("decides nothing: %s", (_, given) => {
    const other = autre(opened);
    expect(other.api("apiComiteDecider", { ...demande, acquis: given })).toMatchObject({
      kind: "fait",
    });
    expect(other.cellule(SUIPPES, "Subvention État")).toBe(9_000);
    expect(other.cellule(SUIPPES, "Date CODIR")).toBe(44_393);
  });

  it.each([
    [{ ...acquis, fuseau: "Paris" }, /acquis\.fuseau : lu « Paris », attendu un fuseau horaire/],
    [{ ...acquis, largeurs: { Suivi: 0 } }, /acquis\.largeurs\.Suivi/],
  ])("is checked at the border: %j", (given, message) => {
    expect(() => autre(opened).api("apiComiteDecider", { ...demande, acquis: given })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(new RegExp(message.source.replace(/ /g, "[ \\u00a0]"))),
      }),
    );
  });

  it("leaves the zone to the spreadsheet where its dates are no midnights in the one supposed", () => {
    const other = autre(opened);
    other.api("apiComiteDecider", { ...demande, acquis: { ...acquis, fuseau: "Asia/Tokyo" } });
    expect(plain(other.host.display("Journal").at(-1)?.[0])).toMatch(/^2021-07-15 10:30/);
  });
});
