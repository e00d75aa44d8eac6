import { element } from "./element.js";

/** One line of a menu of the page. */
export type Line =
  | {
      readonly kind: "item";
      readonly caption: string;
      readonly keys?: string;
      readonly run: () => void;
      readonly enabled?: () => boolean;
    }
  | { readonly kind: "separator" }
  | { readonly kind: "menu"; readonly caption: string; readonly lines: readonly Line[] };

/** A line that runs something. */
export function lineOf(
  caption: string,
  run: () => void,
  more: { readonly keys?: string; readonly enabled?: () => boolean } = {},
): Line {
  return { kind: "item", caption, run, ...more };
}

export const SEPARATOR: Line = { kind: "separator" };

export interface BarMenu {
  readonly caption: string;
  /** The lines as they are when it opens. */
  readonly lines: () => readonly Line[];
}

/**
 * The menu bar, as WAI-ARIA's menu bar pattern has it: one stop of the tab key, arrows within, Escape
 * closes, a sub-menu unfolds below its line, a letter goes to the next line that begins with it.
 */
export class MenuBar {
  private menus: readonly BarMenu[] = [];
  private open: { panel: HTMLElement; opener: HTMLElement } | undefined;

  constructor(
    private readonly bar: HTMLElement,
    private readonly leave: () => void,
  ) {
    bar.addEventListener("keydown", (event) => this.onBarKey(event));
    document.addEventListener(
      "pointerdown",
      ({ target }) => {
        const inside = target instanceof Element && target.closest(".menu, [role=menubar]");
        if (!inside) this.close();
      },
      true,
    );
  }

  show(menus: readonly BarMenu[]): void {
    this.close();
    this.menus = menus;
    this.bar.replaceChildren(
      ...menus.map(({ caption }, at) => {
        const button = element(
          "button",
          {
            type: "button",
            role: "menuitem",
            "aria-haspopup": "menu",
            "aria-expanded": "false",
            tabindex: at === 0 ? 0 : -1,
          },
          caption,
        );
        button.addEventListener("click", () => {
          if (this.open?.opener === button) this.close();
          else this.openTop(at);
        });
        return button;
      }),
    );
  }

  focus(): void {
    this.buttons[0]?.focus();
  }

  private get buttons(): HTMLElement[] {
    return [...this.bar.querySelectorAll<HTMLElement>("button")];
  }

  private openTop(at: number): void {
    const menu = this.menus[at];
    const opener = this.buttons[at];
    if (!menu || !opener) return;
    this.close();
    const panel = this.panel(menu.lines(), menu.caption);
    const { left, bottom } = opener.getBoundingClientRect();
    panel.style.left = `${left}px`;
    panel.style.top = `${bottom}px`;
    document.body.append(panel);
    opener.setAttribute("aria-expanded", "true");
    this.open = { panel, opener };
    focusLine(panel, 0);
  }

  private panel(lines: readonly Line[], label: string): HTMLElement {
    const panel = element("div", { class: "menu", role: "menu", "aria-label": label });
    for (const line of lines) {
      if (line.kind === "separator") panel.append(element("hr", { role: "separator" }));
      else if (line.kind === "menu") {
        const group = element("div", { role: "group", "aria-label": line.caption, hidden: "" });
        group.append(...this.lines(line.lines));
        panel.append(subMenuOpener(line.caption, group), group);
      } else panel.append(...this.lines([line]));
    }
    panel.addEventListener("keydown", (event) => this.onPanelKey(event, panel));
    return panel;
  }

  private lines(lines: readonly Line[]): HTMLElement[] {
    return lines.flatMap((line) => {
      if (line.kind !== "item") return [];
      const enabled = line.enabled?.() ?? true;
      const button = element(
        "button",
        {
          type: "button",
          role: "menuitem",
          tabindex: -1,
          "aria-disabled": enabled ? undefined : "true",
        },
        element("span", {}, line.caption),
      );
      if (line.keys) button.append(element("span", { class: "raccourci" }, line.keys));
      button.addEventListener("click", () => {
        if (!enabled) return;
        this.close();
        this.leave();
        line.run();
      });
      return [button];
    });
  }

  private close(): void {
    this.open?.panel.remove();
    this.open?.opener.setAttribute("aria-expanded", "false");
    this.open = undefined;
  }

  private onBarKey(event: KeyboardEvent): void {
    const { buttons } = this;
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) moveTo(buttons, to);
    else if (event.key === "ArrowDown") this.openTop(at);
    else if (event.key === "Escape") this.leave();
    else return;
    event.preventDefault();
  }

  private onPanelKey(event: KeyboardEvent, panel: HTMLElement): void {
    const lines = linesOf(panel);
    const at = lines.indexOf(document.activeElement as HTMLElement);
    const top = this.open ? this.buttons.indexOf(this.open.opener) : -1;
    const count = this.menus.length;
    switch (event.key) {
      case "ArrowDown":
        focusLine(panel, at + 1);
        break;
      case "ArrowUp":
        focusLine(panel, at - 1);
        break;
      case "Home":
        focusLine(panel, 0);
        break;
      case "End":
        focusLine(panel, -1);
        break;
      case "ArrowRight": {
        const sub = lines[at]?.matches("[aria-haspopup]") ? lines[at] : undefined;
        if (sub) unfold(sub, true);
        else this.openTop((top + 1) % count);
        if (sub) focusLine(panel, at + 1);
        break;
      }
      case "ArrowLeft": {
        const sub = lines[at]?.closest("[role=group]")?.previousElementSibling;
        if (sub instanceof HTMLElement) unfold(sub, false);
        else this.openTop((top - 1 + count) % count);
        if (sub instanceof HTMLElement) sub.focus();
        break;
      }
      case "Escape": {
        const opener = this.open?.opener;
        this.close();
        opener?.focus();
        break;
      }
      case "Tab":
        this.close();
        this.leave();
        break;
      default: {
        if (event.key.length !== 1) return;
        const letter = event.key.toLowerCase();
        const after = [...lines.slice(at + 1), ...lines.slice(0, at + 1)];
        after.find((line) => line.textContent?.toLowerCase().startsWith(letter))?.focus();
        if (event.key === " ") return;
      }
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function linesOf(panel: HTMLElement): HTMLElement[] {
  const all = [...panel.querySelectorAll<HTMLElement>("[role=menuitem]")];
  return all.filter((line) => line.closest("[hidden]") === null);
}

/** The line that unfolds the lines of a sub-menu below it. */
function subMenuOpener(caption: string, group: HTMLElement): HTMLElement {
  const sign = element("span", { class: "raccourci", "aria-hidden": "true" }, "▸");
  const opener = element(
    "button",
    {
      type: "button",
      role: "menuitem",
      tabindex: -1,
      "aria-haspopup": "menu",
      "aria-expanded": "false",
    },
    element("span", {}, caption),
    sign,
  );
  opener.addEventListener("click", () => unfold(opener, group.hidden !== false));
  return opener;
}

/** Shows or hides the lines of a sub-menu. */
function unfold(opener: HTMLElement, open: boolean): void {
  const group = opener.nextElementSibling;
  if (group instanceof HTMLElement) group.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  const sign = opener.lastElementChild;
  if (sign) sign.textContent = open ? "▾" : "▸";
}

function focusLine(panel: HTMLElement, to: number): void {
  const lines = linesOf(panel);
  lines.at(to % (lines.length || 1))?.focus();
}

function moveTo(buttons: readonly HTMLElement[], to: number): void {
  const next = buttons.at(to % (buttons.length || 1));
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
}
