import type {
  Comite,
  DemandeComite,
  Echeance,
  EtatEnveloppe,
  ResultatComites,
} from "../../src/app/comite/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import { formatDay } from "../../src/rules/day.js";
import { button, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";
import { comitePropose, nomLibre } from "./agenda.js";
import { brouillonsLaisses } from "./brouillons-laisses.js";
import { champ, fauteDeJour, select, titre } from "./champ.js";
import { restant } from "./jauge.js";
import { champPresents, modification } from "./modification.js";
import { script } from "./scripts.js";
import type { Ouvert, Session } from "./session.js";

/** The first screen: which committee, when one is due, what is left to grant. */
export function seance(session: Session, ouvert: Ouvert): HTMLElement {
  return element(
    "section",
    {},
    titre("Séance"),
    ...ouvert.avertissements.map((text) => element("p", { class: "message attention" }, text)),
    ...brouillonsLaisses(session, ouvert),
    ...(ouvert.comites.length > 0 ? [choix(session, ouvert)] : []),
    nouveau(session, ouvert),
    calendrier(session, ouvert),
    enveloppes(ouvert.enveloppes),
  );
}

function nameOf({ nom, date, statut }: Comite): string {
  const day = date && !nom.includes(formatDay(date)) ? `, ${formatDay(date)}` : "";
  return `${nom}${day}${statut === "préparé" ? "" : ` (${statut})`}`;
}

function choix(session: Session, ouvert: Ouvert): HTMLElement {
  const items = ouvert.comites.map((comite) => ({ cle: comite.nom, libelle: nameOf(comite) }));
  const proposed = comitePropose(ouvert.comites, ouvert.aujourdhui);
  const list = champ("Comité", select(items, session.nomComite || proposed));
  const details = element("div", {});
  const showDetails = (): void => {
    const comite = ouvert.comites.find(({ nom }) => nom === list.field.value);
    details.replaceChildren(...(comite ? [modification(session, comite)] : []));
  };
  list.field.addEventListener("change", showDetails);
  showDetails();
  const open = button(
    "Ouvrir l’ordre du jour",
    () =>
      busy(open, "Ouverture…", async () => {
        await openComite(session, list.field.value);
      }),
    { class: "principal" },
  );
  return element("div", {}, list.box, element("div", { class: "actions" }, open), details);
}

/** Opens a committee: what the page knows of decisions depends on it. */
async function openComite(session: Session, nom: string): Promise<void> {
  const before = session.nomComite;
  session.nomComite = nom;
  session.numero = undefined;
  try {
    await session.reload();
    session.show("agenda");
  } catch (error) {
    session.nomComite = before;
    session.fail(error);
  }
}

function nouveau(session: Session, ouvert: Ouvert): HTMLElement {
  const day = champ(
    "Date",
    element("input", { type: "date", value: ouvert.aujourdhui, required: true }),
  );
  const people = champPresents("");
  const nameFor = (date: string) =>
    nomLibre(date ? `Comité du ${formatDay(date)}` : "Comité", ouvert.comites);
  const name = champ(
    "Nom",
    element("input", { type: "text", value: nameFor(ouvert.aujourdhui), required: true }),
  );
  let own = false;
  name.field.addEventListener("input", () => {
    own = true;
  });
  day.field.addEventListener("change", () => {
    if (!own) name.field.value = nameFor(day.field.value);
  });
  const create = button(
    "Créer le comité",
    () =>
      busy(create, "Création…", async () => {
        const demande: DemandeComite = {
          nom: name.field.value.trim(),
          date: day.field.value,
          presents: people.field.value,
        };
        day.complain(fauteDeJour(demande.date, "Indiquez la date du comité."));
        name.complain(demande.nom ? "" : "Donnez un nom au comité.");
        const wrong = [day, name].find(({ field }) => field.matches("[aria-invalid]"));
        if (wrong) return wrong.field.focus();
        await send(session, script.creer(demande), () => {
          session.nomComite = demande.nom;
          session.show("agenda");
        });
      }),
    { class: "principal" },
  );
  return element(
    "details",
    { open: ouvert.comites.length === 0 },
    element("summary", {}, "Nouveau comité"),
    day.box,
    name.box,
    people.box,
    element("div", { class: "actions" }, create),
  );
}

/** Sends a change of committees; what was typed stays where it fails. */
async function send(
  session: Session,
  call: Promise<ResultatComites>,
  then: () => void,
): Promise<void> {
  try {
    const answer = await call;
    if (answer.kind !== "fait") return session.tell("erreur", answer.message);
    await session.reload();
    then();
    session.tell("fait", answer.message);
  } catch (error) {
    session.fail(error);
  }
}

/** When a committee is due; read again, in its place, where a decision was recorded since. */
function calendrier(session: Session, ouvert: Ouvert): HTMLElement {
  const box = element("div", {}, echeances(ouvert.echeances));
  if (session.calendrierPerime) {
    void session
      .reload()
      .then(() => box.replaceChildren(echeances(session.ouvert?.echeances ?? [])))
      .catch((error: unknown) => session.fail(error));
  }
  return box;
}

function echeances(items: readonly Echeance[]): HTMLElement {
  const lines = items.map(({ guichet, due, date, texte }) => {
    const sign = due ? "● À réunir" : date ? "○ À venir" : "– Aucune échéance";
    return element(
      "li",
      {},
      element("strong", {}, guichet),
      " ",
      element("span", { class: due ? "etiquette attention" : "etiquette" }, sign),
      element("p", { class: "note" }, texte),
    );
  });
  return element(
    "section",
    {},
    element("h3", {}, "Calendrier des comités"),
    element("ul", { class: "sans-puce" }, ...lines),
  );
}

function enveloppes(items: readonly EtatEnveloppe[]): HTMLElement {
  const lines = items.map(({ guichet, total, accorde, reste, source }) =>
    element(
      "li",
      {},
      element("strong", {}, guichet),
      total === undefined
        ? `\u00a0: ${formatEuros(accorde)} accordés, enveloppe non renseignée.`
        : `\u00a0: ${formatEuros(accorde)} accordés sur ${formatEuros(total)}, ${restant(reste ?? total - accorde)}.`,
      element("p", { class: "note" }, source),
    ),
  );
  return element(
    "section",
    {},
    element("h3", {}, compter(items.length, "Enveloppe", "Enveloppes").replace(/^\d+ /, "")),
    element("ul", { class: "sans-puce" }, ...lines),
  );
}
