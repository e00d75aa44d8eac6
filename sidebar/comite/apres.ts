import type { LigneAgenda } from "../../src/app/comite/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import { isLaureat } from "../../src/rules/etat.js";
import { element } from "../kit/element.js";
import { afficherSuites } from "./apres-suites.js";
import { titre } from "./champ.js";
import type { Session } from "./session.js";

/** What a committee came to, in a few figures. */
function bilanOf(lignes: readonly LigneAgenda[]): readonly string[] {
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

/** What the committee came to, and what is left to do: record, letters, states. */
export function apres(session: Session): HTMLElement {
  const suites = element("div", {});
  afficherSuites(suites, {
    comite: session.nomComite,
    tell: (kind, text, actions) => session.tell(kind, text, actions),
    changed: () => session.reload(),
  });
  return element(
    "section",
    {},
    titre("Après la séance"),
    ...(session.lignes.length > 0 ? [bilan(session.lignes)] : []),
    suites,
  );
}

function bilan(lignes: readonly LigneAgenda[]): HTMLElement {
  return element("ul", {}, ...bilanOf(lignes).map((line) => element("li", {}, line)));
}
