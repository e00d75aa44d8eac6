import type { Loaded, Save } from "../messages.js";
import type { Server } from "../server.js";
import { byId } from "./element.js";
import type { Engine } from "./engine.js";
import { dayAndTime, hour } from "./time-text.js";

/** Milliseconds after a change before it is saved: a burst of changes is one save. */
const DELAY = 500;
/** Milliseconds before a save that failed is tried again. */
const RETRY = 5000;

/** Saves the workbook after every change, and shows where that stands. */
export class Saving {
  private version: number;
  private timer: number | undefined;
  private changes = 0;
  private saved = 0;
  private running = false;
  private savedAt: string;

  constructor(
    private readonly engine: Engine,
    private readonly server: Server,
    private readonly workbook: Loaded,
  ) {
    this.version = workbook.version;
    this.savedAt = workbook.enregistreLe ?? new Date().toISOString();
    if (workbook.enregistreLe) this.showSaved(workbook.enregistreLe);
    else this.show("Rien à enregistrer");
    engine.on("changed", () => {
      this.changes += 1;
      this.show("Enregistrement…");
      this.plan(DELAY);
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.pending) event.preventDefault();
    });
  }

  /** Whether something is not on the server's disk yet. */
  get pending(): boolean {
    return this.running || this.saved !== this.changes;
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), delay);
  }

  private async save(): Promise<void> {
    if (this.running) return this.plan(DELAY);
    this.running = true;
    const { changes } = this;
    try {
      const enregistreLe = await this.write();
      this.saved = changes;
      if (this.changes === changes) this.showSaved(enregistreLe);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.show(`Non enregistré\u00a0: ${why}`, true);
      this.plan(RETRY);
    } finally {
      this.running = false;
    }
  }

  /** Writes what differs from what is on the server's disk. */
  private async write(): Promise<string> {
    const save = await this.engine.request<Save | undefined>({ type: "save" });
    if (!save) return this.savedAt;
    const next = this.version + 1;
    const { version, enregistreLe } = await this.server.save(this.workbook.id, next, save);
    this.engine.confirmSaved();
    this.version = version;
    this.savedAt = enregistreLe;
    return enregistreLe;
  }

  private showSaved(iso: string): void {
    const time = new Date(iso);
    const today = time.toDateString() === new Date().toDateString();
    this.show(today ? `Enregistré à ${hour(time)}` : `Enregistré le ${dayAndTime(time)}`);
  }

  private show(text: string, failed = false): void {
    const state = byId("etat");
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle("echec", failed);
  }
}
