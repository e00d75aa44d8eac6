import { askQuestion, tellDialog } from "./dialogs.js";
import type { Editing } from "./editing.js";
import type { Engine } from "./engine.js";
import { onFirstKey } from "./first-keys.js";
import type { Grid } from "./grid.js";
import { type Line, lineOf, SEPARATOR } from "./menu-bar.js";
import type { Selections } from "./selection.js";
import { engineId } from "./sheet-data.js";

interface Surroundings {
  readonly grid: Grid;
  readonly engine: Engine;
  readonly selections: Selections;
}

/** What is done to tabs, for the menu: the bar under the grid is for the mouse. */
export function tabLines({ grid, engine, selections }: Surroundings): Line[] {
  const { mirror } = grid;
  const place = () => mirror.order.indexOf(selections.sheetId);
  const move = (by: number) => () =>
    engine.act({ do: "moveSheet", sheet: selections.sheet, index: place() + by });
  const hidden = mirror.order.flatMap((id) => mirror.frame(id) ?? []).filter((one) => one.hidden);
  return [
    lineOf("Nouvel onglet", () => engine.act({ do: "addSheet" })),
    lineOf("Renommer…", () => void rename({ grid, engine, selections })),
    lineOf("Supprimer", () => engine.act({ do: "deleteSheet", sheet: selections.sheet })),
    SEPARATOR,
    lineOf("Onglet suivant", () => visit(grid, selections, 1), { keys: "Alt+↓" }),
    lineOf("Onglet précédent", () => visit(grid, selections, -1), { keys: "Alt+↑" }),
    SEPARATOR,
    lineOf("Déplacer à gauche", move(-1), { enabled: () => place() > 0 }),
    lineOf("Déplacer à droite", move(1), { enabled: () => place() < mirror.order.length - 1 }),
    SEPARATOR,
    lineOf("Masquer", () => engine.act({ do: "hideSheet", sheet: selections.sheet, hidden: true })),
    ...hidden.map(({ name }) =>
      lineOf(`Afficher «\u00a0${name}\u00a0»`, () =>
        engine.act({ do: "hideSheet", sheet: name, hidden: false }),
      ),
    ),
  ];
}

/** The keys from one tab to the next, and a double click that renames even a tab that is not shown. */
export function listenToTabs(surroundings: Surroundings, editing: Editing): void {
  const { grid, selections } = surroundings;
  onFirstKey(({ key, altKey, ctrlKey, shiftKey, target }) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    const inGrid = target instanceof Element && target.closest("dialog, #entete") === null;
    if (!by || !altKey || ctrlKey || shiftKey || editing.active || !inGrid) return false;
    visit(grid, selections, by);
    return true;
  });
  document.addEventListener("dblclick", ({ target }) => {
    const tab = target instanceof Element && target.closest('[data-u-comp="slide-tab-item"]');
    const id = tab && tab.getAttribute("data-id");
    if (!id || tab.querySelector('[contenteditable="true"]')) return;
    grid.show(engineId(id));
    grid.commands.executeCommand("sheet.operation.rename-sheet", { subUnitId: id });
  });
}

function visit(grid: Grid, { sheetId }: Selections, by: number): void {
  const { mirror } = grid;
  const shown = mirror.order.filter((id) => !mirror.frame(id)?.hidden);
  const next = shown.at((shown.indexOf(sheetId) + by) % shown.length);
  if (next !== undefined) grid.show(next);
}

async function rename({ engine, selections }: Surroundings): Promise<void> {
  const { sheet } = selections;
  const { button, text } = await askQuestion(
    {
      kind: "prompt",
      title: "Renommer l’onglet",
      text: "Nouveau nom\u00a0:",
      buttons: "OK_CANCEL",
    },
    sheet,
  );
  if (button !== "OK") return;
  if (text.trim() === "") await tellDialog("Renommer l’onglet", "Un onglet doit avoir un nom.");
  else engine.act({ do: "renameSheet", sheet, name: text });
}
