import { compter } from "../../src/dossiers/text.js";
import type { Lettre } from "../../src/reports/lettres.js";
import { formatDay } from "../../src/rules/day.js";
import { button, element } from "../kit/element.js";
import { type Choix, hasGaps, manquesParChamp } from "./choix.js";
import { copier } from "./copie.js";
import { feuille } from "./feuille.js";

type Tell = (kind: "fait" | "attention" | "erreur" | "", text: string, actions?: Node[]) => void;

/** Every letter with its box to tick, what it lacks, and the way to the printer. */
export function apercu(choix: Choix, tell: Tell): HTMLElement {
  const { lettres } = choix;
  if (lettres.length === 0) {
    return element("p", { class: "message" }, "Ce comité n’a retenu ni refusé aucun dossier.");
  }
  const sheets = lettres.map((lettre) => feuille(lettre));
  const boxes: HTMLInputElement[] = [];
  const print = button("", () => printChosen(choix, tell), { class: "principal" });
  const refresh = (): void => {
    lettres.forEach((lettre, index) => {
      const on = choix.has(lettre);
      const box = boxes[index];
      if (box) box.checked = on;
      sheets[index]?.classList.toggle("hors-impression", !on);
    });
    const count = choix.retenues.length;
    print.textContent =
      count === 0
        ? "Imprimer les lettres cochées"
        : `Imprimer ${compter(count, "lettre", "lettres")} ou en faire un PDF`;
  };
  const choose = (which: (lettre: Lettre) => boolean): void => {
    for (const lettre of lettres) choix.set(lettre, which(lettre));
    refresh();
  };
  const items = lettres.map((lettre, index) => {
    const box = element("input", { type: "checkbox", id: `lettre-${index}` });
    box.addEventListener("change", () => {
      choix.set(lettre, box.checked);
      refresh();
    });
    boxes.push(box);
    const sheet = sheets[index];
    return ligne(lettre, index, box, tell, () => sheet?.scrollIntoView({ block: "start" }));
  });
  refresh();
  return element(
    "div",
    { class: "colonnes" },
    element(
      "section",
      { class: "outils liste", "aria-labelledby": "titre-liste" },
      element("h2", { id: "titre-liste" }, compter(lettres.length, "lettre", "lettres")),
      ...gaps(lettres),
      element("div", { class: "actions" }, print),
      element(
        "div",
        { class: "actions" },
        button("Tout cocher", () => choose(() => true)),
        button("Tout décocher", () => choose(() => false)),
      ),
      element("ul", { class: "sans-puce" }, ...items),
    ),
    element("section", { class: "feuilles", "aria-label": "Aperçu", tabindex: 0 }, ...sheets),
  );
}

/** Who has gaps, said before anything is printed. */
function gaps(lettres: readonly Lettre[]): readonly HTMLElement[] {
  const missing = manquesParChamp(lettres);
  if (missing.length === 0) return [];
  const count = lettres.filter(hasGaps).length;
  return [
    element(
      "div",
      { class: "message attention" },
      element("p", {}, `${compter(count, "lettre", "lettres")} à compléter\u00a0:`),
      element("ul", {}, ...missing.map((text) => element("li", {}, text))),
    ),
  ];
}

function ligne(
  lettre: Lettre,
  index: number,
  box: HTMLInputElement,
  tell: Tell,
  look: () => void,
): HTMLElement {
  const { destinataire, numero, avis, retires } = lettre;
  const notes = [stateOf(lettre), ...avis, ...retires.map((text) => `paragraphe retiré, ${text}`)];
  const name = numero === undefined ? destinataire : `${destinataire} (${numero})`;
  const copy = button("Copier", () => void copyLetter(lettre, tell), {
    "aria-label": `Copier la lettre, ${name}`,
  });
  return element(
    "li",
    {},
    element("div", { class: "ligne" }, box, element("label", { for: `lettre-${index}` }, name)),
    ...(hasGaps(lettre)
      ? [element("p", { class: "etiquette" }, `À compléter\u00a0: ${lettre.manques.join(", ")}`)]
      : []),
    ...notes.filter((text) => text !== "").map((text) => element("p", { class: "note" }, text)),
    element(
      "div",
      { class: "actions serrees" },
      button("Voir", look, { "aria-label": `Voir la lettre, ${name}` }),
      copy,
    ),
  );
}

function stateOf({ etat, notifie }: Lettre): string {
  if (etat === undefined || etat === "Retenu") return "";
  const day = notifie === undefined ? "" : ` le ${formatDay(notifie)}`;
  return notifie === undefined ? `déjà «\u00a0${etat}\u00a0»` : `déjà notifié${day}`;
}

async function copyLetter(lettre: Lettre, tell: Tell): Promise<void> {
  const done = await copier(lettre.paragraphes.join("\n"));
  if (done) tell("fait", `Lettre copiée\u00a0: ${lettre.destinataire}.`);
  else tell("erreur", "Le navigateur refuse la copie\u00a0: sélectionnez le texte de l’aperçu.");
}

/** Prints what is ticked; a letter with gaps is printed only once the person said so. */
function printChosen(choix: Choix, tell: Tell): void {
  const chosen = choix.retenues;
  const incomplete = chosen.filter(hasGaps);
  if (chosen.length === 0) {
    tell("attention", "Cochez au moins une lettre à imprimer.");
  } else if (incomplete.length === 0) {
    tell("", "");
    window.print();
  } else warn(incomplete, tell);
}

/** Says which letters lack what, and prints them all the same where the person wants so. */
function warn(incomplete: readonly Lettre[], tell: Tell): void {
  const anyway = button("Imprimer quand même", () => {
    tell("", "");
    window.print();
  });
  tell(
    "attention",
    `${compter(incomplete.length, "lettre cochée a des champs", "lettres cochées ont des champs")} à compléter\u00a0:\n${manquesParChamp(incomplete).join("\n")}`,
    [anyway],
  );
  anyway.focus();
}
