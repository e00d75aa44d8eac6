import type { Area } from "../messages.js";
import { openDialog } from "./dialogs.js";
import { element } from "./element.js";
import type { Engine } from "./engine.js";
import type { Grid } from "./grid.js";
import type { Selections } from "./selection.js";

/** Lets the person choose which texts of the selected column stay in sight. */
export function chooseFilter(grid: Grid, engine: Engine, selections: Selections, area: Area): void {
  const { column } = selections.cell;
  const id = selections.sheetId;
  const before = grid.mirror.frame(id)?.filter;
  const covered = before?.area ?? area;
  const hidden = new Set(before?.hidden[column] ?? []);
  const texts = new Set<string>();
  for (let row = covered.row + 1; row < covered.row + covered.rows; row++) {
    texts.add(grid.mirror.cell(id, row, column)?.text ?? "");
  }
  const header = grid.mirror.cell(id, covered.row, column)?.text ?? "";
  const dialog = openDialog(`Filtrer\u00a0: ${header}`, () => undefined);
  const boxes = [...texts]
    .sort((a, b) => a.localeCompare(b, "fr", { numeric: true }))
    .map((text) => {
      const box = element("input", { type: "checkbox" });
      box.checked = !hidden.has(text);
      return { text, box };
    });
  const list = element(
    "fieldset",
    { class: "texte valeurs" },
    element("legend", {}, "Valeurs affichées"),
    ...boxes.map(({ text, box }) => element("label", {}, box, text === "" ? "(vide)" : text)),
  );
  const all = element("button", { type: "button", class: "bouton" }, "Tout cocher");
  const none = element("button", { type: "button", class: "bouton" }, "Tout décocher");
  const apply = element("button", { type: "button", class: "bouton principal" }, "Filtrer");
  const check = (checked: boolean) => () => {
    for (const { box } of boxes) box.checked = checked;
  };
  all.addEventListener("click", check(true));
  none.addEventListener("click", check(false));
  apply.addEventListener("click", () => {
    const out = boxes.filter(({ box }) => !box.checked).map(({ text }) => text);
    const { [column]: _, ...others } = before?.hidden ?? {};
    const filter = {
      area: covered,
      hidden: { ...others, ...(out.length > 0 && { [column]: out }) },
    };
    engine.act({ do: "filter", sheet: covered.sheet, filter });
    dialog.close();
  });
  dialog.append(list, element("div", { class: "boutons" }, all, none, apply));
  dialog.showModal();
}
