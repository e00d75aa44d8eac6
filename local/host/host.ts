import { createCalculator, messageOf } from "../engine/formula/index.js";
import { displayCell, toSerial, WorkbookModel } from "../engine/model/index.js";
import type { WorkbookSnapshot } from "../engine/snapshot.js";
import type { Area, Calculator, CustomFunction, Value } from "../engine/types.js";
import {
  type CacheStore,
  createServices,
  inRealm,
  Ledger,
  type LockState,
  type Menu,
  OWN_REALM,
  type ServiceContext,
  select,
  selected,
  type UiPort,
} from "../services/index.js";
import { customFunction } from "./custom-function.js";
import type { Evaluate } from "./evaluate.js";
import { toPage, toServer } from "./remote.js";

export interface HostOptions {
  /** Text of `dist/Code.js`. */
  readonly code: string;
  readonly evaluate: Evaluate;
  /** Text of each HTML file, by its name with or without `.html`. */
  readonly html?: Readonly<Record<string, string>>;
  /** The workbook to work on; `snapshot` and an empty one are the other ways. */
  readonly workbook?: WorkbookModel;
  readonly snapshot?: WorkbookSnapshot;
  /** The person in front of the sheet; left out, `getUi` throws as in a run without one. */
  readonly ui?: UiPort;
  /** Address of the person who runs the script; blank where Google does not tell. */
  readonly user?: string;
  /** The person's own properties, where they outlive this host. */
  readonly userProperties?: Map<string, string>;
  /** Name of the spreadsheet. */
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Time zone of the script (the manifest's); the workbook has its own. */
  readonly timeZone?: string;
  readonly log?: (line: string) => void;
}

/** A spreadsheet with its script, in memory. */
export class Host {
  readonly workbook: WorkbookModel;
  readonly calculator: Calculator;
  readonly ledger = new Ledger();
  /** Locks by scope: set `heldElsewhere` to simulate another person's run. */
  readonly locks: ReadonlyMap<"document" | "script" | "user", LockState>;
  private readonly functions: ReadonlyMap<string, (...args: unknown[]) => unknown>;
  private readonly context: ServiceContext;
  private readonly services: Readonly<Record<string, object>>;
  private readonly menus = new Map<string, Menu>();

  constructor(options: HostOptions) {
    const now = options.now ?? Date.now;
    this.workbook =
      options.workbook ??
      (options.snapshot ? WorkbookModel.restore(options.snapshot) : emptyWorkbook());
    const cells = new Map<string, CustomFunction>();
    this.calculator = createCalculator(this.workbook, {
      functions: cells,
      now: () => toSerial(now(), this.workbook.timeZone),
      timeZone: () => this.workbook.timeZone,
      locale: () => this.workbook.locale,
    });
    this.workbook.subscribe((change) => {
      if (change.kind === "contents") this.calculator.changed(change.area);
      else if (change.kind === "structure") this.calculator.reset();
    });
    this.locks = new Map(
      (["document", "script", "user"] as const).map((scope) => [
        scope,
        { held: false, heldElsewhere: false },
      ]),
    );
    this.context = this.world(options, now);
    this.services = createServices(this.context);
    const { realm, functions } = options.evaluate(options.code, this.services);
    this.context.realm = realm;
    this.context.mode = "script";
    this.functions = functions;
    for (const [name, run] of functions) {
      if (!name.endsWith("_"))
        cells.set(name.toUpperCase(), customFunction(run, realm, this.context));
    }
    this.calculator.reset();
  }

  /** The menus that the script built, in the order of the menu bar. */
  get menu(): readonly Menu[] {
    return [...this.menus.values()];
  }

  /** Runs `onOpen` as Google does when a person opens the spreadsheet. */
  open(authMode: "NONE" | "LIMITED" | "FULL" = "LIMITED"): void {
    const { AuthMode } = this.services.ScriptApp as { AuthMode: Record<string, unknown> };
    const { SpreadsheetApp } = this.services as { SpreadsheetApp: { getActive(): unknown } };
    const event = { authMode: AuthMode[authMode], source: SpreadsheetApp.getActive() };
    this.context.mode = authMode === "NONE" ? "unauthorised" : "script";
    try {
      this.run("onOpen", [Object.assign(new this.context.realm.Object(), event)]);
    } finally {
      this.context.mode = "script";
    }
  }

  /**
   * Calls a top-level function of the script.
   * @throws an `Error` with the message of what the function threw
   */
  call(name: string, ...args: unknown[]): unknown {
    return inRealm(
      this.run(
        name,
        args.map((arg) => inRealm(arg, this.context.realm)),
      ),
      OWN_REALM,
    );
  }

  /** Calls a function as a page does by `google.script.run`; names that end in `_` are private. */
  callFromPage(name: string, ...args: unknown[]): unknown {
    if (name.endsWith("_")) throw new TypeError(`google.script.run.${name} is not a function`);
    const given = args.map((arg) => inRealm(toServer(arg), this.context.realm));
    return toPage(this.run(name, given));
  }

  /** Presses a line of a menu: `click("FITN7", "Installer le suivi")`, sub-menus in between. */
  click(...path: string[]): unknown {
    let entries = this.menus.get(path[0] ?? "")?.entries;
    for (const caption of path.slice(1, -1)) {
      const found = entries?.find(
        (entry) => entry.kind === "menu" && entry.menu.caption === caption,
      );
      entries = found?.kind === "menu" ? found.menu.entries : undefined;
    }
    const last = path.at(-1);
    const item = entries?.find((entry) => entry.kind === "item" && entry.caption === last);
    if (item?.kind !== "item") throw new Error(`Aucune ligne de menu : ${path.join(" ▸ ")}`);
    return this.call(item.functionName);
  }

  /** Puts the person on a range of a sheet, which scripts then read as the active one. */
  select(sheet: string, range = "A1"): void {
    select(this.context, sheet, range);
  }

  /** Where the person is, or where a script put them since. */
  get selected(): Area {
    return selected(this.context);
  }

  /** Values of a sheet from A1 to its last filled cell; dates are serial numbers. */
  values(sheet: string): Value[][] {
    const size = this.workbook.size(sheet);
    if (!size) throw new Error(`Aucun onglet « ${sheet} »`);
    const all = this.calculator.values({ sheet, row: 1, column: 1, ...sizeOf(size) });
    const rows = all.findLastIndex((row) => row.some((value) => value !== null)) + 1;
    const columns = all.reduce((most, row) => Math.max(most, filledTo(row)), 0);
    return all.slice(0, rows).map((row) => row.slice(0, columns));
  }

  /** The same cells as a person sees them. */
  display(sheet: string): string[][] {
    return this.values(sheet).map((row, atRow) =>
      row.map((value, atColumn) =>
        displayCell(this.workbook, this.calculator, value, sheet, atRow + 1, atColumn + 1),
      ),
    );
  }

  private run(name: string, args: unknown[]): unknown {
    const found = this.functions.get(name);
    if (!found) throw new Error(`Script function not found: ${name}`);
    try {
      return found(...args);
    } catch (error) {
      throw new Error(messageOf(error), { cause: error });
    } finally {
      for (const lock of this.locks.values()) lock.held = false;
    }
  }

  private withMenuBar(ui: UiPort): UiPort {
    const menu = (built: Menu) => {
      this.menus.set(built.caption, built);
      ui.menu(built);
    };
    return Object.assign(Object.create(ui) as UiPort, { menu });
  }

  private world(options: HostOptions, now: () => number): ServiceContext {
    const caches = new Map<"document" | "script" | "user", CacheStore>();
    for (const scope of ["document", "script", "user"] as const) caches.set(scope, new Map());
    const ui = options.ui;
    return {
      workbook: this.workbook,
      calculator: this.calculator,
      ledger: this.ledger,
      properties: {
        document: this.workbook.properties,
        script: new Map(),
        user: options.userProperties ?? new Map(),
      },
      caches,
      locks: this.locks,
      html: new Map(
        Object.entries(options.html ?? {}).map(([name, text]) => [
          name.replace(/\.html$/, ""),
          text,
        ]),
      ),
      name: options.name ?? "Classeur local",
      userEmail: options.user ?? "",
      scriptTimeZone: options.timeZone ?? "Europe/Paris",
      now,
      log: options.log ?? (() => undefined),
      realm: OWN_REALM,
      ui: ui && this.withMenuBar(ui),
      mode: "unauthorised",
      activeSheet: undefined,
      activeArea: undefined,
    };
  }
}

function emptyWorkbook(): WorkbookModel {
  const workbook = new WorkbookModel();
  workbook.addSheet("Feuille 1");
  return workbook;
}

function sizeOf({ rows, columns }: { rows: number; columns: number }) {
  return { rows, columns };
}

function filledTo(row: readonly Value[]): number {
  return row.findLastIndex((value) => value !== null) + 1;
}
