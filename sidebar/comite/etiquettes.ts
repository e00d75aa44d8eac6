import type { LigneAgenda } from "../../src/app/comite/protocole.js";
import { formatEuros } from "../../src/rules/cents.js";
import type { Issue } from "../../src/rules/motif.js";
import { element } from "../kit/element.js";

/** A sign that goes with each outcome: colour is never alone. */
const SIGNES: Readonly<Record<Issue, { readonly signe: string; readonly classe: string }>> = {
  Éligible: { signe: "✓", classe: "fait" },
  Inéligible: { signe: "✗", classe: "erreur" },
  "À vérifier": { signe: "?", classe: "attention" },
};

/** An outcome as a label. */
export function issueLabel(issue: Issue): HTMLElement {
  const { signe, classe } = SIGNES[issue];
  return element("span", { class: `etiquette ${classe}` }, `${signe} ${issue}`);
}

/** Where a dossier of the agenda stands: decided how, or not yet. */
export function avancementLabel({ decide, etat, accorde }: LigneAgenda): HTMLElement {
  if (!decide) return element("span", { class: "etiquette" }, "○ À décider");
  const montant = accorde === undefined ? "" : `\u00a0: ${formatEuros(accorde)}`;
  return element("span", { class: "etiquette decide" }, `● ${etat ?? "Décidé"}${montant}`);
}

/** @param repris whether it was found again, of an earlier page */
export const brouillonLabel = (repris = false) =>
  element("span", { class: "etiquette brouillon" }, repris ? "✎ Brouillon repris" : "✎ Brouillon");

/** A long list is drawn by pieces: the first ones, then more when asked. */
const PIECE = 50;

/**
 * Lists dossiers by pieces with their count.
 *
 * @param draw makes the line of one
 * @param until number of one that is shown at once, however far down
 */
export function pieces(
  items: readonly LigneAgenda[],
  draw: (item: LigneAgenda) => HTMLElement,
  until?: string,
): HTMLElement {
  const wanted = items.findIndex(({ numero }) => numero === until);
  const list = element("ul", { class: "liste" });
  const count = element("p", { class: "note" });
  const more = element("button", { type: "button" });
  const grow = (): void => {
    const from = list.childElementCount;
    const to = Math.max(from + PIECE, from === 0 ? wanted + 1 : 0);
    list.append(...items.slice(from, to).map((item) => element("li", {}, draw(item))));
    const shown = list.childElementCount;
    count.textContent =
      shown < items.length ? `${shown} dossiers affichés sur ${items.length}.` : "";
    more.hidden = shown >= items.length;
    more.textContent = `Afficher ${Math.min(PIECE, items.length - shown)} de plus`;
    if (from > 0) list.children[from]?.querySelector<HTMLElement>("button, input")?.focus();
  };
  more.addEventListener("click", grow);
  grow();
  return element("div", {}, list, count, more);
}
