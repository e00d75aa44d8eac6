import { AVIS } from "../../src/rules/avis.js";
import { element } from "../kit/element.js";
import type { EnSaisie } from "./en-saisie.js";

/** The committee's opinion, one of three. */
export function choixAvis({ lire, changer }: EnSaisie): HTMLElement {
  const choices = AVIS.map((avis) => {
    const radio = element("input", { type: "radio", name: "avis", value: avis });
    radio.checked = lire().avis === avis;
    radio.addEventListener("change", () => changer({ avis }));
    return element("label", { class: "case" }, radio, capital(avis));
  });
  return element(
    "fieldset",
    { id: "avis", class: "avis" },
    element("legend", {}, "Avis du comité"),
    ...choices,
  );
}

const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;
