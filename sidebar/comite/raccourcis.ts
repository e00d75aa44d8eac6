import { voisinDe } from "./dossier.js";
import type { Session } from "./session.js";

/** Keys that work wherever the focus is, a list apart: there, Alt and an arrow open it. */
export function listenToKeys(session: Session): void {
  document.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey, target } = event;
    if (altKey && (key === "ArrowDown" || key === "ArrowUp")) {
      if (target instanceof HTMLSelectElement || !session.comite) return;
      if (session.vue !== "dossier" && session.vue !== "agenda") return;
      event.preventDefault();
      const next = voisinDe(session, key === "ArrowDown" ? 1 : -1);
      if (next) session.showDossier(next);
    }
    if ((ctrlKey || metaKey) && key === "Enter") {
      document.getElementById("enregistrer")?.click();
    }
  });
}
