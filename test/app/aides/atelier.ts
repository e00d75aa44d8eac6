import type { WorkbookModel } from "../../../local/engine/model/index.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../local/engine/snapshot.js";
import type { Value } from "../../../local/engine/types.js";
import { type Answer, createHost, type Host, scriptedUi } from "../../../local/host/index.js";
import { loadDist } from "../../../local/load-dist.js";
import { TRACKING_WORKBOOKS } from "../../../scripts/example-data/tracking.js";

export const REFERENT = "referent@prefecture.test";

/** The script's clock, stopped: `new Date()` is what a test says. */
export function stopped(now: number): string {
  return `var Date = (function (Real) {
  class Stopped extends Real {
    constructor(...given) { super(...(given.length === 0 ? [${now}] : given)); }
    static now() { return ${now}; }
  }
  return Stopped;
})(Date);\n`;
}

const dist = await loadDist();

/** A person in front of a workbook with the built bundle in it. */
export interface Atelier {
  readonly host: Host;
  /** Presses a line of the menu FITN7 (`Rapports ▸ Marquer comme transmis`) and answers its dialogs; gives what they said, spaces made plain. */
  readonly clic: (ligne: string, ...reponses: Answer[]) => string[];
  /** Calls an entry as a page does; service calls are counted from nothing. */
  readonly api: (entree: string, demande?: unknown) => Reponse;
}

export type Reponse = Readonly<Record<string, unknown>> & { readonly kind: string };

export interface Options {
  /** Instant of the run, ISO. */
  readonly le?: string;
  readonly user?: string;
  /** A workbook that another host works on too, in place of a snapshot. */
  readonly workbook?: WorkbookModel;
  /** Time zone of the script. */
  readonly timeZone?: string;
}

/** Opens a workbook as a référent does. */
export function atelier(snapshot?: WorkbookSnapshot, options: Options = {}): Atelier {
  const { le = "2021-07-15T08:30:12Z", user = REFERENT, timeZone = "Europe/Paris" } = options;
  const now = Date.parse(le);
  const ui = scriptedUi();
  const host = createHost({
    code: stopped(now) + dist.code,
    html: dist.html,
    ...(snapshot && { snapshot }),
    ...(options.workbook && { workbook: options.workbook }),
    ui,
    user,
    timeZone,
    now: () => now,
  });
  host.open();
  return {
    host,
    clic: (ligne, ...reponses) => {
      const before = ui.shown.length;
      ui.answers.push(...reponses);
      host.ledger.reset();
      host.click("FITN7", ...ligne.split(" ▸ "));
      return ui.shown.slice(before).map((shown) => ("text" in shown ? plain(shown.text) : ""));
    },
    api: (entree, demande = {}) => {
      host.ledger.reset();
      return host.callFromPage(entree, demande) as Reponse;
    },
  };
}

export const SUIVIS = ["suivi-nord.xlsx", "suivi-marne.xlsx", "suivi-seine-et-marne.xlsx"] as const;
export type NomSuivi = (typeof SUIVIS)[number];

/** A tracking workbook of the example data, as read from its file. */
export function suivi(nom: NomSuivi): WorkbookSnapshot {
  const make = TRACKING_WORKBOOKS[nom];
  if (!make) throw new Error(nom);
  return make();
}

/** The guichet that each example préfecture works under. */
export const GUICHET: Readonly<Record<NomSuivi, string>> = {
  "suivi-nord.xlsx": "HDF",
  "suivi-marne.xlsx": "MARNE-V1",
  "suivi-seine-et-marne.xlsx": "IDF-V1",
};

/** A tracking workbook where the add-in is installed and its guichet chosen. */
export function installe(nom: NomSuivi, options: Options = {}): Atelier {
  const opened = atelier(suivi(nom), options);
  opened.api("apiInstaller", { guichet: GUICHET[nom] });
  return opened;
}

/** No-break spaces made plain. */
export function plain(text: unknown): string {
  return String(text).replace(/[\u00a0\u202f]/g, " ");
}

/** The tabs of a workbook by name, contents and looks. */
export function onglets(host: Host): ReadonlyMap<string, SheetSnapshot> {
  return new Map(host.workbook.snapshot().sheets.map((sheet) => [sheet.name, sheet]));
}

/** The named tabs alone, to compare before and after. */
export function seulement(
  host: Host,
  keep: (nom: string) => boolean,
): Readonly<Record<string, SheetSnapshot>> {
  return Object.fromEntries([...onglets(host)].filter(([nom]) => keep(nom)));
}

/** Calls that change something, of those just counted. */
export function ecritures({ ledger }: Host): readonly string[] {
  return Object.keys(ledger.calls).filter(
    (name) => !/\.(get\w*|tryLock|hasLock|releaseLock|flush)$/.test(name),
  );
}

/** Value of a cell such as `B7`. */
export function valeur({ calculator }: Host, nom: string, adresse: string): Value {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(adresse) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return calculator.value(nom, Number(row), column);
}

/** Formula of a cell as stored; "" where it has none. */
export function formuleDe({ workbook }: Host, nom: string, row: number, column: number): string {
  const content = workbook.content(nom, row, column);
  return content?.kind === "formula" ? content.text : "";
}

/** The rows of a tab down to the last that shows something: a spilled formula goes on with empty texts. */
export function lignes(host: Host, nom: string): readonly (readonly Value[])[] {
  const rows = host.values(nom);
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== null && cell !== ""));
  return rows.slice(0, last + 1);
}
