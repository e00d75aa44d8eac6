import { element } from "../kit/element.js";

export interface Onglet {
  readonly libelle: string;
  readonly contenu: () => HTMLElement;
}

/**
 * Tabs as the keyboard expects them: arrows, Début and Fin go from one to the other.
 * @param premier index of the one that is open at first
 */
export function onglets(libelle: string, tabs: readonly Onglet[], premier = 0): HTMLElement {
  const panel = element("div", { id: "panneau", role: "tabpanel", tabindex: 0 });
  const buttons = tabs.map((tab, index) => {
    const made = element(
      "button",
      { type: "button", role: "tab", id: `onglet-${index}`, "aria-controls": "panneau" },
      tab.libelle,
    );
    made.addEventListener("click", () => select(index));
    return made;
  });
  const list = element("div", { role: "tablist", "aria-label": libelle }, ...buttons);
  list.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const to = destination(event.key, at, buttons.length);
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    select(to);
    buttons[to]?.focus();
  });

  function select(index: number): void {
    buttons.forEach((made, at) => {
      made.setAttribute("aria-selected", String(at === index));
      made.tabIndex = at === index ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", `onglet-${index}`);
    panel.replaceChildren(...[tabs[index]?.contenu()].filter((made) => made !== undefined));
  }

  select(premier);
  return element("div", { class: "onglets" }, list, panel);
}

function destination(key: string, at: number, count: number): number | undefined {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
