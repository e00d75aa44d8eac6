import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { SheetSnapshot, WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { type Atelier, atelier } from "../app/aides/atelier.js";
import { inProject } from "../docs/documents.js";
import { ACTIONS, type Action, SANS_ECRITURE } from "./actions.js";
import { pannes } from "./points.js";

/** What the préfecture sees: a line for each filled cell of each tab that is not hidden. */
function contenus({ host }: Atelier, but: (line: string) => boolean = () => false) {
  return host.workbook
    .snapshot()
    .sheets.filter(({ hidden }) => !hidden)
    .flatMap(({ name, cells }) => [name, ...rows(cells).map((row) => `${name} ${row}`)])
    .filter((line) => !but(line));
}

/** Rows as texts, so that a difference shows where it is. */
function rows(cells: SheetSnapshot["cells"]): readonly string[] {
  const found = new Map<number, string[]>();
  for (const { row, column, content } of cells) {
    if (content === undefined) continue;
    const own = found.get(row) ?? [];
    own[column] = JSON.stringify(Object.values(content));
    found.set(row, own);
  }
  return [...found].sort(([a], [b]) => a - b).map(([row, own]) => `${row}: ${own.join(" ")}`);
}

const ouvre = (action: Action, snapshot: WorkbookSnapshot) =>
  atelier(snapshot, action.le === undefined ? {} : { le: action.le });

function tente(
  action: Action,
  opened: Atelier,
): { readonly kind?: string; readonly error?: string } {
  try {
    return { kind: action.fait(opened).kind };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** A person who is told that the sheet changed meanwhile looks, and asks again. */
const TRIES = 2;

const survived: Record<string, { appels: number; points: number }> = {};

describe.each(ACTIONS)("$nom", (action) => {
  const depart = action.depart();
  const reference = ouvre(action, depart);
  const before = contenus(reference, action.hors);
  const kind = tente(action, reference);
  const total = reference.host.ledger.total;
  const after = contenus(reference, action.hors);

  it("does what is asked when nothing fails", () => {
    expect(kind.error).toBeUndefined();
    expect(kind.kind).not.toBe("refus");
    expect(total).toBeGreaterThan(3);
    if (action.cachee) expect(after).toEqual(before);
    else expect(after).not.toEqual(before);
  });

  it.each(pannes(total, 7))("call $nom: as before or done, and again completes", ({ fails }) => {
    const opened = ouvre(action, depart);
    opened.host.ledger.beforeCall = (_, call) => {
      if (fails(call)) throw new Error("Service Spreadsheets failed while accessing document");
    };
    const said = tente(action, opened);
    opened.host.ledger.beforeCall = undefined;
    expect([...opened.host.locks.values()].some(({ held }) => held)).toBe(false);
    const now = contenus(opened, action.hors);
    if (said.kind === kind.kind) expect(now).toEqual(after);
    else if (JSON.stringify(now) !== JSON.stringify(after)) {
      const again = ouvre(action, opened.host.workbook.snapshot());
      for (let tries = 0; tries < TRIES && tente(action, again).kind !== kind.kind; tries += 1);
      expect(contenus(again, action.hors)).toEqual(after);
    }
    const entry = survived[action.nom] ?? { appels: total, points: 0 };
    survived[action.nom] = { ...entry, points: entry.points + 1 };
  });
});

it("every entry of a page stands in the table, or is known to write nothing", () => {
  const code = readFileSync(inProject("dist/Code.js"), "utf8");
  const entries = [...code.matchAll(/^function (api\w+)\(/gm)].map(([, name]) => name);
  const listed = [...ACTIONS.flatMap(({ entrees }) => entrees), ...SANS_ECRITURE];
  expect(entries.filter((name) => !listed.includes(name ?? ""))).toEqual([]);
});

afterAll(() => console.table(survived));
