import type { FromFrame } from "./protocol.js";

/** What a browser does by itself with a page of its own, and not with one in a sandboxed frame. */
export function keepManners(send: (message: FromFrame) => void): void {
  // Heard after the page's own listeners, which may have taken the key for a list or a field.
  window.addEventListener("keydown", ({ key, defaultPrevented }) => {
    if ((key === "Escape" || key === "F6") && !defaultPrevented) send({ fitn7: "key", key });
  });
  // A file that falls beside the place meant for it would replace the page.
  for (const type of ["dragover", "drop"] as const) {
    window.addEventListener(type, (event) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.dataTransfer.dropEffect = "none";
      event.preventDefault();
    });
  }
}

const FOCUSABLE =
  "a[href], button, input:not([type=hidden]), select, textarea, [tabindex]:not([tabindex='-1'])";

/** Puts the keyboard where the page wants it, else on the first thing that takes it. */
export function takeFocus(): void {
  window.focus();
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  const wanted =
    document.querySelector<HTMLElement>("[autofocus]") ??
    [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
      (one) => !one.matches(":disabled") && one.offsetParent !== null,
    );
  wanted?.focus();
}
