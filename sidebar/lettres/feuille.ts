import type { Lettre } from "../../src/reports/lettres.js";
import { marqueDeManque } from "../../src/reports/lettres-fusion.js";
import { element } from "../kit/element.js";

/** A letter as it is printed: one sheet, its gaps marked. */
export function feuille(lettre: Lettre): HTMLElement {
  const { destinataire, objet, manques } = lettre;
  return element(
    "article",
    { class: "feuille", "aria-label": `Lettre, ${destinataire}` },
    ...blocs(lettre.paragraphes).flatMap((text, index) => {
      const paragraph = element("p", {}, ...withMarks(text, manques));
      return index === OBJET_APRES ? [paragraph, objetDe(objet, manques)] : [paragraph];
    }),
  );
}

/** The subject stands below what heads the letter: sender, day, recipient. */
const OBJET_APRES = 2;

function objetDe(objet: string, manques: readonly string[]): HTMLElement {
  return element(
    "p",
    { class: "objet" },
    element("strong", {}, "Objet\u00a0: "),
    ...withMarks(objet, manques),
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

/** A letter as plain text, to be pasted elsewhere. */
export function texteDe({ objet, paragraphes }: Lettre): string {
  return [`Objet\u00a0: ${objet}`, "", ...paragraphes].join("\n");
}
