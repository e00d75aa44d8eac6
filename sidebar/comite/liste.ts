import type { LigneAgenda } from "../../src/app/comite/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import { announce } from "../kit/annonce.js";
import { button, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";
import { avancement, filtrer } from "./agenda.js";
import { titre } from "./champ.js";
import { avancementLabel, brouillonLabel, issueLabel, pieces } from "./etiquettes.js";
import { filtres } from "./filtres.js";
import { script } from "./scripts.js";
import type { Session } from "./session.js";

/** The agenda of the open committee. */
export function liste(session: Session): HTMLElement {
  const { lignes } = session;
  const { decides, total } = avancement(lignes);
  const results = element("div", {});
  const showResults = (): void => {
    const found = filtrer(lignes, session.filtre);
    results.replaceChildren(
      found.length > 0
        ? pieces(found, (ligne) => row(session, ligne), session.numero)
        : element("p", {}, nothing(lignes.length)),
    );
  };
  showResults();
  const words = `${compter(decides, "décidé", "décidés")} sur ${total}`;
  return element(
    "section",
    {},
    titre("Ordre du jour"),
    element("p", { class: "avancement" }, words),
    element("progress", { max: Math.max(total, 1), value: decides, "aria-label": words }),
    actions(session),
    filtres(lignes, session.filtre, true, (filtre) => {
      session.filtre = filtre;
      showResults();
      announce(compter(filtrer(lignes, filtre).length, "dossier trouvé", "dossiers trouvés"));
    }),
    results,
  );
}

function nothing(total: number): string {
  return total === 0
    ? "Aucun dossier n’est inscrit à l’ordre du jour de ce comité. Inscrivez-en pour commencer."
    : "Aucun dossier de l’ordre du jour ne correspond. Élargissez les filtres, ou inscrivez d’autres dossiers.";
}

function actions(session: Session): HTMLElement {
  const active = button("Dossier de la ligne active", () =>
    busy(active, "Recherche…", async () => {
      try {
        const { numero } = await script.selection();
        if (numero) return session.showDossier(numero);
        session.tell(
          "attention",
          "La ligne active ne porte pas de dossier. Placez-vous sur une ligne de l’onglet des dossiers, puis recommencez.",
        );
      } catch (error) {
        session.fail(error);
      }
    }),
  );
  const refresh = button("Actualiser", () =>
    busy(refresh, "Lecture…", async () => {
      try {
        await session.reload();
        session.show("agenda");
        announce("Ordre du jour relu.");
      } catch (error) {
        session.fail(error);
      }
    }),
  );
  const undo = button("Annuler ma dernière décision", () =>
    busy(undo, "Annulation…", () => session.undo()),
  );
  return element(
    "div",
    { class: "actions serrees" },
    button("Inscrire des dossiers", () => session.show("inscription")),
    active,
    element(
      "details",
      {},
      element("summary", {}, "Autres actions"),
      element("div", { class: "actions serrees" }, refresh, undo),
    ),
  );
}

function row(session: Session, ligne: LigneAgenda): HTMLElement {
  const { numero, porteur, intitule, issue, themeLibelle, demande } = ligne;
  const [court = ""] = themeLibelle.split(" – ");
  const theme = court === "" ? [] : [`Thème ${court}`];
  const asked = demande === undefined ? [] : [`${formatEuros(demande)} demandés`];
  const made = button("", () => session.showDossier(numero), {
    class: "ligne",
    "aria-current": numero === session.numero && "true",
    "data-debut": numero === session.numero,
  });
  made.append(
    element("strong", {}, numero),
    ` ${porteur}`,
    element("span", { class: "note bloc" }, intitule),
    element("span", { class: "note bloc" }, [...theme, ...asked].join(" · ")),
    element(
      "span",
      { class: "bloc" },
      avancementLabel(ligne),
      " ",
      issueLabel(issue),
      ...(session.brouillons.has(numero) ? [" ", brouillonLabel()] : []),
    ),
  );
  return made;
}
