import {
  IDescriptionService,
  IEditorBridgeService,
  IEditorService,
} from "@univerjs/preset-sheets-core";
import type { FunctionHelp } from "../messages.js";
import type { Editing } from "./editing.js";
import { byId, element } from "./element.js";
import { onFirstKey } from "./first-keys.js";
import { formulaContext, matching } from "./formula-context.js";
import type { Grid } from "./grid.js";

/**
 * The list under the editor: functions that begin with what is typed, with their help, then the
 * parameters of the one that is being called. Univer's own list, which knows neither the add-in's
 * functions nor French names, is silenced.
 */
export class Completion {
  private readonly box: HTMLElement;
  private readonly list: HTMLUListElement;
  private readonly help: HTMLElement;
  private found: readonly FunctionHelp[] = [];
  private at = 0;
  private readonly editors: IEditorService;
  private readonly bridge: IEditorBridgeService;

  constructor(
    grid: Grid,
    editing: Editing,
    private readonly functions: readonly FunctionHelp[],
  ) {
    const injector = grid.started.univer.__getInjector();
    this.editors = injector.get(IEditorService);
    this.bridge = injector.get(IEditorBridgeService);
    silence(injector.get(IDescriptionService));
    this.list = element("ul", { role: "listbox", "aria-label": "Fonctions" });
    this.help = element("div", { class: "aide", "aria-live": "polite" });
    this.box = element("div", { class: "completion", hidden: true }, this.list, this.help);
    document.body.append(this.box);
    const { Event } = grid.api;
    grid.api.addEvent(Event.SheetEditChanging, () => requestAnimationFrame(() => this.update()));
    grid.api.addEvent(Event.SheetEditStarted, () => requestAnimationFrame(() => this.update()));
    grid.api.addEvent(Event.SheetEditEnded, () => this.hide());
    onFirstKey((event) => this.onKey(event, editing));
  }

  private update(): void {
    const editor = this.editors.getFocusEditor();
    const text = editor?.getDocumentData().body?.dataStream.replace(/\r\n$/, "") ?? "";
    const place = editor?.getSelectionRanges()[0]?.startOffset ?? text.length;
    const context = formulaContext(text, place);
    if (!context) {
      this.hide();
      return;
    }
    this.found = matching(this.functions, context.word);
    this.at = 0;
    const called = this.functions.find(({ name }) => name === context.call?.name);
    if (this.found.length > 0) this.showList();
    else if (called && context.call) this.showCall(called, context.call.argument);
    else this.hide();
  }

  private showList(): void {
    this.list.hidden = false;
    this.list.replaceChildren(
      ...this.found.map(({ name }, at) => {
        const option = element(
          "li",
          { role: "option", id: `fonction-${at}`, "aria-selected": String(at === this.at) },
          name,
        );
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          this.at = at;
          this.choose();
        });
        return option;
      }),
    );
    this.list.setAttribute("aria-activedescendant", `fonction-${this.at}`);
    this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
    const chosen = this.found[this.at];
    if (chosen) this.help.replaceChildren(...helpOf(chosen));
    this.place();
  }

  private showCall(called: FunctionHelp, argument: number): void {
    if (called.parameters.length === 0) {
      this.hide();
      return;
    }
    this.list.hidden = true;
    this.help.replaceChildren(...helpOf(called, argument));
    this.place();
  }

  private place(): void {
    this.box.hidden = false;
    const position = this.bridge.getEditCellState()?.position;
    const canvas = widestCanvas();
    if (!position || !canvas) return;
    const { left, top } = canvas.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.box;
    const below = top + position.endY + 6;
    const above = top + position.startY - offsetHeight - 6;
    const y = below + offsetHeight > window.innerHeight && above > 0 ? above : below;
    this.box.style.left = `${Math.max(4, Math.min(left + position.startX, window.innerWidth - offsetWidth - 8))}px`;
    this.box.style.top = `${y}px`;
  }

  private hide(): void {
    this.box.hidden = true;
    this.found = [];
  }

  private onKey(event: KeyboardEvent, editing: Editing): boolean {
    if (this.found.length === 0 || !editing.active) return false;
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    switch (event.key) {
      case "Escape":
        this.hide();
        return true;
      case "ArrowDown":
        this.move(1);
        return true;
      case "ArrowUp":
        this.move(-1);
        return true;
      case "Tab":
      case "Enter":
        this.choose();
        return true;
      default:
        return false;
    }
  }

  private move(by: number): void {
    this.at = (this.at + by + this.found.length) % this.found.length;
    this.showList();
  }

  private choose(): void {
    const editor = this.editors.getFocusEditor();
    const chosen = this.found[this.at];
    if (!editor || !chosen) return;
    const text = editor.getDocumentData().body?.dataStream.replace(/\r\n$/, "") ?? "";
    const place = editor.getSelectionRanges()[0]?.startOffset ?? text.length;
    const { word } = formulaContext(text, place) ?? { word: "" };
    const start = text.slice(0, place - word.length) + chosen.name;
    const rest = text.slice(place);
    const opened = rest.startsWith("(") ? start : `${start}(`;
    const at = rest.startsWith("(") ? start.length + 1 : opened.length;
    editor.replaceText(opened + rest, [{ startOffset: at, endOffset: at, collapsed: true }]);
    this.hide();
    requestAnimationFrame(() => this.update());
  }
}

/** The grid itself: the editors have canvases of their own. */
function widestCanvas(): HTMLCanvasElement | undefined {
  const canvases = [...byId("grille").querySelectorAll("canvas")];
  return canvases.sort((a, b) => b.clientHeight - a.clientHeight)[0];
}

/** A function's signature, what it does, and its parameters, the one being typed in bold. */
function helpOf(help: FunctionHelp, argument?: number): HTMLElement[] {
  const { name, summary, parameters, example } = help;
  const parts = [element("p", {}, `${name}(${parameters.map((one) => one.name).join("; ")})`)];
  if (summary) parts.push(element("p", {}, summary));
  if (parameters.length === 0) return parts;
  const list = element("dl");
  for (const [at, parameter] of parameters.entries()) {
    list.append(
      element("dt", { class: at === argument ? "ici" : undefined }, parameter.name),
      element("dd", {}, parameter.help),
    );
  }
  return [...parts, list, ...(example ? [element("p", {}, `Exemple\u00a0: ${example}`)] : [])];
}

/** Univer's list and help find nothing more to say. */
function silence(descriptions: IDescriptionService): void {
  Object.assign(descriptions, {
    getSearchListByName: () => [],
    getSearchListByNameFirstLetter: () => [],
    getFunctionInfo: () => undefined,
  });
}
