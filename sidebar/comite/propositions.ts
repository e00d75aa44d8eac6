import type { ResultatProposition, ResultatValidation } from "../../src/app/comite/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import { announce } from "../kit/annonce.js";
import { button, element } from "../kit/element.js";
import { messageOf } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { titre } from "./champ.js";
import { colonnesManquantes } from "./colonnes-manquantes.js";
import { jauge } from "./jauge.js";
import { script } from "./scripts.js";
import type { Session } from "./session.js";

type Resultat = Extract<ResultatValidation, { kind: "apercu" | "fait" }>;

/** Looks at some proposals, or records them; all those that can be where none is named. */
type Run = (apercu: boolean, numeros?: readonly string[]) => Promise<void>;

/** Validates the proposals prepared in the sheet's columns, several at once. */
export function propositions(session: Session): HTMLElement {
  const body = element("div", {}, element("p", {}, "Lecture des propositions…"));
  const chosen = new Set<string>();
  let seen: readonly ResultatProposition[] = [];
  const run: Run = async (apercu, numeros) => {
    try {
      const asked = numeros ? seen.filter(({ numero }) => numeros.includes(numero)) : [];
      const attendu = asked.map(({ porteur, ok, message, ...line }) => line);
      const result = await script.valider({
        comite: session.nomComite,
        apercu,
        ...(numeros && { numeros }),
        ...(!apercu && { attendu }),
      });
      if (result.kind === "refus") throw new Error(result.message);
      if (result.kind === "colonnes") return showColumns(session, body, result, () => run(true));
      if (numeros === undefined) {
        for (const { numero, ok } of result.lignes) if (ok) chosen.add(numero);
      }
      if (result.kind === "fait") await session.reload();
      seen = merged(seen, result.lignes);
      const lignes = result.kind === "fait" ? result.lignes : seen;
      body.replaceChildren(...resultOf(session, { ...result, lignes }, chosen, run));
      announce(result.message);
      if (numeros) body.querySelector<HTMLElement>(".message")?.focus();
    } catch (error) {
      if (numeros) return session.fail(error);
      body.replaceChildren(element("p", { class: "message erreur" }, messageOf(error)));
      announce(messageOf(error));
    }
  };
  void run(true);
  return element(
    "section",
    {},
    titre("Valider les propositions"),
    element(
      "p",
      { class: "note" },
      "Ce que vous avez préparé dans les colonnes «\u00a0Avis proposé\u00a0», «\u00a0Montant proposé\u00a0» et «\u00a0Motif\u00a0» pour les dossiers de cet ordre du jour, enregistré en une fois\u00a0: tout ou rien.",
    ),
    body,
  );
}

/** The lines seen before, those just answered in their new state. */
function merged(
  before: readonly ResultatProposition[],
  now: readonly ResultatProposition[],
): readonly ResultatProposition[] {
  if (before.length === 0) return now;
  return before.map((line) => now.find(({ numero }) => numero === line.numero) ?? line);
}

/** The sheet has nowhere to prepare proposals: the columns are added after asking. */
function showColumns(
  session: Session,
  body: HTMLElement,
  { titres, message }: Extract<ResultatValidation, { kind: "colonnes" }>,
  then: () => Promise<void>,
): void {
  const ajouter = async (): Promise<void> => {
    try {
      const answer = await script.colonnes({ propositions: true });
      if (answer.kind !== "fait") return session.tell("erreur", answer.message);
      await then();
    } catch (error) {
      session.fail(error);
    }
  };
  body.replaceChildren(
    ...colonnesManquantes({ combien: titres.length, message, ajouter, relire: then }),
  );
  announce(message);
}

function resultOf(
  session: Session,
  result: Resultat,
  chosen: Set<string>,
  run: Run,
): readonly Node[] {
  const { lignes, message, enveloppes, kind, lot, depassement } = result;
  const done = kind === "fait";
  const mood = done ? "fait" : depassement ? "erreur" : "";
  const said = element("p", { class: `message ${mood}`, tabindex: -1 }, message);
  const bars = enveloppes.flatMap(({ guichet, total, accorde, apres, source }) =>
    total === undefined
      ? []
      : [
          element("h3", {}, `Enveloppe ${guichet}`),
          jauge({ total, avant: accorde, montant: apres - accorde }, source),
        ],
  );
  const again = button("Relire la feuille", () => session.show("propositions"));
  if (lignes.length === 0) return [said, element("div", { class: "actions" }, again)];
  const runChosen = async (apercu: boolean): Promise<void> => {
    if (chosen.size === 0) session.tell("attention", "Cochez au moins une proposition.");
    else await run(apercu, [...chosen]);
  };
  const validate = button("", () => busy(validate, "Validation…", () => runChosen(false)), {
    class: "principal",
  });
  const count = (): void => {
    validate.textContent = `Valider ${compter(chosen.size, "proposition", "propositions")}`;
  };
  count();
  const check = button("Vérifier la sélection", () =>
    busy(check, "Vérification…", () => runChosen(true)),
  );
  const undo = button("Annuler ces décisions", () =>
    busy(undo, "Annulation…", () => session.undo(lot)),
  );
  const back = button("Ordre du jour", () => session.show("agenda"));
  const list = element(
    "ul",
    { class: "liste", "aria-label": "Propositions et leur résultat" },
    ...lignes.map((ligne) => row(ligne, done ? undefined : chosen, count)),
  );
  const actions = done ? [back, ...(lot ? [undo] : [])] : [validate, check, again];
  return [said, list, element("div", { class: "actions" }, ...actions), ...bars];
}

function row(
  { numero, porteur, avis, montant, ok, message }: ResultatProposition,
  chosen: Set<string> | undefined,
  count: () => void,
): HTMLElement {
  const who = [element("strong", {}, numero), ` ${porteur}`];
  const sum = montant === undefined ? "" : `, ${formatEuros(montant)}`;
  const head = chosen
    ? element("label", { class: "case" }, box(numero, chosen, count), element("span", {}, ...who))
    : element("div", {}, ...who);
  return element(
    "li",
    { class: "fiche" },
    head,
    element("span", { class: "bloc" }, `${avis}${sum}`),
    element("span", { class: `bloc ${ok ? "bien" : "faute"}` }, `${ok ? "✓" : "✗"} ${message}`),
  );
}

function box(numero: string, chosen: Set<string>, count: () => void): HTMLInputElement {
  const made = element("input", { type: "checkbox" });
  made.checked = chosen.has(numero);
  made.addEventListener("change", () => {
    if (made.checked) chosen.add(numero);
    else chosen.delete(numero);
    count();
  });
  return made;
}
