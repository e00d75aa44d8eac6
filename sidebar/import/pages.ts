import { groupThousands } from "../../src/rules/cents.js";
import { button, element } from "../kit/element.js";

/** How a long list is shown. */
export interface ListePaginee<T> {
  readonly elements: readonly T[];
  /** What the list is, for those who don't see it: "Nouveaux dossiers". */
  readonly libelle: string;
  readonly ligne: (element: T) => HTMLElement;
  /** What the search box looks into. */
  readonly texte: (element: T) => string;
  /** Holds the lines of a page; a list where it is left out. */
  readonly contenant?: () => { readonly dehors: HTMLElement; readonly dedans: HTMLElement };
}

const TAILLE = 20;

const simplified = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

function plainList(): { readonly dehors: HTMLElement; readonly dedans: HTMLElement } {
  const list = element("ul", { class: "lignes" });
  return { dehors: list, dedans: list };
}

/**
 * A list of which one page is in the document at a time, with a search box where it is long: 5 000
 * lines cost what 20 do.
 */
export function liste<T>(options: ListePaginee<T>): HTMLElement {
  const { elements, libelle, ligne, texte, contenant = plainList } = options;
  let kept = elements;
  let first = 0;
  const { dehors, dedans } = contenant();
  const where = element("span", { class: "ou", role: "status" });
  const before = button("‹ Précédents", () => go(first - TAILLE));
  const after = button("Suivants ›", () => go(first + TAILLE));
  const pager = element("div", { class: "pages" }, before, where, after);
  const search = element("input", {
    type: "search",
    placeholder: "Rechercher un numéro, un nom…",
    "aria-label": `Rechercher dans la liste\u00a0: ${libelle}`,
  });
  search.addEventListener("input", () => {
    const words = simplified(search.value).split(/\s+/);
    kept = elements.filter((one) => words.every((word) => simplified(texte(one)).includes(word)));
    go(0);
  });

  function go(to: number): void {
    first = Math.max(0, Math.min(to, kept.length - 1));
    const shown = kept.slice(first, first + TAILLE);
    dedans.replaceChildren(...shown.map(ligne));
    where.textContent =
      kept.length === 0
        ? "Aucune ligne ne correspond."
        : `${groupThousands(first + 1)} à ${groupThousands(first + shown.length)} sur ${groupThousands(kept.length)}`;
    for (const [control, useless] of [
      [before, first === 0],
      [after, first + TAILLE >= kept.length],
    ] as const) {
      // A button that turns useless under the finger keeps the focus: `disabled` would lose it.
      control.setAttribute("aria-disabled", String(useless));
    }
  }

  go(0);
  const long = elements.length > TAILLE;
  return element(
    "div",
    { class: "liste", role: "group", "aria-label": libelle },
    ...(long ? [search] : []),
    dehors,
    ...(long ? [pager] : []),
  );
}
