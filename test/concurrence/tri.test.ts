import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Value } from "../../local/engine/types.js";
import { type Atelier, atelier, type Reponse } from "../app/aides/atelier.js";
import { COMITE, type Fiche, seance } from "../app/aides/comite.js";
import { apercevoir, appliquer, depose, exportDe } from "../app/aides/import.js";
import { FAVORABLE } from "../faults/bases.js";
import { HEADER, NUMEROS, parNumero, TAB, trier } from "./marne.js";

const NOUVEAUX = ["4399991", "4399992", "4399993"];
const PERSONS = 10;
const TURNS = 120;

interface Turn {
  readonly who: number;
  readonly what: "decide" | "import" | "note";
  readonly numero: number;
  readonly milliers: number;
  /** Before which calls of the action somebody sorts the sheet, by which column. */
  readonly tris: readonly (readonly [call: number, by: number])[];
}

const turns = fc.array(
  fc.record({
    who: fc.nat({ max: PERSONS - 1 }),
    what: fc.constantFrom("decide", "decide", "import", "note"),
    numero: fc.nat({ max: NUMEROS.length - 1 }),
    milliers: fc.integer({ min: 4, max: 9 }),
    tris: fc.array(fc.tuple(fc.nat({ max: 25 }), fc.nat({ max: 8 })), { maxLength: 2 }),
  }),
  { minLength: TURNS, maxLength: TURNS },
) as fc.Arbitrary<Turn[]>;

/** An action with the sheet sorted before some of its calls; what it answers, or how it refuses. */
function sorted(person: Atelier, { tris }: Turn, act: () => Reponse): Reponse {
  let calls = 0;
  person.host.ledger.beforeCall = () => {
    const at = calls++;
    for (const [call, by] of tris) if (call === at) trier(person, by, by % 2 === 0 ? 1 : -1);
  };
  try {
    return act();
  } catch (error) {
    return { kind: "erreur", message: (error as Error).message };
  } finally {
    person.host.ledger.beforeCall = undefined;
  }
}

describe("ten référents who decide, score and import while the sheet is sorted by hand", () => {
  const [script = []] = fc.sample(turns, { seed: 2_108, numRuns: 1 });
  const first = atelier(seance("suivi-marne.xlsx").host.workbook.snapshot());
  const { host } = first;
  const persons = Array.from({ length: PERSONS }, (_, index) =>
    atelier(undefined, { workbook: host.workbook, user: `referent${index}@prefecture.test` }),
  );
  const headers = (host.values(TAB)[HEADER - 1] ?? []).map(String);
  const at = (entete: string) => headers.indexOf(entete);
  const byNumber = () => parNumero(first);

  const before = byNumber();
  const expected = new Map<string, Map<string, Value>>(
    [...before].map(([numero, row]) => [
      numero,
      new Map(headers.map((entete, column) => [entete, row[column] ?? null])),
    ]),
  );
  const answers: Record<string, number> = {};
  const failures: string[] = [];
  const count = (turn: Turn, { kind, message }: Reponse) => {
    const key = `${turn.what} ${kind}`;
    answers[key] = (answers[key] ?? 0) + 1;
    if (kind === "erreur") failures.push(String(message));
  };

  for (const turn of script) {
    const person = persons[turn.who] ?? first;
    const numero = NUMEROS[turn.numero] ?? "";
    const montant = turn.milliers * 1_000;
    if (turn.what === "import") {
      const nouveau = NOUVEAUX[turn.numero] ?? "";
      const apercu = apercevoir(
        person,
        exportDe([depose(numero, { "Coût total": `${montant * 3}` }), depose(nouveau)]),
      );
      const cases = [{ numero, champ: "cout", ecrire: true } as const];
      const answer = sorted(
        person,
        turn,
        () => appliquer(person, apercu, { cases }) as unknown as Reponse,
      );
      count(turn, answer);
      if (answer.kind !== "fait") continue;
      expected.get(numero)?.set("Coût global", montant * 3);
      if (!expected.has(nouveau)) expected.set(nouveau, new Map());
      continue;
    }
    const { vu, criteres } = person.api("apiComiteDossier", { numero, comite: COMITE }) as Fiche;
    const demande = { numero, comite: COMITE, vu };
    if (turn.what === "note") {
      const [{ code } = { code: "" }] = criteres;
      const notes = [{ code, note: 1, justification: `${turn.milliers}` }];
      count(
        turn,
        sorted(person, turn, () => person.api("apiComiteNoter", { ...demande, notes })),
      );
      continue;
    }
    const decision = { ...FAVORABLE, montant: montant * 100 };
    const answer = sorted(person, turn, () =>
      person.api("apiComiteDecider", { ...demande, decision, notes: [] }),
    );
    count(turn, answer);
    if (answer.kind === "fait") expected.get(numero)?.set("Subvention État", montant);
  }

  it("much was done in spite of it all, and what was not was said in French", () => {
    expect(answers["decide fait"], JSON.stringify(answers)).toBeGreaterThan(10);
    expect(answers["import fait"], JSON.stringify(answers)).toBeGreaterThan(3);
    expect(answers["note fait"], JSON.stringify(answers)).toBeGreaterThan(3);
    expect(answers["decide change"], JSON.stringify(answers)).toBeGreaterThan(0);
    expect(
      failures.filter((message) => !/recommencez|relancez|réessayez|triée?/.test(message)),
    ).toEqual([]);
  });

  it("no dossier is lost, made twice or mixed with another", () => {
    const after = host
      .values(TAB)
      .slice(HEADER)
      .map(([numero]) => String(numero ?? ""))
      .filter((numero) => numero !== "");
    expect([...after].sort()).toEqual([...expected.keys()].sort());
    for (const [numero, row] of byNumber()) {
      const own = before.get(numero);
      if (!own) continue;
      for (const entete of ["Porteur", "Code INSEE", "Intitulé du projet", "Montant sollicité"]) {
        expect(row[at(entete)], `${numero} ${entete}`).toEqual(own[at(entete)]);
      }
    }
  });

  it("each cell holds what was last recorded, and nothing that was refused", () => {
    for (const [numero, row] of byNumber()) {
      for (const entete of ["Subvention État", "Coût global"]) {
        const wanted = expected.get(numero)?.get(entete);
        if (wanted !== undefined) expect(row[at(entete)], `${numero} ${entete}`).toEqual(wanted);
      }
    }
  });

  it("the Journal is a chain for each amount, and no line is there twice", () => {
    const lines = host.values("Journal").slice(1);
    for (const champ of ["Montant accordé", "Coût total"]) {
      for (const numero of NUMEROS) {
        const own = lines.filter((row) => row[3] === numero && row[4] === champ);
        expect(own.slice(1).map((row) => row[5])).toEqual(own.slice(0, -1).map((row) => row[6]));
      }
    }
    const keys = lines.map((row) => JSON.stringify(row.slice(3, 8)));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
