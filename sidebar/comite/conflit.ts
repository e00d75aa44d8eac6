import type { Difference, ResultatChange } from "../../src/app/comite/protocole.js";
import { announce } from "../kit/annonce.js";
import { button, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";

/**
 * What changed since a dossier was shown, and the button that reads it anew.
 *
 * @param load reads the dossier, what was typed stays
 */
export function conflit(
  { differences: items }: ResultatChange,
  load: () => Promise<void>,
): readonly HTMLElement[] {
  const reload = button("Relire le dossier, garder ma saisie", () =>
    busy(reload, "Lecture…", async () => {
      await load();
      document.getElementById("titre-decision")?.focus();
      announce("Dossier relu. Votre saisie est gardée.");
    }),
  );
  return [differences(items), reload];
}

/** What was shown, and what stands there now, field by field. */
function differences(items: readonly Difference[]): HTMLElement {
  const lines = items.map(({ champ, vu, maintenant }) =>
    element(
      "li",
      {},
      element("strong", {}, champ),
      element("span", { class: "bloc" }, `affiché\u00a0: ${vu || "vide"}`),
      element("span", { class: "bloc" }, `maintenant\u00a0: ${maintenant || "vide"}`),
    ),
  );
  return element("ul", { class: "differences" }, ...lines);
}
