import type { LigneAgenda } from "../../src/app/comite/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import { announce } from "../kit/annonce.js";
import { button, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";
import { type Filtre, filtrer, inscriptibles, SANS_FILTRE } from "./agenda.js";
import { titre } from "./champ.js";
import { issueLabel, pieces } from "./etiquettes.js";
import { filtres } from "./filtres.js";
import { inscrire } from "./inscrire.js";
import type { Ouvert, Session } from "./session.js";

/** Puts dossiers on the open committee's agenda. */
export function inscription(session: Session, ouvert: Ouvert): HTMLElement {
  const lignes = inscriptibles(ouvert.dossiers, session.nomComite);
  const chosen = new Set<string>();
  let filtre: Filtre = SANS_FILTRE;
  const results = element("div", {});
  const send = async (): Promise<void> => {
    if (chosen.size === 0) return session.tell("attention", "Cochez au moins un dossier.");
    await inscrire(session, [...chosen], session.nomComite, "agenda");
  };
  const put = button("", () => busy(put, "Inscription…", send), { class: "principal" });
  const count = (): void => {
    put.textContent = `Inscrire ${compter(chosen.size, "dossier", "dossiers")}`;
  };
  const showResults = (): void => {
    const found = filtrer(lignes, filtre);
    results.replaceChildren(
      found.length > 0
        ? pieces(found, (ligne) => box(ligne, chosen, count))
        : element("p", {}, "Aucun dossier en attente de décision ne correspond."),
    );
  };
  const all = button("Cocher tous les dossiers trouvés", () => {
    for (const { numero } of filtrer(lignes, filtre)) chosen.add(numero);
    showResults();
    count();
    announce(compter(chosen.size, "dossier coché", "dossiers cochés"));
  });
  const none = button("Tout décocher", () => {
    chosen.clear();
    showResults();
    count();
    announce("Aucun dossier coché.");
  });
  showResults();
  count();
  return element(
    "section",
    {},
    titre("Inscrire des dossiers"),
    element(
      "p",
      { class: "note" },
      "Dossiers déposés, en instruction ou ajournés, hors de cet ordre du jour.",
    ),
    filtres(lignes, filtre, false, (changed) => {
      filtre = changed;
      showResults();
      announce(compter(filtrer(lignes, filtre).length, "dossier trouvé", "dossiers trouvés"));
    }),
    element("div", { class: "actions" }, all, none),
    results,
    element(
      "div",
      { class: "actions" },
      put,
      button("Retour à l’ordre du jour", () => session.show("agenda")),
    ),
  );
}

function box(ligne: LigneAgenda, chosen: Set<string>, count: () => void): HTMLElement {
  const { numero, porteur, intitule, comite, issue } = ligne;
  const check = element("input", { type: "checkbox" });
  check.checked = chosen.has(numero);
  check.addEventListener("change", () => {
    if (check.checked) chosen.add(numero);
    else chosen.delete(numero);
    count();
  });
  return element(
    "label",
    { class: "case" },
    check,
    element(
      "span",
      {},
      element("strong", {}, numero),
      ` ${porteur}`,
      element("span", { class: "note bloc" }, intitule),
      element(
        "span",
        { class: "bloc" },
        issueLabel(issue),
        ...(comite ? [element("span", { class: "note" }, ` déjà inscrit\u00a0: ${comite}`)] : []),
      ),
    ),
  );
}
