import type { EntreeAvancement, LaureatSuivi, Statut } from "../../src/app/suivi/protocole.js";
import { STATUTS_AVANCEMENT } from "../../src/dossiers/onglets.js";
import { formatDay } from "../../src/rules/day.js";
import { formatPoints } from "../../src/rules/points.js";
import { element, labelled } from "../kit/element.js";
import { lireTaux } from "../kit/lecture.js";
import { tell } from "../kit/message.js";
import { script } from "./scripts.js";
import { boutonEnregistrer, type Session } from "./session.js";

/** Entry of a report of progress, and those already received. */
export function avancement(session: Session, laureat: LaureatSuivi): HTMLElement {
  const date = session.champ(
    "avancement.date",
    element("input", {
      type: "date",
      value: session.ouvert.aujourdhui,
      max: session.ouvert.aujourdhui,
    }),
  );
  const statut = session.champ(
    "avancement.statut",
    element(
      "select",
      {},
      element("option", { value: "" }, "choisir…"),
      ...STATUTS_AVANCEMENT.map((one) => element("option", { value: one }, one)),
    ),
  );
  const rate = session.champ(
    "avancement.taux",
    element("input", { inputmode: "decimal", placeholder: "par exemple 40 %" }),
  );
  const commentaire = session.champ("avancement.commentaire", element("textarea", {}));
  const keep = boutonEnregistrer(session, "Enregistrer l’avancement", "avancement.", () => {
    const read = lireTaux(rate.value);
    if (read.erreur !== undefined) {
      tell("erreur", `Pourcentage\u00a0: ${read.erreur}`);
      rate.focus();
      return undefined;
    }
    if (date.value === "" || statut.value === "") {
      tell("erreur", "Indiquez la date et le statut.");
      (date.value === "" ? date : statut).focus();
      return undefined;
    }
    return script.avancement({
      numero: laureat.numero,
      date: date.value,
      statut: statut.value as Statut,
      commentaire: commentaire.value.trim(),
      ...(read.valeur !== undefined && { pourcentage: read.valeur }),
    });
  });
  return element(
    "section",
    { "aria-label": "Avancement" },
    labelled("date", "Date de l’état", date),
    labelled("statut", "Statut", statut),
    labelled("taux", "Pourcentage (facultatif)", rate),
    labelled("commentaire", "Commentaire", commentaire),
    element("div", { class: "actions" }, keep),
    element("h2", {}, "États reçus"),
    laureat.avancement.length === 0
      ? element("p", { class: "note" }, "Aucun.")
      : element("ul", {}, ...laureat.avancement.map((entry) => element("li", {}, phrase(entry)))),
  );
}

function phrase({ date, statut, pourcentage, commentaire }: EntreeAvancement): string {
  const parts = [
    date === undefined ? "sans date" : formatDay(date),
    statut,
    pourcentage === undefined ? undefined : formatPoints(pourcentage),
    commentaire === "" ? undefined : commentaire,
  ];
  return parts.filter((part) => part !== undefined).join(" – ");
}
