import type { Comite, ModificationComite } from "../../src/app/comite/protocole.js";
import { STATUTS_COMITE, type StatutComite } from "../../src/dossiers/onglets.js";
import { formatDay, isDay } from "../../src/rules/day.js";
import { button, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";
import { type Champ, champ, fauteDeJour, select } from "./champ.js";
import { script } from "./scripts.js";
import type { Session } from "./session.js";

/** Who was there, one to a line. */
export function champPresents(text: string): Champ<HTMLTextAreaElement> {
  const made = champ(
    "Membres présents",
    element("textarea", { rows: 3 }),
    "Un par ligne. Vous pourrez compléter pendant la séance.",
  );
  made.field.value = text;
  return made;
}

/** Changes a committee once it exists: its day and its name take its agenda and its decisions with them. */
export function modification(session: Session, comite: Comite): HTMLElement {
  const day = champ("Date", element("input", { type: "date", value: comite.date ?? "" }));
  const name = champ("Nom", element("input", { type: "text", value: comite.nom }));
  const former = comite.date && formatDay(comite.date);
  let proposed = comite.nom;
  day.field.addEventListener("change", () => {
    const { value } = day.field;
    if (!former || name.field.value !== proposed || !isDay(value)) return;
    proposed = comite.nom.replace(former, formatDay(value));
    name.field.value = proposed;
  });
  const people = champPresents(comite.presents);
  const items = STATUTS_COMITE.map((statut) => ({ cle: statut, libelle: statut }));
  const statut = champ("Statut", select(items, comite.statut));
  const asked = (): ModificationComite => ({
    nom: comite.nom,
    nouveauNom: name.field.value.trim(),
    ...(day.field.value !== "" && { date: day.field.value }),
    presents: people.field.value,
    statut: statut.field.value as StatutComite,
  });
  const save = button("Enregistrer", () =>
    busy(save, "Enregistrement…", async () => {
      const absent = comite.date === undefined ? "" : "Indiquez la date du comité.";
      day.complain(fauteDeJour(day.field.value, absent));
      name.complain(name.field.value.trim() ? "" : "Donnez un nom au comité.");
      const wrong = [day, name].find(({ field }) => field.matches("[aria-invalid]"));
      if (wrong) return wrong.field.focus();
      await send(session, asked());
    }),
  );
  return element(
    "details",
    {},
    element("summary", {}, "Modifier ce comité"),
    day.box,
    name.box,
    people.box,
    statut.box,
    element("div", { class: "actions" }, save),
  );
}

/** Sends the change; what was typed stays where it is refused, or where it has to be agreed to first. */
async function send(session: Session, demande: ModificationComite): Promise<void> {
  try {
    const answer = await script.modifier(demande);
    if (answer.kind === "confirmer") {
      const agree = button(
        "Redater les décisions",
        () => busy(agree, "Enregistrement…", () => send(session, { ...demande, confirme: true })),
        { class: "principal" },
      );
      session.tell("attention", answer.message, [agree]);
      return agree.focus();
    }
    if (answer.kind === "refus") return session.tell("erreur", answer.message);
    const { nom, nouveauNom = nom } = demande;
    await follow(session, nom, nouveauNom);
    const { lot } = answer;
    const undo = button("Annuler", () =>
      busy(undo, "Annulation…", () => takeBack(session, lot ?? "", nom, nouveauNom)),
    );
    session.tell("fait", answer.message, lot ? [undo] : undefined);
  } catch (error) {
    session.fail(error);
  }
}

/** Shows the committees anew once one goes by another name, or by the same. */
async function follow(session: Session, before: string, now: string): Promise<void> {
  if (now !== before) session.brouillons.renommer(before, now);
  if (session.nomComite === before) session.nomComite = now;
  await session.reload();
  session.show("seance");
}

async function takeBack(session: Session, lot: string, before: string, now: string): Promise<void> {
  try {
    const answer = await script.retablir({ lot, nom: now });
    if (answer.kind !== "fait") return session.tell("erreur", answer.message);
    await follow(session, now, before);
    session.tell("fait", answer.message);
  } catch (error) {
    session.fail(error);
  }
}
