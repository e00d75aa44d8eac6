import type { Button, ButtonSet, Menu, Page, UiPort } from "../services/index.js";

/** What the script showed, in order. */
export type Shown =
  | { readonly kind: "alert" | "prompt"; readonly title: string; readonly text: string }
  | { readonly kind: "toast"; readonly title: string; readonly text: string }
  | { readonly kind: "sidebar" | "modal" | "modeless"; readonly page: Page };

/** An answer to the next dialog: a button, or what is typed into a prompt before `OK`. */
export type Answer = Button | { readonly text: string; readonly button?: Button };

/** A person who answers from a list and remembers what was shown. */
export interface ScriptedUi extends UiPort {
  readonly shown: readonly Shown[];
  readonly answers: Answer[];
}

/**
 * A `Ui` without a screen. Each dialog takes the next answer; a dialog with no answer left is closed by
 * its only button, and fails where there is a choice.
 */
export function scriptedUi(
  answers: readonly Answer[] = [],
  onMenu?: (menu: Menu) => void,
): ScriptedUi {
  const shown: Shown[] = [];
  const left = [...answers];
  const next = (text: string, buttons: ButtonSet): Answer => {
    const answer = left.shift();
    if (answer) return answer;
    if (buttons === "OK") return "OK";
    throw new Error(`Aucune réponse prévue à la question : ${text}`);
  };
  return {
    shown,
    answers: left,
    menu: (menu) => onMenu?.(menu),
    alert: ({ title, text, buttons }) => {
      shown.push({ kind: "alert", title, text });
      const answer = next(text, buttons);
      return typeof answer === "string" ? answer : (answer.button ?? "OK");
    },
    prompt: ({ title, text, buttons }) => {
      shown.push({ kind: "prompt", title, text });
      const answer = next(text, buttons);
      return typeof answer === "string"
        ? { button: answer, text: "" }
        : { button: answer.button ?? "OK", text: answer.text };
    },
    page: (kind, page) => {
      shown.push({ kind, page });
    },
    toast: ({ title, text }) => {
      shown.push({ kind: "toast", title, text });
    },
  };
}
