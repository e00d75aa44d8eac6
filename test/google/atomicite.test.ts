import { describe, expect, it } from "vitest";
import type { SheetSnapshot } from "../../local/engine/snapshot.js";
import type { Host } from "../../local/host/index.js";
import { atelier, onglets } from "../app/aides/atelier.js";
import { classeur, jour, onglet } from "../app/aides/saisie.js";

const MOIS = "DITP 2021-06";
const demande = { mois: "2021-06" };
const ENTETES = ["N° dossier", "Porteur", "État", "Montant accordé", "Date de fin", "Décidé le"];

/** A workbook with a list already made, and since then one more lauréat. */
const BOOK = (() => {
  const line = ["1", "Ville d’Exemple", "Retenu", 12_000, jour("2022-03-31"), jour("2021-06-10")];
  const settings = [
    ["Clé", "Valeur"],
    ["guichet", "HDF"],
    ["onglet_dossiers", "Suivi"],
  ];
  const sheets = [onglet("Suivi", [ENTETES, line]), onglet("Paramètres", settings)];
  const { host, api } = atelier(classeur([...sheets, onglet("À moi", [["ne pas toucher"]])]));
  api("apiRapportDitp", demande);
  const second = ["2", "Bourg d’Exemple", "Retenu", 7_000];
  host.workbook.write({ sheet: "Suivi", row: 3, column: 1, rows: 1, columns: 4 }, (_, column) => ({
    kind: "value",
    value: second[column] ?? "",
  }));
  return host.workbook.snapshot();
})();

function withFormerList() {
  const opened = atelier(BOOK);
  return { ...opened, former: onglets(opened.host).get(MOIS) };
}

const reference = withFormerList();
reference.api("apiRapportDitp", demande);
const CALLS = reference.host.ledger.total;
const RENEWED = onglets(reference.host).get(MOIS);
const NAMES = reference.host.workbook.sheets.map((sheet) => sheet.name);

const others = (host: Host): readonly SheetSnapshot[] =>
  [...onglets(host).values()].filter(({ name }) => !name.startsWith(MOIS));

/** Lets service calls fail where `when` says so, as a quota or a network does. */
function failing(host: Host, when: (call: number) => boolean): void {
  host.ledger.beforeCall = (_, call) => {
    if (when(call)) throw new Error("Service Spreadsheets failed while accessing document");
  };
}

/** Whether a run ended well: a reading that failed once may have been made in another way. */
function finished(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

it("a run of the report makes enough calls for the cases below to mean something", () => {
  expect(CALLS).toBeGreaterThan(20);
  expect(RENEWED).not.toEqual(reference.former);
});

describe.each(Array.from({ length: CALLS }, (_, call) => call))("call %i fails", (failed) => {
  it("alone: the former list stands whole under its name, or the new one does", () => {
    const { host, api, former } = withFormerList();
    const before = others(host);
    failing(host, (call) => call === failed);
    const done = finished(() => api("apiRapportDitp", demande));
    const now = onglets(host).get(MOIS);
    if (done) expect(now).toEqual(RENEWED);
    else expect([former, RENEWED]).toContainEqual(now);
    expect(others(host)).toEqual(before);
    host.ledger.beforeCall = undefined;
    api("apiRapportDitp", demande);
    expect(host.workbook.sheets.map((sheet) => sheet.name)).toEqual(NAMES);
    expect(onglets(host).get(MOIS)).toEqual(RENEWED);
    expect(others(host)).toEqual(before);
  });

  it("and all that follow: nothing is lost, and the next run puts all right", () => {
    const { host, api, former } = withFormerList();
    const before = others(host);
    failing(host, (call) => call >= failed);
    // The last call gives the lock back: all is done by then.
    expect(finished(() => api("apiRapportDitp", demande))).toBe(failed === CALLS - 1);
    const kept = [...onglets(host).values()].filter(({ name }) => name.startsWith(MOIS));
    const contents = kept.map(({ cells }) => cells);
    expect(
      [former?.cells, RENEWED?.cells].some((cells) =>
        contents.some((found) => JSON.stringify(found) === JSON.stringify(cells)),
      ),
    ).toBe(true);
    expect(others(host)).toEqual(before);
    host.ledger.beforeCall = undefined;
    api("apiRapportDitp", demande);
    expect(host.workbook.sheets.map((sheet) => sheet.name)).toEqual(NAMES);
    expect(onglets(host).get(MOIS)).toEqual(RENEWED);
  });
});

describe("what a person sees of a failure", () => {
  it("is a dialog, and the lock is free for the next", () => {
    const { host, clic } = withFormerList();
    failing(host, (call) => call === CALLS - 12);
    const [, said] = clic("Rapport mensuel DITP", { text: "2021-06" });
    expect(said).toContain("Service Spreadsheets failed");
    host.ledger.beforeCall = undefined;
    expect(clic("Rapport mensuel DITP", { text: "2021-06" }).at(-1)).toContain("2 lauréats");
  });
});
