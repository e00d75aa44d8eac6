import { AnswerSlot } from "./answer-slot.js";
import type { FromWorker, ToWorker } from "./messages.js";

/** The worker that the page finds started, with the messages that came before the page listened. */
export interface Early {
  readonly worker: Worker;
  readonly slot: AnswerSlot;
  readonly token: string;
  readonly messages: FromWorker[];
}

export const USER_PROPERTIES = "fitn7.proprietes";

declare global {
  var fitn7: Early | undefined;
}

/** Starts the engine before the grid's own code, which is ten times larger, is even read. */
export function startEarly(): void {
  const worker = new Worker("moteur.js");
  const slot = new AnswerSlot();
  const messages: FromWorker[] = [];
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => messages.push(data);
  const meta = document.querySelector<HTMLMetaElement>('meta[name="fitn7-jeton"]');
  const token = meta?.content ?? "";
  const load: ToWorker = {
    type: "load",
    token,
    answers: slot.memory,
    userProperties: JSON.parse(localStorage.getItem(USER_PROPERTIES) ?? "{}"),
  };
  worker.postMessage(load);
  globalThis.fitn7 = { worker, slot, token, messages };
}
