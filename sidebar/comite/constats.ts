import { compter } from "../../src/dossiers/text.js";
import { element } from "../kit/element.js";
import type { Fiche } from "./brouillon.js";
import type { Controle } from "./controle.js";
import { jauge } from "./jauge.js";

/** The envelope with the grant as it stands in the form; nothing where none is set. */
export function enveloppeDe(
  { cadre }: Pick<Fiche, "cadre">,
  { enveloppe }: Controle,
): readonly Node[] {
  const total = cadre.enveloppe;
  if (!total) return [];
  const montant = enveloppe ? enveloppe.apres - enveloppe.avant : 0;
  return [jauge({ total: total.total, avant: total.consomme, montant }, total.source)];
}

/** What is to be mended before a decision can be recorded, and what is to be known. */
export function constatsDe({ manques, avertissements }: Controle): readonly Node[] {
  const phrases = manques.map(({ phrase }) => phrase);
  const untouched = manques.every(({ champ }) => champ === "avis");
  return [
    ...(untouched
      ? liste("", "Avant d’enregistrer\u00a0:", phrases)
      : liste("erreur", "✗ Avant d’enregistrer\u00a0:", phrases)),
    ...liste("attention", "! À savoir\u00a0:", avertissements),
  ];
}

function liste(kind: string, title: string, lines: readonly string[]): readonly Node[] {
  if (lines.length === 0) return [];
  return [
    element(
      "div",
      { class: `message ${kind}` },
      element("strong", {}, title),
      element("ul", {}, ...lines.map((line) => element("li", {}, line))),
    ),
  ];
}

/** The same in one breath, for whoever listens. */
export function constatsDits({ manques, avertissements }: Controle): string {
  if (manques.length === 0) {
    return ["La décision peut être enregistrée.", ...avertissements].join(" ");
  }
  const count = compter(manques.length, "point à corriger", "points à corriger");
  return `${count}\u00a0: ${manques.map(({ phrase }) => phrase).join(" ")}`;
}
