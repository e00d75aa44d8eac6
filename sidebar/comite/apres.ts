import type { LigneAgenda } from "../../src/app/comite/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import { isLaureat } from "../../src/rules/etat.js";
import { element } from "../kit/element.js";
import { titre } from "./champ.js";
import type { Session } from "./session.js";

/** What a committee came to, in a few figures. */
export function bilanOf(lignes: readonly LigneAgenda[]): readonly string[] {
  const decided = lignes.filter(({ decide }) => decide);
  const laureats = decided.filter(({ etat }) => etat !== undefined && isLaureat(etat));
  const accorde = laureats.reduce((sum, ligne) => sum + (ligne.accorde ?? 0), 0);
  const put = decided.filter(({ etat }) => etat === "Ajourné").length;
  const turnedDown = decided.length - laureats.length - put;
  const left = lignes.length - decided.length;
  return [
    `${compter(laureats.length, "avis favorable", "avis favorables")}, ${formatEuros(accorde)} accordés`,
    compter(turnedDown, "avis défavorable", "avis défavorables"),
    compter(put, "dossier ajourné", "dossiers ajournés"),
    left === 0
      ? "tous les dossiers sont décidés"
      : `${compter(left, "dossier", "dossiers")} à décider`,
  ];
}

/** What is left to do once the dossiers are decided. */
export function apres(session: Session): HTMLElement {
  return element(
    "section",
    {},
    titre("Après la séance"),
    element("ul", {}, ...bilanOf(session.lignes).map((line) => element("li", {}, line))),
  );
}
