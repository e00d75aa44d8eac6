/** Says whether it took the key: then nobody else sees it. */
type KeyHandler = (event: KeyboardEvent) => boolean;

const handlers: KeyHandler[] = [];

// Univer listens on the window too: listeners are called in the order in which they came, so this one
// is there before Univer starts.
window.addEventListener(
  "keydown",
  (event) => {
    if (!handlers.some((handler) => handler(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

/** Sees every key before the grid does; the handler that came last is asked first. */
export function onFirstKey(handler: KeyHandler): void {
  handlers.unshift(handler);
}
