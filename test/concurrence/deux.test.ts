import { describe, expect, it } from "vitest";
import { type Atelier, atelier, type Reponse } from "../app/aides/atelier.js";
import { decider, ficheDe } from "../app/aides/comite.js";
import { apercevoir, appliquer, depose, exportDe } from "../app/aides/import.js";
import { poser } from "../app/aides/poser.js";
import { enveloppeAvec, HEADER, NUMEROS, parNumero, ranger, TAB, valeur } from "./marne.js";

const [SUIPPES, PRUNAY] = NUMEROS;
/** An export with Prunay's cost changed and one dossier more. */
const NOUVEAU = "4399999";
const IMPORT = exportDe([depose(PRUNAY, { "Coût total": "31000" }), depose(NOUVEAU)]);
const COUT = { cases: [{ numero: PRUNAY, champ: "cout", ecrire: true }] } as const;
const NOTE = "Observations tapées pendant l’enregistrement";

/** An envelope that has room for one of the two grants. */
const BASE = enveloppeAvec(10_000);

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
        expect(valeur(first, numero, "Subvention État")).toBe(done ? 6_000 : null);
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
      expect(parNumero(first).has(NOUVEAU)).toBe(imported);
      expect(valeur(first, PRUNAY, "Coût global")).toBe(imported ? 31_000 : 18_900);
      const done = answer.kind === "fait";
      expect(valeur(first, SUIPPES, "Subvention État")).toBe(done ? 6_000 : null);
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
      expect(valeur(pair.first, SUIPPES, "Subvention État")).toBe(6_000);
    });

    it("rows sorted by hand keep what is theirs", () => {
      const pair = deux();
      const { host } = pair.first;
      const before = parNumero(pair.first);
      const answer = during(at, pair, () => reverse(pair.first));
      const after = parNumero(pair.first);
      expect(after.size).toBe(before.size);
      for (const [numero, row] of before) {
        if (numero === SUIPPES) continue;
        expect(after.get(numero)?.slice(0, row.length), numero).toEqual(row);
      }
      expect(valeur(pair.first, SUIPPES, "Subvention État")).toBe(
        answer.kind === "fait" ? 6_000 : null,
      );
      expect(host.values("Journal").length).toBeGreaterThan(1);
    });
  },
);

/** Turns the rows of dossiers upside down. */
function reverse(opened: Atelier): void {
  ranger(opened, (rows) => rows.map((_, index) => rows.length - 1 - index));
}
