import type { FromFrame } from "./protocol.js";

/** Name of the element of the document that says what the page keeps for its frames. */
export const KEPT = "fitn7-garde";

/**
 * `localStorage` for a page of the add-in: Google gives its frames one, a sandboxed frame has none. What it
 * holds comes with the document, and each change goes to the page around, which keeps it.
 */
export function giveStorage(send: (message: FromFrame) => void): void {
  const held: Record<string, unknown> = Object.create({
    getItem: (key: string) => (Object.hasOwn(held, key) ? held[key] : null),
    setItem: (key: string, value: unknown) => {
      held[key] = String(value);
      send({ fitn7: "keep", key, value: String(value) });
    },
    removeItem: (key: string) => {
      delete held[key];
      send({ fitn7: "keep", key, value: null });
    },
  });
  const kept = document.querySelector<HTMLMetaElement>(`meta[name="${KEPT}"]`)?.content;
  Object.assign(held, JSON.parse(kept ?? "{}"));
  Object.defineProperty(window, "localStorage", { value: held });
}
