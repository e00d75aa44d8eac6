import { element } from "./element.js";

/** A title over a column; with `montant` where the column holds amounts. */
export type Titre = string | readonly [titre: string, classe: "montant"];

/** The head of a table: each title heads its column for a screen reader too. */
export function entete(titres: readonly Titre[]): HTMLTableSectionElement {
  const heads = titres.map((titre) => {
    const [text, classe] = typeof titre === "string" ? [titre] : titre;
    return element("th", { scope: "col", class: classe }, text);
  });
  return element("thead", {}, element("tr", {}, ...heads));
}

/**
 * A table wider or longer than its place: it scrolls inside a region that has a name and that the
 * keyboard reaches.
 *
 * @param label name of the region, "Mouvements"
 */
export function defilant(label: string, table: HTMLTableElement): HTMLElement {
  return element(
    "div",
    { class: "defile", tabindex: 0, role: "region", "aria-label": label },
    table,
  );
}
