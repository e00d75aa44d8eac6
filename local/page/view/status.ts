import { byId, element } from "./element.js";

/** The line under the grid, the progress bar above it, and the small messages that pass. */
export class Status {
  private readonly line = byId("ligne");
  private waiting: number | undefined;
  private since = 0;

  /** Says what went wrong, or could not be done; stays until the next thing said. */
  notice(text: string): void {
    this.line.textContent = text;
    this.line.classList.add("erreur");
    this.since = performance.now();
  }

  /** Says what is to be known of the selected cell; a notice that just appeared stays. */
  cell(text: string, isError: boolean): void {
    if (performance.now() - this.since < NOTICE) return;
    this.line.textContent = text;
    this.line.classList.toggle("erreur", isError);
  }

  /** Work goes on under this name, or is over; what takes under a moment shows no bar. */
  busy(label: string | null): void {
    clearTimeout(this.waiting);
    const bar = byId("attente");
    if (label === null) {
      bar.hidden = true;
      byId("attente-texte").textContent = "";
      return;
    }
    this.waiting = window.setTimeout(() => {
      byId("attente-texte").textContent = `${label}…`;
      bar.hidden = false;
    }, PATIENCE);
  }

  toast(title: string, text: string, seconds: number): void {
    const shown = element("div", { class: "toast" }, title ? `${title}\n${text}` : text);
    byId("toasts").append(shown);
    if (seconds >= 0) setTimeout(() => shown.remove(), Math.max(seconds, 3) * 1000);
    else shown.addEventListener("click", () => shown.remove());
  }
}

/** Milliseconds before work shows its bar. */
const PATIENCE = 300;
/** Milliseconds during which a notice is not replaced by a cell's line. */
const NOTICE = 4000;
