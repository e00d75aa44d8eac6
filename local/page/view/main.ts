import { byId } from "./element.js";
import { Engine } from "./engine.js";
import { Grid } from "./grid.js";
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
  let grid: Grid | undefined;
  engine.on("opened", ({ patch }) => {
    byId("chargement").remove();
    const place = document.createElement("div");
    byId("grille").append(place);
    grid = new Grid(place, patch, workbook.nom);
  });
  engine.on("patch", ({ patch }) => grid?.apply(patch));
  engine.open({
    snapshot: workbook.snapshot,
    name: workbook.nom,
    ...complement,
    userProperties: JSON.parse(localStorage.getItem(USER_PROPERTIES) ?? "{}"),
  });
}

start().catch((error: unknown) => {
  byId("chargement").textContent = error instanceof Error ? error.message : String(error);
});
