import type { DemandeEtat, DossierSuites, SuitesDuComite } from "../../src/app/suites/protocole.js";
import { formatEuros } from "../../src/rules/cents.js";
import { type Day, formatDay } from "../../src/rules/day.js";
import { ETATS_SUITE, type EtatSuite } from "../../src/rules/suites.js";
import { button, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";
import { marquer } from "./apres-marquer.js";
import type { AutourDesSuites } from "./apres-suites.js";
import { champ, fauteDeJour, select } from "./champ.js";

type Suites = Extract<SuitesDuComite, { kind: "suites" }>;

/** Takes dossiers of the committee to a state, several at once; each gets its own answer. */
export function etats(
  { dossiers, aujourdhui }: Suites,
  autour: AutourDesSuites,
  reload: () => Promise<void>,
): HTMLElement {
  const title = element("h3", {}, "États");
  const laureats = dossiers.filter(({ suivant, etat }) => suivant || etat === "Soldé");
  if (laureats.length === 0) {
    const none = element("p", {}, "Aucun dossier retenu par ce comité.");
    return element("section", {}, title, none);
  }
  const results = element("div", { class: "resultats" });
  const passage = choixPassage(laureats, aujourdhui);
  const mark = button(
    "Marquer les dossiers cochés",
    () =>
      busy(mark, "Enregistrement…", async () => {
        const demande = passage.demande(autour);
        if (demande) await marquer(demande, autour, results, reload);
      }),
    { class: "principal" },
  );
  return element(
    "section",
    {},
    title,
    ...passage.boxes,
    element("div", { class: "actions" }, mark),
    results,
  );
}

/** The state to go to, its day, the dossiers to tick. */
function choixPassage(
  laureats: readonly DossierSuites[],
  aujourdhui: Day,
): {
  readonly boxes: readonly HTMLElement[];
  /** What is chosen; nothing where something lacks, which is said. */
  readonly demande: (autour: AutourDesSuites) => DemandeEtat | undefined;
} {
  const vers = champ(
    "Nouvel état",
    select(
      [...ETATS_SUITE, "Abandonné"].map((cle) => ({ cle, libelle: cle })),
      nextOfMost(laureats),
    ),
  );
  const jour = champ(
    "Date",
    element("input", { type: "date", value: aujourdhui, max: aujourdhui }),
    "La date de «\u00a0Payé\u00a0» vient de l’onglet «\u00a0Paiements\u00a0».",
  );
  const boxes = laureats.map(caseDe);
  const ready = () => boxes.filter(({ dossier }) => dossier.suivant === vers.field.value);
  const tickAll = button("", () => {
    for (const { box } of ready()) box.checked = true;
  });
  /** Who may go to the state chosen; a payment has no day to type. */
  const refresh = (): void => {
    const count = ready().length;
    tickAll.hidden = count === 0;
    tickAll.textContent =
      count > 1
        ? `Cocher les ${count} dossiers dont c’est l’étape suivante`
        : "Cocher le dossier dont c’est l’étape suivante";
    jour.box.hidden = vers.field.value === "Payé";
  };
  vers.field.addEventListener("change", refresh);
  refresh();
  return {
    boxes: [
      vers.box,
      jour.box,
      element("div", { class: "actions" }, tickAll),
      element("fieldset", {}, element("legend", {}, "Dossiers"), ...boxes.map(({ line }) => line)),
    ],
    demande: ({ tell }) => {
      const numeros = boxes.filter(({ box }) => box.checked).map(({ dossier }) => dossier.numero);
      if (numeros.length === 0) {
        tell("attention", "Cochez au moins un dossier.");
        return undefined;
      }
      const target = vers.field.value as EtatSuite;
      const day = jour.field.value;
      const wrong = target === "Payé" ? "" : fauteDeJour(day, "Indiquez la date.");
      jour.complain(wrong);
      if (wrong !== "") {
        jour.field.focus();
        return undefined;
      }
      return target === "Payé" ? { numeros, vers: target } : { numeros, vers: target, jour: day };
    },
  };
}

/** The state that most of the dossiers go to next. */
function nextOfMost(dossiers: readonly DossierSuites[]): EtatSuite {
  const count = (etat: EtatSuite) => dossiers.filter(({ suivant }) => suivant === etat).length;
  return [...ETATS_SUITE].sort((a, b) => count(b) - count(a))[0] ?? "Notifié";
}

function caseDe(dossier: DossierSuites) {
  const { numero, porteur, etat, depuis, montant } = dossier;
  const id = `suite-${numero}`;
  const box = element("input", { type: "checkbox", id });
  const since = depuis === undefined ? "" : ` le ${formatDay(depuis)}`;
  const amount = montant === undefined ? "" : `, ${formatEuros(montant)}`;
  const line = element(
    "div",
    { class: "case" },
    box,
    element(
      "label",
      { for: id },
      element("strong", {}, porteur),
      ` (${numero})`,
      element("span", { class: "note" }, ` ${etat ?? "sans état"}${since}${amount}`),
    ),
  );
  return { box, line, dossier };
}
