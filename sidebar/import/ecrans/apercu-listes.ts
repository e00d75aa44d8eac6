import { CHAMPS } from "../../../src/dossiers/champs.js";
import { compter } from "../../../src/dossiers/text.js";
import type { AvisLu, CelluleDouteuse, LigneRefusee } from "../../../src/imports/fichier.js";
import type { Apercu, Contradiction } from "../../../src/imports/protocole.js";
import { element } from "../../kit/element.js";
import { entete } from "../../kit/table.js";
import { liste } from "../pages.js";
import { moment } from "../phrases.js";

/** The body of a table inside a list of pages. */
function tableOf(titles: readonly string[]): () => { dehors: HTMLElement; dedans: HTMLElement } {
  return () => {
    const body = element("tbody");
    return { dehors: element("table", {}, entete(titles), body), dedans: body };
  };
}

const row = (...cells: readonly string[]) =>
  element("tr", {}, ...cells.map((text) => element("td", {}, text)));

function withNote(note: string, list: HTMLElement): HTMLElement {
  return element("div", {}, element("p", { class: "note" }, note), list);
}

/** Lines of the file that do not come in, and why. */
export function refusees(items: readonly LigneRefusee[]): HTMLElement {
  return withNote(
    "Ces lignes du fichier ne seront pas importées.",
    liste({
      elements: items,
      libelle: "Lignes refusées",
      contenant: tableOf(["Ligne", "N° dossier", "Colonne", "Valeur lue", "Pourquoi"]),
      texte: ({ numero, valeur, pourquoi }) => `${numero} ${valeur} ${pourquoi}`,
      ligne: ({ ligne, numero, colonne, valeur, pourquoi }) =>
        row(String(ligne), numero, colonne, valeur, pourquoi),
    }),
  );
}

/** Cells that their field can't read: they come in a new dossier as text, never in one that exists. */
export function douteuses(items: readonly CelluleDouteuse[]): HTMLElement {
  return withNote(
    "Ces valeurs ne sont pas comprises. Dans un nouveau dossier, elles sont écrites telles quelles pour que vous les corrigiez\u00a0; dans un dossier déjà suivi, la case n’est pas modifiée.",
    liste({
      elements: items,
      libelle: "Cellules à vérifier",
      contenant: tableOf(["Ligne", "N° dossier", "Colonne", "Valeur lue", "Attendu"]),
      texte: ({ numero, colonne, valeur }) => `${numero} ${colonne} ${valeur}`,
      ligne: ({ ligne, numero, champ, colonne, valeur, attendu }) =>
        row(String(ligne), numero, colonne || CHAMPS[champ].titre, valeur, attendu),
    }),
  );
}

/** Dossiers that the sheet has and the file no longer has. */
export function disparus(items: Apercu["disparus"]): HTMLElement {
  return withNote(
    "Ces dossiers du suivi ne sont plus dans le fichier. Leurs lignes restent dans votre onglet, sans changement.",
    liste({
      elements: items,
      libelle: "Dossiers disparus de l’export",
      contenant: tableOf(["N° dossier", "Porteur"]),
      texte: ({ numero, porteur }) => `${numero} ${porteur}`,
      ligne: ({ numero, porteur }) => row(numero, porteur),
    }),
  );
}

/** Where the platform says otherwise than the decision of the sheet. */
export function contradictions(items: readonly Contradiction[]): HTMLElement {
  return withNote(
    "L’état de ces dossiers sur la plateforme contredit la décision de votre suivi. Rien n’est modifié\u00a0: à vous de voir.",
    liste({
      elements: items,
      libelle: "Contradictions avec les décisions",
      contenant: tableOf(["N° dossier", "Porteur", "Plateforme", "Votre décision", "À savoir"]),
      texte: ({ numero, porteur, message }) => `${numero} ${porteur} ${message}`,
      ligne: ({ numero, porteur, plateforme, decision, message }) =>
        row(numero, porteur, plateforme, decision, message),
    }),
  );
}

/** Companies and opinions of the file's other tabs. */
export function entreprisesEtAvis(
  { nouvelles, presentes, ecarts }: Apercu["entreprises"],
  avis: readonly AvisLu[],
): HTMLElement {
  return element(
    "div",
    {},
    element(
      "p",
      {},
      `${compter(nouvelles, "entreprise sera ajoutée", "entreprises seront ajoutées")} à l’onglet «\u00a0Entreprises\u00a0»\u00a0; ${compter(presentes, "y est déjà", "y sont déjà")}.`,
    ),
    ...(ecarts.length === 0
      ? []
      : [
          element(
            "h3",
            {},
            "Écarts avec l’onglet «\u00a0Entreprises\u00a0», qui n’est pas modifié",
          ),
          element("ul", {}, ...ecarts.map((text) => element("li", {}, text))),
        ]),
    ...(avis.length === 0
      ? []
      : [
          element("h3", {}, "Avis rendus sur la plateforme"),
          withNote(
            "Ces avis sont montrés pour information\u00a0: ils ne sont pas écrits dans le classeur.",
            liste({
              elements: avis,
              libelle: "Avis de la plateforme",
              contenant: tableOf(["N° dossier", "Question", "Réponse", "Répondu le"]),
              texte: ({ numero, question, reponse }) => `${numero} ${question} ${reponse}`,
              ligne: ({ numero, question, reponse, reponduLe }) =>
                row(numero, question, reponse, moment(reponduLe)),
            }),
          ),
        ]),
  );
}
