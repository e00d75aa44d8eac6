import type { FromFrame, PageKey, ToFrame } from "../frame/protocol.js";
import { KEPT } from "../frame/storage.js";
import type { Page } from "../messages.js";
import { openDialog } from "./dialogs.js";
import { byId, element } from "./element.js";
import type { Engine } from "./engine.js";
import type { Kept } from "./kept.js";
import type { Parts } from "./parts.js";

const SIDEBAR_WIDTH = 300;
const DIALOG = { width: 600, height: 400 };
/** What the window keeps free around a dialog, its heading included. */
const AROUND = { width: 60, height: 120 };

/** What a page of the add-in may do besides running: print, download, open a link in another tab. */
const SANDBOX = [
  "scripts",
  "forms",
  "modals",
  "downloads",
  "popups",
  "popups-to-escape-sandbox",
].map((right) => `allow-${right}`);

/** A page of the add-in that is shown. */
interface Shown {
  readonly frame: HTMLIFrameElement;
  /** The element that has the page's size; a sidebar's is the window's affair. */
  readonly box?: HTMLElement;
  readonly close: () => void;
  readonly onKey: (key: PageKey) => void;
}

/** Shows the add-in's HTML files, each in a sandboxed frame without the page's origin. */
export class Frames {
  private panel: Shown | undefined;
  private dialog: Shown | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly parts: Parts,
    private readonly kept: Kept,
  ) {
    parts.add("panel", () => {
      if (this.panel) focus(this.panel.frame);
      return this.panel !== undefined;
    });
    window.addEventListener("message", ({ source, data }: MessageEvent<FromFrame>) => {
      const known = [this.panel, this.dialog].find((one) => one?.frame.contentWindow === source);
      if (known && data?.fitn7) this.receive(known, data);
    });
  }

  show(kind: "sidebar" | "modal" | "modeless", page: Page): void {
    if (kind === "sidebar") this.showPanel(page);
    else this.showDialog(page, kind === "modal");
  }

  private showPanel(page: Page): void {
    const side = byId("volet");
    const title = page.title || "FITN7";
    const heading = element("h2", {}, title);
    const cross = element("button", { type: "button", class: "fermer" }, "Fermer");
    const close = () => {
      side.hidden = true;
      side.replaceChildren();
      this.panel = undefined;
      this.parts.goTo("grid");
    };
    cross.addEventListener("click", close);
    side.style.width = `${SIDEBAR_WIDTH}px`;
    side.setAttribute("aria-label", title);
    const onKey = (key: PageKey) => {
      if (key === "F6") this.parts.next();
    };
    this.panel = { frame: this.frameOf(page), close, onKey };
    side.replaceChildren(element("header", {}, heading, cross), this.panel.frame);
    side.hidden = false;
    this.parts.goTo("panel");
  }

  /** Shows a dialog in place of the one before, if that is still there. */
  private showDialog(page: Page, modal: boolean): void {
    this.dialog?.close();
    const frame = this.frameOf(page);
    const dialog = openDialog(page.title || "FITN7", () => {
      if (this.dialog?.frame === frame) this.dialog = undefined;
      this.parts.goTo("grid");
    });
    dialog.classList.add("page");
    const box = element("div", { class: "cadre" }, frame);
    resize(box, { ...DIALOG, ...(page.width && { width: page.width }) });
    if (page.height) resize(box, { height: page.height });
    dialog.append(box);
    const close = () => dialog.close();
    const onKey = (key: PageKey) => {
      if (key === "Escape") close();
    };
    this.dialog = { frame, box, close, onKey };
    if (modal) dialog.showModal();
    else dialog.show();
  }

  /** The frame of a page, which takes the keyboard once it is loaded. */
  private frameOf({ title, content }: Page): HTMLIFrameElement {
    const frame = element("iframe", {
      title: title || "Page de FITN7",
      sandbox: SANDBOX.join(" "),
      srcdoc: withScript(content, this.kept.all()),
    });
    frame.addEventListener("load", () => focus(frame));
    return frame;
  }

  private receive({ frame, box, close, onKey }: Shown, message: FromFrame): void {
    switch (message.fitn7) {
      case "close":
        close();
        return;
      case "size":
        if (box) resize(box, message);
        return;
      case "toGrid":
        this.parts.goTo("grid");
        return;
      case "key":
        onKey(message.key);
        return;
      case "keep":
        this.kept.put(message.key, message.value);
        return;
      case "call": {
        const { id, name, args } = message;
        const answer = (reply: ToFrame) => frame.contentWindow?.postMessage(reply, "*");
        this.engine
          .request({ type: "call", name, args })
          .then((value) => answer({ fitn7: "result", id, value }))
          .catch((error: Error) => answer({ fitn7: "failure", id, message: error.message }));
      }
    }
  }
}

function focus(frame: HTMLIFrameElement): void {
  frame.focus();
  const message: ToFrame = { fitn7: "focus" };
  frame.contentWindow?.postMessage(message, "*");
}

/** Gives a dialog a size, as large as the window allows. */
function resize(box: HTMLElement, { width, height }: { width?: number; height?: number }): void {
  if (width) box.style.width = `${Math.min(width, window.innerWidth - AROUND.width)}px`;
  if (height) box.style.height = `${Math.min(height, window.innerHeight - AROUND.height)}px`;
}

/** The document with what is kept for it, and `google.script` loaded before any script of its own. */
function withScript(content: string, kept: Readonly<Record<string, string>>): string {
  const meta = element("meta", { name: KEPT, content: JSON.stringify(kept) });
  const script = `${meta.outerHTML}<script src="${new URL("cadre.js", location.href).href}"></script>`;
  const head = /<head(?:\s[^>]*)?>/i.exec(content) ?? /<html[^>]*>/i.exec(content);
  if (!head) return script + content;
  const at = head.index + head[0].length;
  return content.slice(0, at) + script + content.slice(at);
}
