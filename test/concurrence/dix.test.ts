import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Atelier, atelier, plain } from "../app/aides/atelier.js";
import { decider, ficheDe, seance } from "../app/aides/comite.js";

const TAB = "Dossiers 2021";
const NUMEROS = ["4307173", "4306077", "4305255"];
const PERSONS = 10;
const TURNS = 150;

const BASE = seance("suivi-marne.xlsx").host.workbook.snapshot();

interface Turn {
  readonly who: number;
  readonly numero: string;
  readonly what: "look" | "decide" | "sort";
  readonly montant: number;
}

const turns = fc.array(
  fc.record({
    who: fc.nat({ max: PERSONS - 1 }),
    numero: fc.constantFrom(...NUMEROS),
    what: fc.constantFrom("look", "decide", "decide", "sort"),
    montant: fc.integer({ min: 1, max: 9 }).map((thousands) => thousands * 100_000),
  }),
  { minLength: TURNS, maxLength: TURNS },
) as fc.Arbitrary<Turn[]>;

/** Sorts the rows by a column, as a person does in the middle of it all. */
function sort({ host }: Atelier, by: number): void {
  const rows = host.values(TAB).slice(3);
  const width = Math.max(...host.values(TAB).map((row) => row.length));
  const order = rows
    .map((row, index) => ({ key: String(row[by] ?? ""), index }))
    .sort((a, b) => a.key.localeCompare(b.key));
  const contents = order.map(({ index }) =>
    Array.from({ length: width }, (_, column) => host.workbook.content(TAB, index + 4, column + 1)),
  );
  host.workbook.write(
    { sheet: TAB, row: 4, column: 1, rows: rows.length, columns: width },
    (row, column) => contents[row]?.[column],
  );
}

describe("ten référents in one workbook, each on what was last seen", () => {
  const [script = []] = fc.sample(turns, { seed: 1_707, numRuns: 1 });
  const first = atelier(BASE);
  const { workbook } = first.host;
  const persons = Array.from({ length: PERSONS }, (_, index) =>
    atelier(undefined, { workbook, user: `referent${index}@prefecture.test` }),
  );
  const seen = new Map<string, unknown>();
  const known = new Map<string, number>();
  const answers = { fait: 0, conflit: 0, refuse: 0 };

  for (const { who, numero, what, montant } of script) {
    const person = persons[who];
    if (!person) continue;
    const key = `${who} ${numero}`;
    if (what === "sort") sort(person, who % 5);
    else if (what === "look" || !seen.has(key)) {
      seen.set(key, ficheDe(person, numero).vu);
    } else {
      const answer = decider(person, numero, { montant }, { vu: seen.get(key) });
      if (answer.kind === "fait") {
        known.set(numero, montant);
        answers.fait += 1;
      } else if ("differences" in answer) answers.conflit += 1;
      else answers.refuse += 1;
    }
  }

  it("some decisions were taken, and some met another's", () => {
    expect(answers.fait).toBeGreaterThan(2);
    expect(answers.conflit).toBeGreaterThan(2);
  });

  it("the sheet holds the last decision that was recorded, and none that was not", () => {
    const granted = (first.host.values(TAB)[2] ?? []).indexOf("Subvention État");
    for (const [numero, montant] of known) {
      const row = first.host.values(TAB).find(([cell]) => String(cell) === numero);
      expect(row?.[granted], numero).toBe(montant / 100);
    }
  });

  it("the Journal is a chain: each line starts from what the one before left, none twice", () => {
    const lines = first.host
      .values("Journal")
      .filter((row) => plain(row[2]) === "Comité : décision" && row[4] === "Montant accordé");
    for (const numero of NUMEROS) {
      const own = lines.filter((row) => row[3] === numero);
      expect(own.slice(1).map((row) => row[5])).toEqual(own.slice(0, -1).map((row) => row[6]));
    }
    const keys = first.host.values("Journal").map((row) => JSON.stringify(row.slice(3, 8)));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
