import { describe, expect, it } from "vitest";
import type { SheetSnapshot } from "../../local/engine/snapshot.js";
import type { Host } from "../../local/host/index.js";
import type { ResultatAnnulation } from "../../src/app/annuler.js";
import type { ResultatEnregistrement } from "../../src/app/enregistrer.js";
import { lignes, onglets, plain } from "./aides/atelier.js";
import { essai, essaiSur } from "./aides/essai.js";
import type { Demande } from "./aides/essai-entree.js";
import { poser } from "./aides/poser.js";
import { serie } from "./aides/saisie.js";

const SUIVI = "Suivi FITN7";
const ARMENTIERES = "4210370";
const LILLE = "4210507";

/** A decision on Armentières: several columns, one of them a day; and a score in a tab of the program. */
const DECISION: Demande = {
  onglet: SUIVI,
  ecritures: [
    { numero: ARMENTIERES, champ: "etat", apres: "Retenu" },
    { numero: ARMENTIERES, champ: "date_decision", apres: { jour: "2021-07-09" } },
    { numero: ARMENTIERES, champ: "montant_accorde", apres: 50_000 },
    { numero: LILLE, champ: "montant_accorde", apres: 60_000 },
  ],
  autres: [
    {
      op: "ecrire",
      onglet: "Notes",
      ligne: 2,
      colonne: 1,
      contenus: [[ARMENTIERES, "Comité du 9 juillet", "Constat", 4, "=1+1", "moi"]],
    },
  ],
};

const NOUVEAU: Demande = {
  onglet: SUIVI,
  ecritures: [],
  ajouts: ["9000001", "9000002"].map((numero) => ({
    numero,
    contenus: [
      ["numero", numero],
      ["porteur", '=HYPERLINK("x")'],
      ["code_insee", "01004"],
      ["cout", 30_000.5],
      ["depot", { jour: "2021-06-01" }],
    ],
  })),
};

const enregistre = (host: Host, demande: Demande) =>
  host.call("essaiEnregistrer", demande) as ResultatEnregistrement;
const annule = (host: Host, lot: string) =>
  host.call("essaiAnnuler", { onglet: SUIVI, lot }) as ResultatAnnulation;

/** Values of every tab but the undo's own, formulas and texts as typed. */
function contents(host: Host, but: readonly string[] = ["Annulation"]) {
  return Object.fromEntries(
    [...onglets(host)]
      .filter(([nom]) => !but.includes(nom))
      .map(([nom, sheet]) => [nom, cells(sheet)]),
  );
}

function cells({ cells }: SheetSnapshot) {
  return cells
    .filter(({ content }) => content !== undefined)
    .map(({ row, column, content }) => `${row}:${column} ${JSON.stringify(content)}`);
}

function rowOf(host: Host, numero: string): number {
  return lignes(host, SUIVI).findIndex((row) => String(row[0]) === numero) + 1;
}

function value(host: Host, numero: string, column: number) {
  return host.calculator.value(SUIVI, rowOf(host, numero), column);
}

const done = (result: ResultatEnregistrement | ResultatAnnulation) => {
  if (result.kind !== "fait") throw new Error(JSON.stringify(result));
  return result;
};

describe("enregistrer", () => {
  it("writes the fields on the dossier's own row, and the Journal tells each", () => {
    const host = essai("suivi-nord.xlsx");
    const { lot, changements } = done(enregistre(host, DECISION));
    expect([14, 15, 16].map((column) => value(host, ARMENTIERES, column))).toEqual([
      "Retenu",
      serie("2021-07-09"),
      50_000,
    ]);
    expect(changements).toHaveLength(4);
    const journal = host
      .display("Journal")
      .slice(-4)
      .map((row) => plain(row.slice(2, 8).join(" | ")));
    expect(journal).toEqual([
      `Essai | ${ARMENTIERES} | État | En instruction | Retenu | ${lot}`,
      `Essai | ${ARMENTIERES} | Décidé le |  | 09/07/2021 | ${lot}`,
      `Essai | ${ARMENTIERES} | Montant accordé |  | 50 000 € | ${lot}`,
      `Essai | ${LILLE} | Montant accordé | 75 000 € | 60 000 € | ${lot}`,
    ]);
    expect(host.display("Notes")[1]?.slice(0, 5)).toEqual([
      ARMENTIERES,
      "Comité du 9 juillet",
      "Constat",
      "4",
      "=1+1",
    ]);
  });

  it("writes nothing where nothing changes", () => {
    const host = essai("suivi-nord.xlsx");
    const before = contents(host);
    const ecritures = [{ numero: LILLE, champ: "montant_accorde", apres: 75_000 }] as const;
    expect(done(enregistre(host, { onglet: SUIVI, ecritures })).lot).toBe("");
    expect(contents(host)).toEqual(before);
  });

  it("leaves a formula of the référent's alone, and says so", () => {
    const host = essai("suivi-nord.xlsx");
    const row = rowOf(host, ARMENTIERES);
    host.workbook.write({ sheet: SUIVI, row, column: 16, rows: 1, columns: 1 }, () => ({
      kind: "formula",
      text: "=J3*0.5",
    }));
    const { laissees } = done(enregistre(host, DECISION));
    expect(laissees).toEqual([{ numero: ARMENTIERES, champ: "montant_accorde" }]);
    expect(host.workbook.content(SUIVI, row, 16)?.kind).toBe("formula");
  });

  it.each([
    ["n’est plus dans l’onglet", [{ numero: "1", champ: "etat", apres: "Retenu" }]],
    ["n’a pas de colonne", [{ numero: LILLE, champ: "conditions", apres: "aucune" }]],
  ] as const)("refuses and writes nothing: %s", (said, ecritures) => {
    const host = essai("suivi-nord.xlsx");
    const before = contents(host);
    const result = enregistre(host, { onglet: SUIVI, ecritures });
    expect(result).toMatchObject({ kind: "refus", message: expect.stringContaining(said) });
    expect(contents(host)).toEqual(before);
  });

  it("refuses a number that stands on two rows, naming them", () => {
    const host = essai("suivi-nord.xlsx");
    const twice = rowOf(host, LILLE) + 1;
    poser(host, SUIVI, twice, 1, LILLE);
    expect(enregistre(host, DECISION)).toMatchObject({
      kind: "refus",
      message: expect.stringContaining(`${twice - 1} et ${twice}`),
    });
  });

  it("adds rows below the last one; codes and hostile texts stay texts", () => {
    const host = essai("suivi-nord.xlsx");
    const last = lignes(host, SUIVI).length;
    done(enregistre(host, NOUVEAU));
    expect(host.display(SUIVI)[last]?.slice(0, 4)).toEqual([
      "9000001",
      '=HYPERLINK("x")',
      "",
      "01004",
    ]);
    expect(host.display(SUIVI)[last + 1]?.[11]).toBe("01/06/2021");
  });

  it("costs the same calls for many fields of a row as for few", () => {
    const calls = [1, 3].map((most) => {
      const host = essai("suivi-nord.xlsx");
      enregistre(host, { ...DECISION, ecritures: DECISION.ecritures.slice(0, 1) });
      host.ledger.reset();
      enregistre(host, {
        onglet: SUIVI,
        ecritures: (["etat", "date_decision", "montant_accorde"] as const)
          .slice(0, most)
          .map((champ, index) => ({
            numero: LILLE,
            champ,
            apres: [`Retenu`, { jour: "2021-05-01" }, 1_000][index] ?? "",
          })),
      });
      return host.ledger.total;
    });
    expect((calls[1] ?? 0) - (calls[0] ?? 0)).toBeLessThanOrEqual(1);
  });
});

describe("annulerLot", () => {
  it.each([
    ["a decision", DECISION],
    ["new dossiers", NOUVEAU],
  ])("gives every cell back as it was, type and all: %s", (_, demande) => {
    const host = essai("suivi-nord.xlsx");
    const before = contents(host, ["Annulation", "Journal"]);
    const { lot } = done(enregistre(host, demande));
    expect(contents(host, ["Annulation", "Journal"])).not.toEqual(before);
    done(annule(host, lot));
    expect(contents(host, ["Annulation", "Journal"])).toEqual(before);
    expect(plain(host.display("Journal").at(-1)?.slice(4, 7).join(" "))).toContain("annulé");
  });

  it("undoes nothing where somebody changed a cell since, and says which", () => {
    const host = essai("suivi-nord.xlsx");
    const { lot } = done(enregistre(host, DECISION));
    const row = rowOf(host, LILLE);
    poser(host, SUIVI, row, 16, 61_000);
    const before = contents(host);
    const result = annule(host, lot);
    expect(result.kind).toBe("conflit");
    expect(plain("message" in result && result.message)).toContain(
      "dossier 4210507, Montant accordé : écrit « 60 000 € », maintenant « 61 000 € »",
    );
    expect(contents(host)).toEqual(before);
  });

  it("does not take away a row in which the référent typed since", () => {
    const host = essai("suivi-nord.xlsx");
    const { lot } = done(enregistre(host, NOUVEAU));
    const row = rowOf(host, "9000002");
    poser(host, SUIVI, row, 23, "rappeler le maire");
    expect(annule(host, lot)).toMatchObject({ kind: "conflit" });
    expect(value(host, "9000001", 4)).toBe("01004");
  });

  it("says that an unknown batch can't be undone", () => {
    expect(annule(essai("suivi-nord.xlsx"), "20200101")).toMatchObject({ kind: "refus" });
  });
});

/** Number of service calls of a run, to let each of them fail in turn. */
function callsOf(demande: Demande): number {
  const host = essai("suivi-nord.xlsx");
  host.ledger.reset();
  enregistre(host, demande);
  return host.ledger.total;
}

it("rows added by a run cut short keep what the référent typed in them since", () => {
  const host = essai("suivi-nord.xlsx");
  const watched = essaiSur(host);
  let writes = 0;
  watched.ledger.beforeCall = (name) => {
    if (name === "Range.setValues") writes += 1;
  };
  enregistre(watched, NOUVEAU);
  host.ledger.beforeCall = (name) => {
    if (name === "Range.setValues") writes -= 1;
    if (writes === 0) throw new Error("Exceeded maximum execution time");
  };
  expect(() => enregistre(host, NOUVEAU)).toThrow(/Exceeded/);
  host.ledger.beforeCall = undefined;
  const row = rowOf(host, "9000001");
  poser(host, SUIVI, row, 23, "rappeler le maire");
  poser(host, SUIVI, row + 2, 1, "9000009");
  const next = essaiSur(host);
  enregistre(next, DECISION);
  expect(lignes(next, SUIVI)[row - 1]?.[22]).toBe("rappeler le maire");
  expect(rowOf(next, "9000002")).toBe(0);
  expect(rowOf(next, "9000009")).toBe(row + 1);
});

describe.each([
  ["a decision", DECISION],
  ["new dossiers", NOUVEAU],
])("a service fails during %s", (_, demande) => {
  const start = essai("suivi-nord.xlsx");
  const whole = essai("suivi-nord.xlsx");
  enregistre(whole, demande);
  const after = contents(whole);
  const all = Array.from({ length: callsOf(demande) }, (__, call) => call);

  it.each(["alone", "and all that follow"])(
    "each call %s: as before or whole, and again completes",
    (how) => {
      expect(all.length).toBeGreaterThan(10);
      for (const failed of all) {
        const host = essaiSur(start);
        host.ledger.reset();
        host.ledger.beforeCall = (__, call) => {
          if (call === failed || (how !== "alone" && call > failed))
            throw new Error("Service failed");
        };
        try {
          enregistre(host, demande);
        } catch {
          // what stands afterwards is what counts
        }
        host.ledger.beforeCall = undefined;
        const again = essaiSur(host);
        const result = enregistre(again, demande);
        if (result.kind === "refus") expect(result.message, `call ${failed}`).toContain("est déjà");
        expect(contents(again), `call ${failed}`).toEqual(after);
      }
    },
  );
});

describe("rows are sorted by hand during the write", () => {
  it.each(Array.from({ length: callsOf(DECISION) }, (_, call) => call))(
    "before call %i: each value ends on its own dossier, no other row changes",
    (at) => {
      const host = essai("suivi-nord.xlsx");
      const start = byNumber(host);
      host.ledger.reset();
      let sorted = false;
      host.ledger.beforeCall = (_, call) => {
        if (call !== at || sorted) return;
        sorted = true;
        reverse(host);
      };
      done(enregistre(host, DECISION));
      const expected = new Map(start);
      expected.set(
        ARMENTIERES,
        change(start.get(ARMENTIERES), { 14: "Retenu", 15: serie("2021-07-09"), 16: 50_000 }),
      );
      expected.set(LILLE, change(start.get(LILLE), { 16: 60_000 }));
      expect(byNumber(host)).toEqual(expected);
    },
  );
});

type Row = readonly unknown[];

function change(row: Row | undefined, values: Readonly<Record<number, unknown>>): Row {
  return (row ?? []).map((cell, index) => values[index + 1] ?? cell);
}

function byNumber(host: Host): ReadonlyMap<string, Row> {
  const width = lignes(host, SUIVI)[0]?.length ?? 0;
  return new Map(
    lignes(host, SUIVI)
      .slice(1)
      .map((row) => [
        String(row[0]),
        Array.from({ length: width }, (_, index) => row[index] ?? null),
      ]),
  );
}

/** Turns the rows upside down, as a sort by a person does. */
function reverse(host: Host): void {
  const rows = lignes(host, SUIVI).slice(1);
  const width = lignes(host, SUIVI)[0]?.length ?? 0;
  const contentsOf = rows.map((_, row) =>
    Array.from({ length: width }, (__, column) =>
      host.workbook.content(SUIVI, row + 2, column + 1),
    ),
  );
  contentsOf.reverse();
  host.workbook.write(
    { sheet: SUIVI, row: 2, column: 1, rows: rows.length, columns: width },
    (row, column) => contentsOf[row]?.[column],
  );
}
