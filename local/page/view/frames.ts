import type { FromFrame, ToFrame } from "../frame/protocol.js";
import type { Page } from "../messages.js";
import { openDialog } from "./dialogs.js";
import { byId, element } from "./element.js";
import type { Engine } from "./engine.js";

const SIDEBAR_WIDTH = 300;
const DIALOG = { width: 600, height: 400 };

/** Shows the add-in's HTML files, each in a sandboxed frame without the page's origin. */
export class Frames {
  private readonly open = new Map<Window, { frame: HTMLIFrameElement; close: () => void }>();

  constructor(private readonly engine: Engine) {
    window.addEventListener("message", ({ source, data }: MessageEvent<FromFrame>) => {
      const known = this.open.get(source as Window);
      if (known && data?.fitn7) this.receive(known, source as Window, data);
    });
  }

  show(kind: "sidebar" | "modal" | "modeless", page: Page): void {
    if (kind === "sidebar") this.sidebar(page);
    else this.dialog(page, kind === "modal");
  }

  private sidebar(page: Page): void {
    const side = byId("volet");
    const frame = this.frame(page);
    const heading = element("h2", {}, page.title || "FITN7");
    const cross = element("button", { type: "button", class: "fermer" }, "Fermer");
    const close = () => {
      side.hidden = true;
      side.replaceChildren();
      this.forget(frame);
    };
    cross.addEventListener("click", close);
    side.style.width = `${SIDEBAR_WIDTH}px`;
    side.setAttribute("aria-label", page.title || "Volet");
    side.replaceChildren(element("header", {}, heading, cross), frame);
    side.hidden = false;
    this.remember(frame, close);
  }

  private dialog(page: Page, modal: boolean): void {
    const frame = this.frame(page);
    const dialog = openDialog(page.title || "FITN7", () => this.forget(frame));
    const box = element("div", { class: "cadre" }, frame);
    box.style.width = `${Math.min(page.width ?? DIALOG.width, window.innerWidth - 60)}px`;
    box.style.height = `${Math.min(page.height ?? DIALOG.height, window.innerHeight - 120)}px`;
    dialog.append(box);
    if (modal) dialog.showModal();
    else dialog.show();
    this.remember(frame, () => dialog.close());
  }

  private frame({ title, content }: Page): HTMLIFrameElement {
    return element("iframe", {
      title: title || "Page de FITN7",
      sandbox: "allow-scripts allow-forms allow-popups",
      srcdoc: withScript(content),
    });
  }

  private remember(frame: HTMLIFrameElement, close: () => void): void {
    if (frame.contentWindow) this.open.set(frame.contentWindow, { frame, close });
  }

  private forget(frame: HTMLIFrameElement): void {
    for (const [source, known] of this.open) if (known.frame === frame) this.open.delete(source);
  }

  private receive(
    { frame, close }: { frame: HTMLIFrameElement; close: () => void },
    source: Window,
    message: FromFrame,
  ): void {
    switch (message.fitn7) {
      case "close":
        close();
        return;
      case "size": {
        const box = frame.parentElement;
        if (box && message.height) box.style.height = `${message.height}px`;
        if (box && message.width) box.style.width = `${message.width}px`;
        return;
      }
      case "call": {
        const { id, name, args } = message;
        const answer = (reply: ToFrame) => source.postMessage(reply, "*");
        this.engine
          .request({ type: "call", name, args })
          .then((value) => answer({ fitn7: "result", id, value }))
          .catch((error: Error) => answer({ fitn7: "failure", id, message: error.message }));
      }
    }
  }
}

/** The document with `google.script` loaded before any script of its own. */
function withScript(content: string): string {
  const script = `<script src="${new URL("cadre.js", location.href).href}"></script>`;
  const head = /<head[^>]*>/i.exec(content) ?? /<html[^>]*>/i.exec(content);
  if (!head) return script + content;
  const at = head.index + head[0].length;
  return content.slice(0, at) + script + content.slice(at);
}
