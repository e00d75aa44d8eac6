import { type Early, USER_PROPERTIES } from "../early.js";
import type { FunctionHelp, Loaded, Menu, Patch } from "../messages.js";
import { Server } from "../server.js";
import { tellAboutCells } from "./cell-line.js";
import { showCharts } from "./charts.js";
import { Clipboard } from "./clipboard.js";
import { takeOverCommands } from "./commands.js";
import { Completion } from "./completion.js";
import { askChoice, askQuestion, tellDialog } from "./dialogs.js";
import { drawSparklines } from "./drawings.js";
import { editInItsPane } from "./edit-pane.js";
import { Editing } from "./editing.js";
import { byId } from "./element.js";
import { Engine } from "./engine.js";
import { Files } from "./files.js";
import { Frames } from "./frames.js";
import { Grid } from "./grid.js";
import { Kept } from "./kept.js";
import { listenToKeys } from "./keys.js";
import { MenuBar } from "./menu-bar.js";
import { menusOf } from "./menus.js";
import { Parts } from "./parts.js";
import { onPatch } from "./patches.js";
import { Saving } from "./saving.js";
import { Selections } from "./selection.js";
import { Status } from "./status.js";
import { listenToTabs } from "./tabs.js";
import { showTools } from "./tools.js";
import { Validations } from "./validations.js";
import { WrittenFiles } from "./written-files.js";

/** Listens to the engine, which is loading the workbook and the add-in already. */
export function start(early: Early): void {
  const engine = new Engine(early);
  const status = new Status();
  let loaded: Loaded | undefined;
  let menus: readonly Menu[] = [];
  let showMenus: (menus: readonly Menu[]) => void = () => undefined;
  const parts = new Parts();
  listen(engine, status, parts, new Kept(() => loaded?.nom ?? ""));
  engine.on("loaded", ({ workbook }) => {
    loaded = workbook;
    byId("nom").textContent = workbook.nom;
    document.title = `${workbook.nom} – FITN7`;
    if (workbook.etat === "source_modifiee") void askWhatToKeep(engine, workbook);
    else if (workbook.avertissements.length > 0) {
      void tellDialog("À savoir", workbook.avertissements.join("\n\n"));
    }
  });
  engine.on("unloadable", ({ text }) => {
    byId("chargement").textContent = text;
  });
  engine.on("menus", (message) => {
    menus = message.menus;
    showMenus(menus);
  });
  engine.on("opened", ({ patch, functions }) => {
    if (!loaded) return;
    const server = new Server(early.token);
    showMenus = showBook({
      engine,
      status,
      parts,
      server,
      workbook: loaded,
      first: patch,
      functions,
    });
    showMenus(menus);
  });
  engine.listen();
}

/** Asks what to keep where the file changed since the work on it was saved. */
async function askWhatToKeep(engine: Engine, workbook: Loaded): Promise<void> {
  const kept = await askChoice(
    "Le fichier a changé",
    `«\u00a0${workbook.nom}\u00a0» a été modifié depuis que votre travail a été enregistré ici. Que voulez-vous garder\u00a0?\n\nCe qui n’est pas gardé est mis de côté, jamais supprimé.`,
    [
      { key: "enregistre", caption: "Mon travail enregistré" },
      { key: "fichier", caption: "Le fichier modifié" },
    ],
  );
  if (kept) engine.keep(kept);
  else await askWhatToKeep(engine, workbook);
}

/** What the engine says that has no need of the grid. */
function listen(engine: Engine, status: Status, parts: Parts, kept: Kept): void {
  const frames = new Frames(engine, parts, kept);
  engine.on("notice", ({ text }) => status.notice(text));
  engine.on("busy", ({ label }) => status.busy(label));
  engine.on("toast", ({ title, text, seconds }) => status.toast(title, text, seconds));
  engine.on("page", ({ kind, page }) => frames.show(kind, page));
  engine.on("question", async ({ question }) => {
    status.busy(null);
    engine.answer(await askQuestion(question));
  });
  engine.on("userProperties", ({ properties }) =>
    localStorage.setItem(USER_PROPERTIES, JSON.stringify(properties)),
  );
}

interface Opened {
  readonly engine: Engine;
  readonly status: Status;
  readonly parts: Parts;
  readonly server: Server;
  readonly workbook: Loaded;
  readonly first: Patch;
  readonly functions: readonly FunctionHelp[];
}

/**
 * Puts the grid to work: what the person does goes to the engine, what changes is shown.
 * @returns what shows the menus, the add-in's after the page's own
 */
function showBook({
  engine,
  status,
  parts,
  server,
  workbook,
  first,
  functions,
}: Opened): (menus: readonly Menu[]) => void {
  byId("chargement").remove();
  const place = document.createElement("div");
  byId("grille").append(place);
  const grid = new Grid(place, first, workbook.nom);
  const selections = new Selections(grid);
  const tellPlace = () => engine.select(selections.last);
  selections.onMove(tellPlace);
  grid.whenRendered(tellPlace);
  const editing = new Editing(grid, engine, selections, workbook.locale);
  const clipboard = new Clipboard(grid, engine, selections, editing, (text) => status.notice(text));
  takeOverCommands({ grid, engine, selections, editing, clipboard });
  new Completion(grid, editing, functions);
  drawSparklines(grid);
  editInItsPane(grid);
  const refreshCharts = showCharts(grid);
  const validations = new Validations(grid);
  const refreshLine = tellAboutCells(grid, selections, status);
  const saving = new Saving(engine, server, workbook);
  const files = new Files(server, saving, status, workbook);
  const written = new WrittenFiles(engine, server, status, workbook);
  const history = { canUndo: first.canUndo, canRedo: first.canRedo };
  const commanded = { grid, engine, selections, clipboard, files, written, history };
  const bar = new MenuBar(byId("menus"), () => parts.goTo("grid"));
  parts.add("grid", () => {
    grid.focus();
    return true;
  });
  parts.add("menus", () => {
    bar.focus();
    return true;
  });
  const refreshTools = showTools(commanded, parts);
  listenToKeys(engine, editing, parts);
  listenToTabs(commanded, editing);
  onPatch(engine, editing, ({ patch, reveal }) => {
    grid.apply(patch);
    refreshCharts();
    validations.apply(patch);
    Object.assign(history, { canUndo: patch.canUndo, canRedo: patch.canRedo });
    refreshTools();
    if (reveal) selections.select(reveal);
    refreshLine();
  });
  grid.whenRendered(() => byId("grille").removeAttribute("aria-busy"));
  return (menus) => bar.show(menusOf(commanded, menus));
}
