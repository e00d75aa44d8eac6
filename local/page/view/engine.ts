import type { AnswerSlot } from "../answer-slot.js";
import type { Early } from "../early.js";
import type { Action, Answer, Area, FromWorker, ToWorker } from "../messages.js";

type Incoming<T extends FromWorker["type"]> = Extract<FromWorker, { type: T }>;
type Listener = (message: FromWorker) => void;

/** The page's end of the worker where the workbook lives. */
export class Engine {
  private readonly listeners = new Map<FromWorker["type"], Set<Listener>>();
  private readonly waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (reason: Error) => void }
  >();
  private nextId = 1;

  private readonly worker: Worker;
  private readonly slot: AnswerSlot;

  constructor(private readonly early: Early) {
    this.worker = early.worker;
    this.slot = early.slot;
    this.worker.onerror = ({ message }) =>
      this.receive({ type: "notice", text: `Le moteur de calcul s’est arrêté\u00a0: ${message}` });
  }

  on<T extends FromWorker["type"]>(type: T, listener: (message: Incoming<T>) => void): void {
    const known = this.listeners.get(type) ?? new Set();
    known.add(listener as Listener);
    this.listeners.set(type, known);
  }

  /** Hears what was said before, then what is said from now on. */
  listen(): void {
    for (const message of this.early.messages.splice(0)) this.receive(message);
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
  }

  /** Says what to keep of a workbook whose source changed. */
  keep(kept: "enregistre" | "fichier"): void {
    this.send({ type: "keep", kept });
  }

  act(action: Action): void {
    this.send({ type: "action", action });
  }

  undo(): void {
    this.send({ type: "undo" });
  }

  redo(): void {
    this.send({ type: "redo" });
  }

  menu(path: readonly string[]): void {
    this.send({ type: "menu", path });
  }

  /** Says where the person is. */
  select(area: Area): void {
    this.send({ type: "select", area });
  }

  /** Says that what was to be saved is. */
  confirmSaved(): void {
    this.send({ type: "saved" });
  }

  /** Gives the worker the answer that it waits for. */
  answer(answer: Answer): void {
    this.slot.give(answer);
  }

  /** Asks for something that comes back later. */
  request<T>(message: { type: "save" } | { type: "export"; format: "xlsx" | "ods" }): Promise<T>;
  request<T>(message: { type: "call"; name: string; args: readonly unknown[] }): Promise<T>;
  request<T>(message: object): Promise<T> {
    const id = this.nextId++;
    this.send({ ...message, id } as ToWorker);
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
    });
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromWorker): void {
    if (message.type === "result" || message.type === "failure") {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.type === "result") waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.message));
      return;
    }
    for (const listener of this.listeners.get(message.type) ?? []) listener(message);
  }
}
