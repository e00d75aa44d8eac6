import { contains } from "../../engine/model/index.js";
import type { Validation } from "../../engine/snapshot.js";
import type { Area, Content, Value } from "../../engine/types.js";
import type { Book } from "./book.js";
import { Refusal } from "./refusal.js";

/**
 * Checks a typed content against the rule of the first cell of an area.
 * @throws Refusal where the rule refuses it
 */
export function accepted(book: Book, area: Area, content: Content | undefined): void {
  if (content?.kind !== "value") return;
  const rule = book
    .sheet(area.sheet)
    .validations.find((known) => contains(known.area, area.row, area.column));
  if (!rule || rule.allowInvalid || holds(book, rule, content.value)) return;
  throw new Refusal(
    rule.help ?? `Cette cellule n’accepte pas «\u00a0${content.value}\u00a0». ${expected(rule)}`,
  );
}

function holds(book: Book, { rule }: Validation, value: Value): boolean {
  switch (rule.kind) {
    case "list":
      return rule.values.includes(String(value));
    case "range":
      return book.calculator
        .values(rule.range)
        .some((row) => row.some((one) => one !== null && String(one) === String(value)));
    case "checkbox":
      return typeof value === "boolean";
    case "date":
      return typeof value === "number";
    case "number":
      return (
        typeof value === "number" &&
        value >= (rule.min ?? -Infinity) &&
        value <= (rule.max ?? Infinity)
      );
  }
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
