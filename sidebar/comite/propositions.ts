import type { ResultatProposition, ResultatValidation } from "../../src/app/comite/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import { announce } from "../kit/annonce.js";
import { button, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";
import { titre } from "./champ.js";
import { jauge } from "./jauge.js";
import { script } from "./scripts.js";
import { messageOf, type Session } from "./session.js";

type Resultat = Exclude<ResultatValidation, { kind: "refus" }>;

/** Validates the proposals prepared in the sheet's columns, several at once. */
export function propositions(session: Session): HTMLElement {
  const body = element(
    "div",
    { "aria-busy": "true" },
    element("p", {}, "Lecture des propositions…"),
  );
  const chosen = new Set<string>();
  const run = async (apercu: boolean, numeros?: readonly string[]): Promise<void> => {
    try {
      const result = await script.valider(session.nomComite, apercu, numeros);
      if (result.kind === "refus") throw new Error(result.message);
      if (numeros === undefined) {
        for (const { numero, ok } of result.lignes) if (ok) chosen.add(numero);
      }
      if (result.kind === "fait") await session.reload();
      showResult(result);
    } catch (error) {
      const message = element("p", { class: "message erreur" }, messageOf(error));
      if (numeros === undefined) body.replaceChildren(message);
      else session.fail(error);
      announce(messageOf(error));
    }
    body.removeAttribute("aria-busy");
  };
  const showResult = (result: Resultat): void => {
    body.replaceChildren(...resultOf(session, result, chosen, run));
    announce(result.message);
    body.querySelector<HTMLElement>(".message")?.focus();
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

function resultOf(
  session: Session,
  result: Resultat,
  chosen: Set<string>,
  run: (apercu: boolean, numeros?: readonly string[]) => Promise<void>,
): readonly Node[] {
  const { lignes, message, enveloppes, kind, lot } = result;
  const done = kind === "fait";
  const bad = lignes.some(({ ok, numero }) => !ok && chosen.has(numero));
  const said = element(
    "p",
    { class: `message ${done ? "fait" : bad ? "erreur" : ""}`, tabindex: -1 },
    message,
  );
  const bars = enveloppes.flatMap(({ guichet, total, accorde, apres, source }) =>
    total === undefined
      ? []
      : [
          element("h3", {}, `Enveloppe ${guichet}`),
          jauge({ total, avant: accorde, montant: apres - accorde }, source),
        ],
  );
  if (lignes.length === 0) return [said];
  const validate = button("", () => busy(validate, "Validation…", () => run(false, [...chosen])), {
    class: "principal",
  });
  const count = (): void => {
    validate.textContent = `Valider ${compter(chosen.size, "proposition", "propositions")}`;
  };
  count();
  const check = button("Vérifier la sélection", () =>
    busy(check, "Vérification…", () => run(true, [...chosen])),
  );
  const undo = button("Annuler ces décisions", () =>
    busy(undo, "Annulation…", () => session.undo(lot)),
  );
  const back = button("Ordre du jour", () => session.show("agenda"));
  const table = element(
    "table",
    {},
    element("caption", { class: "hors-ecran" }, "Propositions et leur résultat"),
    element(
      "tr",
      {},
      element("th", { scope: "col" }, "Dossier"),
      element("th", { scope: "col" }, "Proposition et résultat"),
    ),
    ...lignes.map((ligne) => row(ligne, done ? undefined : chosen, count)),
  );
  const actions = done ? [back, ...(lot ? [undo] : [])] : [validate, check];
  return [said, table, element("div", { class: "actions" }, ...actions), ...bars];
}

function row(
  { numero, porteur, avis, montant, ok, message }: ResultatProposition,
  chosen: Set<string> | undefined,
  count: () => void,
): HTMLElement {
  const who = [element("strong", {}, numero), element("span", { class: "bloc" }, porteur)];
  const sum = montant === undefined ? "" : `, ${formatEuros(montant)}`;
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      ...(chosen
        ? [
            element(
              "label",
              { class: "case" },
              box(numero, chosen, count),
              element("span", {}, ...who),
            ),
          ]
        : who),
    ),
    element(
      "td",
      {},
      `${avis}${sum}`,
      element("span", { class: `bloc ${ok ? "bien" : "faute"}` }, `${ok ? "✓" : "✗"} ${message}`),
    ),
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
