import { announce } from "../../kit/annonce.js";
import { button, element } from "../../kit/element.js";

export interface EcranAttente {
  readonly titre: string;
  readonly texte: string;
  /** Where the end is known: how many things, and what they are, "dossiers et entreprises". */
  readonly total?: number;
  /** Absent where nothing can be stopped any more. */
  readonly arreter?: { readonly libelle: string; readonly action: () => void };
}

/** A screen that waits, and its bar. */
export interface Attente {
  readonly vue: HTMLElement;
  readonly avancer: (fait: number, texte: string) => void;
}

/** Shown while a file is read, sent or written. */
export function ecranAttente({ titre, texte, total, arreter }: EcranAttente): Attente {
  const said = element("p", {}, texte);
  const bar = element("progress", {
    "aria-label": titre,
    ...(total === undefined ? {} : { max: total, value: 0 }),
  });
  let quarter = 0;
  const vue = element(
    "section",
    { "aria-busy": "true" },
    element("h2", { tabindex: -1 }, titre),
    said,
    bar,
    ...(arreter
      ? [element("div", { class: "actions" }, button(arreter.libelle, arreter.action))]
      : []),
  );
  return {
    vue,
    avancer: (fait, text) => {
      bar.value = fait;
      said.textContent = text;
      const reached = Math.floor((fait / Math.max(1, total ?? 1)) * 4);
      if (reached > quarter) announce(text);
      quarter = Math.max(quarter, reached);
    },
  };
}
