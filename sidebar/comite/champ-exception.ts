import type { CadreDecision } from "../../src/rules/decision.js";
import { formatPoints } from "../../src/rules/points.js";
import { element } from "../kit/element.js";
import type { EnSaisie } from "./en-saisie.js";

/** The box that asks for the higher rate, where the guichet provides for one. */
export function champException(
  { exception }: CadreDecision,
  { lire, changer }: EnSaisie,
): readonly HTMLElement[] {
  if (!exception && !lire().exception) return [];
  const check = element("input", { type: "checkbox", id: "exception" });
  check.checked = lire().exception;
  check.addEventListener("change", () => changer({ exception: check.checked }));
  const label = exception
    ? `Exception\u00a0: jusqu’à ${formatPoints(exception.max)}`
    : "Exception (non prévue ici)";
  const source = exception ? [element("span", { class: "note bloc" }, exception.source)] : [];
  return [element("label", { class: "case" }, check, element("span", {}, label, ...source))];
}
