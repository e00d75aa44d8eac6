import { byId, element } from "./element.js";
import type { Commanded } from "./menus.js";
import { toggleLook } from "./menus.js";
import type { Parts } from "./parts.js";

/**
 * The row of buttons under the menus, which give the keyboard back to the grid.
 * @returns what brings their state up to date
 */
export function showTools(commanded: Commanded, parts: Parts): () => void {
  const { engine, files, written, history, selections } = commanded;
  const button = (caption: string, label: string, run: () => void) => {
    const made = element("button", { type: "button", title: label, "aria-label": label }, caption);
    made.addEventListener("click", () => {
      run();
      parts.goTo("grid");
    });
    return made;
  };
  const style = (numberFormat: string) => () =>
    engine.act({ do: "style", areas: selections.areas, patch: { numberFormat } });
  const undo = button("Annuler", "Annuler (Ctrl+Z)", () => engine.undo());
  const redo = button("Rétablir", "Rétablir (Ctrl+Y)", () => engine.redo());
  const bold = button("G", "Gras (Ctrl+B)", () => toggleLook(commanded, "bold"));
  const italic = button("I", "Italique (Ctrl+I)", () => toggleLook(commanded, "italic"));
  bold.style.fontWeight = "700";
  italic.style.fontStyle = "italic";
  const separator = () => element("span", { class: "separateur", "aria-hidden": "true" });
  byId("outils").replaceChildren(
    button("Ouvrir…", "Ouvrir un fichier", () => files.choose()),
    button("Télécharger en .xlsx", "Télécharger en .xlsx", () => void written.download("xlsx")),
    separator(),
    undo,
    redo,
    separator(),
    bold,
    italic,
    button("€", "Format euros", style('#,##0.00 "€"')),
    button("%", "Format pourcentage", style("0 %")),
  );
  const refresh = () => {
    undo.disabled = !history.canUndo;
    redo.disabled = !history.canRedo;
  };
  refresh();
  return refresh;
}
