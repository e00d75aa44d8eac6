import type { Validation } from "../../engine/snapshot.js";
import type { Area, Content } from "../../engine/types.js";
import { accepts } from "../../engine/validity.js";
import type { Book } from "./book.js";
import { Refusal } from "./refusal.js";

/**
 * Checks a typed content against the rule of the first cell of an area.
 * @throws Refusal where the rule refuses it
 */
export function accepted(book: Book, area: Area, content: Content | undefined): void {
  if (content?.kind !== "value") return;
  const rule = book.sheet(area.sheet).validationAt(area.row, area.column);
  if (!rule || rule.allowInvalid || accepts(book.calculator, rule.rule, content)) return;
  throw new Refusal(
    rule.help ?? `Cette cellule n’accepte pas «\u00a0${content.value}\u00a0». ${expected(rule)}`,
  );
}

function expected({ rule }: Validation): string {
  switch (rule.kind) {
    case "list":
      return `Valeurs admises\u00a0: ${rule.values.join(", ")}.`;
    case "range":
      return "Choisissez une valeur de la liste.";
    case "checkbox":
      return "Attendu\u00a0: VRAI ou FAUX.";
    case "date":
      return "Attendu\u00a0: une date, par exemple 30/06/2021.";
    case "number":
      return "Attendu\u00a0: un nombre dans les limites prévues.";
  }
}
