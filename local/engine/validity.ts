import type { Validation } from "./snapshot.js";
import type { Calculator, Content } from "./types.js";

/** Whether a cell under a rule takes a content; formulas and blanks always pass. */
export function accepts(
  calculator: Pick<Calculator, "values">,
  rule: Validation["rule"],
  content: Content | undefined,
): boolean {
  if (content?.kind !== "value") return true;
  const { value } = content;
  switch (rule.kind) {
    case "list":
      return rule.values.includes(String(value));
    case "range":
      return calculator
        .values(rule.range)
        .some((row) =>
          row.some((allowed) => allowed !== null && String(allowed) === String(value)),
        );
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
