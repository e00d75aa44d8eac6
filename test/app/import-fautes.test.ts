import { describe, expect, it } from "vitest";
import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import type { Host } from "../../local/host/index.js";
import { type Atelier, atelier, onglets, seulement } from "./aides/atelier.js";
import {
  apercevoir,
  appliquer,
  depose,
  envois,
  exportDe,
  importer,
  ouvrir,
} from "./aides/import.js";
import { classeur, onglet } from "./aides/saisie.js";

const FIRST = exportDe([depose("1"), depose("2")]);
const LATER = {
  onglets: [
    ...exportDe([depose("1", { "Coût total": "31000" }), depose("2"), depose("3")]).onglets,
    {
      nom: "(12) Entreprises retenues",
      lignes: [
        ["Dossier ID", "Raison sociale", "SIRET", "Montant"],
        ["3", "Un (fictif)", "00010002400017", 5_000],
      ],
    },
  ],
};

/** Lets service calls fail where `when` says so, as a quota or a network does. */
function failing(host: Host, when: (call: number) => boolean): void {
  host.ledger.beforeCall = (_, call) => {
    if (when(call)) throw new Error("Service Spreadsheets failed while accessing document");
  };
}

/** What the préfecture sees: contents alone, since formats of empty cells carry nothing. */
const contents = ({ host }: Atelier) =>
  Object.fromEntries(
    Object.entries(
      seulement(
        host,
        (nom) => !/^(Journal|Annulation|Correspondances|Import en attente)/.test(nom),
      ),
    ).map(([nom, { cells }]) => [
      nom,
      cells
        .filter(({ content }) => content !== undefined)
        .map(({ row, column, content }) => [row, column, content])
        .sort(),
    ]),
  );

const BASE: WorkbookSnapshot = (() => {
  const headers = ["Mon avis", "N° DS", "Collectivité", "Coût global", "Date de dépôt", "Décision"];
  const opened = atelier(classeur([onglet("Suivi", [headers])]));
  opened.api("apiInstaller", { guichet: "HDF", onglet: "Suivi" });
  importer(opened, FIRST);
  return opened.host.workbook.snapshot();
})();

const staged = (() => {
  const opened = atelier(BASE);
  const apercu = apercevoir(opened, LATER);
  return { apercu, snapshot: opened.host.workbook.snapshot() };
})();

const reference = atelier(staged.snapshot);
const BEFORE = contents(reference);
const done = appliquer(reference, staged.apercu);
const CALLS = reference.host.ledger.total;
const AFTER = contents(reference);

it("an import makes enough calls for the cases below to mean something", () => {
  expect(done).toMatchObject({ kind: "fait", nouveaux: 1, changes: 1, entreprises: 1 });
  expect(CALLS).toBeGreaterThan(20);
  expect(AFTER).not.toEqual(BEFORE);
});

/** The import asked again by the person, until it is in. */
function again(opened: Atelier): void {
  opened.host.ledger.beforeCall = undefined;
  const [waiting] = ouvrir(opened).enAttente;
  if (!waiting) return;
  const apercu = opened.api("apiImportApercu", { lot: waiting.lot }) as never;
  expect(appliquer(opened, apercu)).toMatchObject({ kind: "fait" });
}

describe.each(Array.from({ length: CALLS }, (_, call) => call))("call %i fails", (failed) => {
  it("alone: all is in, or all is as before and the import waits", () => {
    const opened = atelier(staged.snapshot);
    failing(opened.host, (call) => call === failed);
    let answered = false;
    try {
      answered = appliquer(opened, staged.apercu).kind === "fait";
    } catch {
      answered = false;
    }
    const now = contents(opened);
    expect([BEFORE, AFTER]).toContainEqual(now);
    if (answered) expect(now).toEqual(AFTER);
    again(opened);
    expect(contents(opened)).toEqual(AFTER);
    expect(ouvrir(opened).enAttente).toEqual([]);
  });

  it("and all that follow: the next action puts things right", () => {
    const opened = atelier(staged.snapshot);
    failing(opened.host, (call) => call >= failed);
    try {
      appliquer(opened, staged.apercu);
    } catch {
      expect(opened.host.locks.get("document")?.held).toBe(false);
    }
    again(opened);
    expect(contents(opened)).toEqual(AFTER);
    expect(ouvrir(opened).enAttente).toEqual([]);
  });
});

describe("a chunk whose sending fails", () => {
  const bloc = envois(LATER)[0];
  const counted = atelier(BASE);
  counted.api("apiImportEtager", bloc);

  it.each(Array.from({ length: counted.host.ledger.total }, (_, call) => call))(
    "at call %i: sent again, it is stored once, hidden, and the sheet untouched",
    (failed) => {
      const opened = atelier(BASE);
      const before = contents(opened);
      failing(opened.host, (call) => call === failed);
      try {
        opened.api("apiImportEtager", bloc);
      } catch {
        expect(contents(opened)).toEqual(before);
      }
      opened.host.ledger.beforeCall = undefined;
      expect(opened.api("apiImportEtager", bloc)).toMatchObject({ recus: 4, manque: 4, total: 4 });
      const tabs = [...onglets(opened.host).values()];
      const waiting = tabs.filter(({ name }) => name.startsWith("Import en attente"));
      expect(waiting.map(({ hidden }) => hidden)).toEqual([true]);
      expect(contents(opened)).toEqual(before);
    },
  );
});
