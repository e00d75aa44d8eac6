import { GUICHETS } from "../../src/guichets/index.js";
import { GUICHET_IDS, type GuichetId } from "../../src/rules/guichet.js";
import { OBJECTIFS, type Objectif } from "../../src/rules/scenario.js";
import { element } from "../kit/element.js";
import { lireMontant } from "../kit/lecture.js";
import { resteDe } from "./etat.js";
import { euros } from "./formats.js";
import { garder, supprimer } from "./garder.js";
import { boutonChercher } from "./recherche.js";
import { relevement } from "./relevement.js";
import type { Session } from "./session.js";
import { bilan, tableau } from "./tableau.js";

const LIBELLES: Readonly<Record<Objectif, string>> = {
  Score: "le score total",
  Dossiers: "le nombre de dossiers",
  Population: "la population servie",
};

/** The screen where a scenario is made. */
export function scenario(session: Session): HTMLElement {
  const { brouillon, ouvert } = session;
  if (ouvert.dossiers.length === 0) {
    return element("p", { class: "message" }, "Aucun dossier à décider dans l’onglet suivi.");
  }
  const totals = bilan(brouillon);
  const raised = relevement(session);
  const changed = () => {
    session.toucher();
    totals.refresh();
    raised.clear();
  };
  return element(
    "section",
    { "aria-label": "Scénario" },
    element("h2", { tabindex: -1 }, brouillon.nom === "" ? "Nouveau scénario" : brouillon.nom),
    ...ouvert.avertissements.map((text) => element("p", { class: "message attention" }, text)),
    element(
      "div",
      { class: "reglages" },
      champ("depart", "Partir de", departs(session)),
      champ("guichet", "Guichet", guichets(session)),
      champ("enveloppe", "Enveloppe à répartir (€)", enveloppe(session, changed)),
      champ("objectif", "Rendre le plus grand possible", objectifs(session, changed)),
    ),
    element("p", { class: "note" }, sourceEnveloppe(session)),
    boutonChercher(session),
    totals.node,
    tableau(brouillon, changed),
    raised.node,
    garder(session),
    ...supprimer(session),
  );
}

function champ(id: string, label: string, control: HTMLElement): HTMLElement {
  control.id = id;
  return element("div", {}, element("label", { for: id }, label), control);
}

function option(value: string, label: string, chosen: boolean): HTMLOptionElement {
  return element("option", { value, selected: chosen }, label);
}

function departs(session: Session): HTMLElement {
  const { scenarios } = session.ouvert;
  const select = element(
    "select",
    {},
    option("", "un nouveau scénario", session.brouillon.nom === ""),
    ...scenarios.map(({ nom }) => option(nom, nom, nom === session.brouillon.nom)),
  );
  select.addEventListener("change", () => {
    const next = scenarios.find(({ nom }) => nom === select.value);
    if (leaves(session)) session.prendre(next);
    else select.value = session.brouillon.nom;
  });
  return select;
}

/** Whether what was typed may be left; asked where it was not kept. */
function leaves({ brouillon }: Session): boolean {
  return (
    !brouillon.change ||
    window.confirm("Ce scénario a été modifié et n’est pas enregistré. L’abandonner\u00a0?")
  );
}

function guichets(session: Session): HTMLElement {
  const used = new Set(session.ouvert.dossiers.map(({ guichet }) => guichet));
  used.add(session.brouillon.guichet);
  const select = element(
    "select",
    {},
    ...GUICHET_IDS.filter((id) => used.has(id)).map((id) =>
      option(id, `${id} – ${GUICHETS[id].nom}`, id === session.brouillon.guichet),
    ),
  );
  select.addEventListener("change", () => {
    if (leaves(session)) session.prendre(undefined, select.value as GuichetId);
    else select.value = session.brouillon.guichet;
  });
  return select;
}

function objectifs({ brouillon }: Session, changed: () => void): HTMLElement {
  const select = element(
    "select",
    {},
    ...OBJECTIFS.map((objectif) =>
      option(objectif, LIBELLES[objectif], objectif === brouillon.objectif),
    ),
  );
  select.addEventListener("change", () => {
    brouillon.objectif = select.value as Objectif;
    changed();
  });
  return select;
}

function enveloppe({ brouillon }: Session, changed: () => void): HTMLElement {
  const input = element("input", { inputmode: "decimal", value: brouillon.enveloppeSaisie });
  const check = () => {
    const { erreur } = lireMontant(input.value);
    input.setAttribute("aria-invalid", String(erreur !== undefined));
    input.title = erreur ?? "";
  };
  input.addEventListener("input", () => {
    brouillon.enveloppeSaisie = input.value;
    brouillon.enveloppe = lireMontant(input.value).valeur;
    check();
    changed();
  });
  check();
  return input;
}

function sourceEnveloppe({ ouvert, brouillon }: Session): string {
  const found = ouvert.enveloppes.find(({ guichet }) => guichet === brouillon.guichet);
  if (!found) return "";
  if (found.total === undefined) return found.source;
  const figures = `${euros(found.total)} moins ${euros(found.accorde)} déjà accordés`;
  return found.accorde > found.total
    ? `Rien ne reste de l’enveloppe\u00a0: ${figures}, elle est déjà dépassée de ${euros(found.accorde - found.total)}. ${found.source}`
    : `Reste de l’enveloppe\u00a0: ${figures} = ${euros(resteDe(ouvert, brouillon.guichet))}. ${found.source}`;
}
