import type { FormulaCalculator } from "../../engine/formula/index.js";
import type { Area } from "../../engine/types.js";
import { Host } from "../../host/host.js";
import type { FromWorker, Loaded, ToWorker } from "../messages.js";
import { BlockingUi } from "./blocking-ui.js";
import { Book } from "./book.js";
import { workerEvaluate } from "./evaluate.js";
import { exported } from "./export.js";
import { builtInHelp, customFunctionHelp } from "./function-help.js";
import { type Fetched, Loading } from "./loading.js";
import { perform } from "./perform.js";
import { Declined, Refusal } from "./refusal.js";
import { SavePoint } from "./save-point.js";

/**
 * The engine's thread: the workbook, its calculation and the add-in. The page shows what it is told
 * and says what the person does.
 */

type Message<T extends ToWorker["type"]> = Extract<ToWorker, { type: T }>;

let book: Book | undefined;

function send(message: FromWorker): void {
  self.postMessage(message);
}

let savePoint: SavePoint | undefined;
let load: Message<"load"> | undefined;
let loading: Loading | undefined;

/** Fetches the workbook and opens it; where its source changed, the page asks first what to keep. */
async function fetchAndOpen(fetch: (loading: Loading) => Promise<Loaded>): Promise<void> {
  if (!loading || !load) return;
  try {
    const workbook = await fetch(loading);
    send({ type: "loaded", workbook });
    if (workbook.etat === "source_modifiee") return;
    open(load, await loading.fetched());
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    send({ type: "unloadable", text: `Le classeur n’a pas pu être chargé\u00a0: ${text}` });
  }
}

function open(
  { answers, userProperties }: Message<"load">,
  { nom, snapshot, entries, code, html }: Fetched,
): void {
  const ui = new BlockingUi(answers, send);
  const host = new Host({
    code,
    html,
    evaluate: workerEvaluate,
    snapshot,
    name: nom,
    ui,
    userProperties: keptProperties(userProperties),
    log: (line) => console.info(line),
  });
  const opened = new Book(host, (question) => ui.ask(question));
  book = opened;
  savePoint = new SavePoint(snapshot, entries);
  host.open();
  send({
    type: "opened",
    patch: opened.patch() ?? { sheets: [], order: [], canUndo: false, canRedo: false },
    functions: [...customFunctionHelp(code), ...builtInHelp()],
  });
  send({ type: "menus", menus: host.menu });
}

/** The person's own properties: the page keeps them from one day to the next. */
function keptProperties(known: Readonly<Record<string, string>>): Map<string, string> {
  const properties = new Map(Object.entries(known));
  const tell = () => send({ type: "userProperties", properties: Object.fromEntries(properties) });
  return Object.assign(properties, {
    set(key: string, value: string) {
      Map.prototype.set.call(properties, key, value);
      tell();
      return properties;
    },
    delete(key: string) {
      const known = Map.prototype.delete.call(properties, key);
      tell();
      return known;
    },
  });
}

/** Runs a step, then tells the page what it changed; what cannot be done is told as a sentence. */
function run(label: string, work: (book: Book) => ReturnType<typeof perform>): void {
  if (!book) return;
  const { stamp } = book.history;
  const { length: menus } = book.host.menu;
  let reveal: ReturnType<typeof perform>;
  send({ type: "busy", label });
  try {
    reveal = work(book);
  } catch (error) {
    if (!(error instanceof Declined)) send({ type: "notice", text: sentence(error) });
  }
  const patch = book.patch() ?? (reveal && book.nothing());
  if (patch) send({ type: "patch", patch, ...(reveal && { reveal }) });
  if (book.host.menu.length !== menus) send({ type: "menus", menus: book.host.menu });
  if (book.history.stamp !== stamp) send({ type: "changed" });
  send({ type: "busy", label: null });
  const { history } = book;
  setTimeout(() => history.now());
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Refusal ? message : `L’action a échoué\u00a0: ${message}`;
}

/** Answers a request of the page with a value, or with what went wrong. */
function reply(id: number, work: (book: Book) => unknown): void {
  try {
    if (!book) throw new Error("Aucun classeur n’est ouvert.");
    send({ type: "result", id, value: work(book) });
  } catch (error) {
    send({ type: "failure", id, message: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Runs a function of the add-in as one step of undo.
 * @returns where it put the person, if it did
 */
function runScript({ history, host }: Book, work: () => void): Area | undefined {
  const before = JSON.stringify(host.selected);
  history.step(work);
  const after = host.selected;
  return JSON.stringify(after) === before ? undefined : after;
}

/** A call of `google.script.run`: its result goes back, what it changed is shown. */
function callFromPage({ id, name, args }: Message<"call">): void {
  run("Action en cours", (current) =>
    runScript(current, () => reply(id, () => current.host.callFromPage(name, ...args))),
  );
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case "load":
      load = data;
      loading = new Loading(data.token);
      void fetchAndOpen((current) => current.fetch());
      return;
    case "keep":
      void fetchAndOpen((current) => current.keep(data.kept));
      return;
    case "action":
      run("Calcul en cours", (current) =>
        current.history.step(() => perform(current, data.action)),
      );
      return;
    case "undo":
    case "redo":
      run("Calcul en cours", ({ history }) => {
        history[data.type]();
        return undefined;
      });
      return;
    case "menu":
      run(data.path.at(-1) ?? "", (current) =>
        runScript(current, () => current.host.click(...data.path)),
      );
      return;
    case "select":
      book?.select(data.area);
      return;
    case "call":
      callFromPage(data);
      return;
    case "save":
      reply(data.id, ({ history }) => savePoint?.next(history.now().snapshot));
      return;
    case "saved":
      savePoint?.confirm();
      return;
    case "export":
      reply(data.id, (current) =>
        exported(current.workbook, current.calculator as FormulaCalculator, data.format),
      );
      return;
  }
};
