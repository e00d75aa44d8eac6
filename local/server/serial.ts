import { Refus } from "./refus.js";

/** Runs tasks one after the other, in the order they came. */
export class Serial {
  private last: Promise<unknown> = Promise.resolve();
  private closed = false;

  run<T>(task: () => Promise<T>): Promise<T> {
    if (this.closed) {
      throw new Refus(
        "arret",
        "Le serveur s’arrête\u00a0: cette demande n’est pas prise en compte.",
      );
    }
    const done = this.last.then(task);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Takes no more tasks; resolves once those that came before are done. */
  async close(): Promise<void> {
    this.closed = true;
    await this.last;
  }
}
