import { describe, expect, it } from "vitest";
import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Value } from "../../local/engine/types.js";
import { type Atelier, atelier, type Reponse } from "../app/aides/atelier.js";
import { decider, ficheDe, seance } from "../app/aides/comite.js";
import { apercevoir, appliquer, depose, exportDe } from "../app/aides/import.js";
import { poser } from "../app/aides/poser.js";

const TAB = "Dossiers 2021";
const HEADER = 3;
/** In Marne, neither decided: 9 600 € and 15 100 € asked. */
const SUIPPES = "4307173";
const PRUNAY = "4306077";
/** An export with Prunay's cost changed and one dossier more. */
const NOUVEAU = "4399999";
const IMPORT = exportDe([depose(PRUNAY, { "Coût total": "31000" }), depose(NOUVEAU)]);
const COUT = { cases: [{ numero: PRUNAY, champ: "cout", ecrire: true }] } as const;
const NOTE = "Observations tapées pendant l’enregistrement";

/** An envelope that has room for one of the two grants. */
const BASE: WorkbookSnapshot = (() => {
  const { host, api } = seance("suivi-marne.xlsx");
  const [{ accorde = 0 } = {}] = api("apiComiteOuvrir").enveloppes as { accorde?: number }[];
  const rows = host.values("Paramètres");
  const row = rows.findIndex(([cle]) => cle === "MARNE-V1.enveloppe") + 1;
  const area = { sheet: "Paramètres", row, column: 2, rows: 1, columns: 1 };
  host.workbook.write(area, () => ({ kind: "value", value: accorde / 100 + 10_000 }));
  return host.workbook.snapshot();
})();

const vu = (opened: Atelier, numero: string) => ficheDe(opened, numero).vu;

const decide = (opened: Atelier, numero: string, montant: number, seen = vu(opened, numero)) =>
  decider(opened, numero, { montant }, { vu: seen });

/** Two people in front of one and the same workbook: each lock is seen by the other. */
function deux(): { first: Atelier; second: Atelier } {
  const first = atelier(BASE);
  const second = atelier(undefined, {
    workbook: first.host.workbook,
    user: "autre@prefecture.test",
  });
  return { first, second };
}

/** What one person gets while the other's run stands where it stands. */
function meanwhile({ first, second }: ReturnType<typeof deux>, act: () => Reponse): string {
  const own = second.host.locks.get("document");
  if (own) own.heldElsewhere = first.host.locks.get("document")?.held ?? false;
  try {
    return act().kind;
  } catch (error) {
    return (error as Error).message;
  }
}

const byNumber = ({ host }: Atelier) =>
  new Map(
    host
      .values(TAB)
      .slice(HEADER)
      .map((row) => [String(row[0]), row]),
  );

function cell({ host }: Atelier, numero: string, entete: string): Value {
  const column = (host.values(TAB)[HEADER - 1] ?? []).indexOf(entete);
  return byNumber({ host } as Atelier).get(numero)?.[column] ?? null;
}

const journaled = ({ host }: Atelier, numero: string, champ: string) =>
  host.values("Journal").filter((row) => row[3] === numero && row[4] === champ);

const CALLS = (() => {
  const { first } = deux();
  const seen = vu(first, SUIPPES);
  expect(decide(first, SUIPPES, 600_000, seen).kind).toBe("fait");
  return first.host.ledger.total;
})();

/** Lets something happen once, just before a call of the first person's decision. */
function during(at: number, pair: ReturnType<typeof deux>, act: () => void): Reponse {
  const { first } = pair;
  const seen = vu(first, SUIPPES);
  let done = false;
  first.host.ledger.beforeCall = (_, call) => {
    if (call !== at || done) return;
    done = true;
    act();
  };
  const answer = decide(first, SUIPPES, 600_000, seen);
  first.host.ledger.beforeCall = undefined;
  expect(done).toBe(true);
  return answer;
}

describe.each(Array.from({ length: CALLS }, (_, call) => call))(
  "before call %i of a decision",
  (at) => {
    it("another decision is refused or whole, and the envelope holds", () => {
      const pair = deux();
      const { first, second } = pair;
      const seen = vu(second, PRUNAY);
      let said = "";
      const answer = during(at, pair, () => {
        said = meanwhile(pair, () => decide(second, PRUNAY, 600_000, seen));
      });
      const both = [
        [SUIPPES, answer.kind === "fait"],
        [PRUNAY, said === "fait"],
      ] as const;
      for (const [numero, done] of both) {
        expect(cell(first, numero, "Subvention État")).toBe(done ? 6_000 : null);
        expect(journaled(first, numero, "Montant accordé").length).toBe(done ? 1 : 0);
      }
      expect(both.filter(([, done]) => done).length).toBe(1);
      if (answer.kind === "fait") expect(said).toContain("Une autre personne enregistre");
    });

    it("another's import is refused or whole, and so is the decision", () => {
      const pair = deux();
      const { first, second } = pair;
      const apercu = apercevoir(second, IMPORT);
      let said = "";
      const answer = during(at, pair, () => {
        said = meanwhile(pair, () => appliquer(second, apercu, COUT) as unknown as Reponse);
      });
      const imported = said === "fait";
      if (!imported) expect(said).toContain("Une autre personne enregistre");
      expect(byNumber(first).has(NOUVEAU)).toBe(imported);
      expect(cell(first, PRUNAY, "Coût global")).toBe(imported ? 31_000 : 18_900);
      const done = answer.kind === "fait";
      expect(cell(first, SUIPPES, "Subvention État")).toBe(done ? 6_000 : null);
      expect(journaled(first, SUIPPES, "Montant accordé").length).toBe(done ? 1 : 0);
      expect(journaled(first, NOUVEAU, "Dossier").length).toBeLessThanOrEqual(1);
    });

    it("what a person types beside it stays", () => {
      const pair = deux();
      const { host } = pair.first;
      const entetes = host.values(TAB)[HEADER - 1] ?? [];
      const column = entetes.length + 2;
      const row = host.values(TAB).findIndex(([numero]) => String(numero) === SUIPPES) + 1;
      during(at, pair, () => {
        poser(host, TAB, row, column, NOTE);
      });
      expect(host.calculator.value(TAB, row, column)).toBe(NOTE);
      expect(cell(pair.first, SUIPPES, "Subvention État")).toBe(6_000);
    });

    it("rows sorted by hand keep what is theirs", () => {
      const pair = deux();
      const { host } = pair.first;
      const before = byNumber(pair.first);
      const answer = during(at, pair, () => reverse(pair.first));
      const after = byNumber(pair.first);
      expect(after.size).toBe(before.size);
      for (const [numero, row] of before) {
        if (numero === SUIPPES) continue;
        expect(after.get(numero)?.slice(0, row.length), numero).toEqual(row);
      }
      expect(cell(pair.first, SUIPPES, "Subvention État")).toBe(
        answer.kind === "fait" ? 6_000 : null,
      );
      expect(host.values("Journal").length).toBeGreaterThan(1);
    });
  },
);

/** Turns the rows of dossiers upside down, as a sort by a person does: it takes no lock. */
function reverse({ host }: Atelier): void {
  const all = host.values(TAB);
  const width = Math.max(...all.map((row) => row.length));
  const rows = all.length - HEADER;
  const contents = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      host.workbook.content(TAB, HEADER + row + 1, column + 1),
    ),
  ).reverse();
  host.workbook.write(
    { sheet: TAB, row: HEADER + 1, column: 1, rows, columns: width },
    (row, column) => contents[row]?.[column],
  );
}
