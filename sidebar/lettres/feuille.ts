import type { Lettre } from "../../src/reports/lettres.js";
import { marqueDeManque } from "../../src/reports/lettres-fusion.js";
import { element } from "../kit/element.js";

/** A letter as it is printed: one sheet, its gaps marked. */
export function feuille(lettre: Lettre): HTMLElement {
  const { destinataire, paragraphes, manques } = lettre;
  return element(
    "article",
    { class: "feuille", "aria-label": `Lettre, ${destinataire}` },
    ...blocs(paragraphes).map((text) => element("p", {}, ...withMarks(text, manques))),
  );
}

/** Lines between blank ones, together. */
function blocs(paragraphes: readonly string[]): readonly string[] {
  return paragraphes
    .join("\n")
    .split(/\n{2,}/)
    .filter((text) => text !== "");
}

/** A text with the marks of what is missing made visible. */
function withMarks(text: string, manques: readonly string[]): readonly (Node | string)[] {
  return manques
    .map(marqueDeManque)
    .reduce<readonly (Node | string)[]>(
      (parts, mark) => parts.flatMap((part) => cut(part, mark)),
      [text],
    );
}

/** A text cut where a mark stands; a mark already made stays. */
function cut(part: Node | string, mark: string): readonly (Node | string)[] {
  if (typeof part !== "string") return [part];
  const [first = "", ...rest] = part.split(mark);
  return [first, ...rest.flatMap((piece) => [element("mark", {}, mark), piece])];
}
