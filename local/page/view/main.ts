import { Clipboard } from "./clipboard.js";
import { takeOverCommands } from "./commands.js";
import { Editing } from "./editing.js";
import { byId } from "./element.js";
import { Engine } from "./engine.js";
import { Grid } from "./grid.js";
import { Selections } from "./selection.js";
import { server } from "./server.js";

/** What `npm run build` made of the add-in, copied beside the page. */
interface Complement {
  readonly code: string;
  readonly html: Readonly<Record<string, string>>;
}

const USER_PROPERTIES = "fitn7.proprietes";

async function start(): Promise<void> {
  const engine = new Engine();
  const [workbook, complement] = await Promise.all([
    server.open(),
    fetch("complement.json").then((answer) => answer.json() as Promise<Complement>),
  ]);
  byId("nom").textContent = workbook.nom;
  document.title = `${workbook.nom} – FITN7`;
  engine.on("notice", ({ text }) => {
    byId("ligne").textContent = text;
  });
  engine.on("opened", ({ patch }) => {
    byId("chargement").remove();
    const place = document.createElement("div");
    byId("grille").append(place);
    showBook(engine, new Grid(place, patch, workbook.nom));
  });
  engine.open({
    snapshot: workbook.snapshot,
    name: workbook.nom,
    ...complement,
    userProperties: JSON.parse(localStorage.getItem(USER_PROPERTIES) ?? "{}"),
  });
}

/** Puts the grid to work: what the person does goes to the engine, what changes is shown. */
function showBook(engine: Engine, grid: Grid): void {
  const selections = new Selections(grid);
  const editing = new Editing(grid, engine, selections);
  const tell = (text: string) => {
    byId("ligne").textContent = text;
  };
  const clipboard = new Clipboard(grid, engine, selections, editing, tell);
  takeOverCommands({ grid, engine, selections, editing, clipboard });
  engine.on("patch", ({ patch, reveal }) => {
    grid.apply(patch);
    if (reveal) selections.select(reveal);
  });
}

start().catch((error: unknown) => {
  byId("chargement").textContent = error instanceof Error ? error.message : String(error);
});
