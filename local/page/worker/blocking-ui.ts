import type { UiPort } from "../../services/index.js";
import { AnswerSlot } from "../answer-slot.js";
import type { Answer, FromWorker, Question } from "../messages.js";

/**
 * The person in front of the page, for a script. `Ui.alert` and `Ui.prompt` give their answer when
 * they return: the worker asks, sleeps on shared memory, and wakes with what the page wrote there. (The
 * other way, running the action again with the answers so far, is not sound: an action may catch the
 * signal that interrupts it, and what it did outside the workbook would be done twice.)
 */
export class BlockingUi implements UiPort {
  private readonly slot: AnswerSlot;

  constructor(
    answers: SharedArrayBuffer,
    private readonly send: (message: FromWorker) => void,
  ) {
    this.slot = new AnswerSlot(answers);
  }

  ask(question: Question): Answer {
    this.slot.clear();
    this.send({ type: "question", question });
    return this.slot.wait();
  }

  menu(): void {
    // The host keeps the menus; they are sent once the script has built them all.
  }

  alert({ title, text, buttons }: Omit<Question, "kind">) {
    return this.ask({ kind: "alert", title, text, buttons }).button;
  }

  prompt({ title, text, buttons }: Omit<Question, "kind">) {
    return this.ask({ kind: "prompt", title, text, buttons });
  }

  page(...[kind, page]: Parameters<UiPort["page"]>): void {
    this.send({ type: "page", kind, page });
  }

  toast({ title, text, seconds }: Parameters<UiPort["toast"]>[0]): void {
    this.send({ type: "toast", title, text, seconds });
  }
}
