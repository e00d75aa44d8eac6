import type { ColonnesManquantes } from "../../src/app/colonnes-requises.js";
import type {
  DemandeEtat,
  DossierSuites,
  LigneEtat,
  ResultatAnnulationSuites,
  ResultatEtat,
  SuitesDuComite,
} from "../../src/app/suites/protocole.js";
import { formatEuros } from "../../src/rules/cents.js";
import { formatDay } from "../../src/rules/day.js";
import { ETATS_SUITE, type EtatSuite } from "../../src/rules/suites.js";
import { call } from "../kit/call.js";
import { button, element } from "../kit/element.js";
import { messageOf } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import type { AutourDesSuites } from "./apres-suites.js";
import { champ, fauteDeJour, select } from "./champ.js";

type Suites = Extract<SuitesDuComite, { kind: "suites" }>;

/** Takes dossiers of the committee to a state, several at once; each gets its own answer. */
export function etats(
  { dossiers, aujourdhui }: Suites,
  autour: AutourDesSuites,
  reload: () => Promise<void>,
): HTMLElement {
  const laureats = dossiers.filter(({ suivant, etat }) => suivant || etat === "Soldé");
  const results = element("div", { class: "resultats" });
  if (laureats.length === 0) {
    return element(
      "section",
      {},
      element("h3", {}, "États"),
      element("p", {}, "Aucun dossier retenu par ce comité."),
    );
  }
  const targets = [...ETATS_SUITE, "Abandonné"] as const;
  const vers = champ(
    "Nouvel état",
    select(
      targets.map((cle) => ({ cle, libelle: cle })),
      nextOfMost(laureats),
    ),
  );
  const jour = champ(
    "Date",
    element("input", { type: "date", value: aujourdhui, max: aujourdhui }),
    "La date de «\u00a0Payé\u00a0» vient de l’onglet «\u00a0Paiements\u00a0».",
  );
  const boxes = laureats.map((dossier) => caseDe(dossier));
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
  const mark = button(
    "Marquer les dossiers cochés",
    () =>
      busy(mark, "Enregistrement…", async () => {
        const numeros = boxes.filter(({ box }) => box.checked).map(({ dossier }) => dossier.numero);
        if (numeros.length === 0) {
          autour.tell("attention", "Cochez au moins un dossier.");
          return;
        }
        const target = vers.field.value as EtatSuite;
        const wrong = target === "Payé" ? "" : fauteDeJour(jour.field.value, "Indiquez la date.");
        jour.complain(wrong);
        if (wrong !== "") {
          jour.field.focus();
          return;
        }
        const demande: DemandeEtat =
          target === "Payé"
            ? { numeros, vers: target }
            : { numeros, vers: target, jour: jour.field.value };
        await send(demande, autour, results, reload);
      }),
    { class: "principal" },
  );
  return element(
    "section",
    {},
    element("h3", {}, "États"),
    vers.box,
    jour.box,
    element("div", { class: "actions" }, tickAll),
    element("fieldset", {}, element("legend", {}, "Dossiers"), ...boxes.map(({ line }) => line)),
    element("div", { class: "actions" }, mark),
    results,
  );
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

/** Sends the change; the answer stays below the list, with what is left ticked where nothing was written. */
async function send(
  demande: DemandeEtat,
  autour: AutourDesSuites,
  results: HTMLElement,
  reload: () => Promise<void>,
): Promise<void> {
  try {
    const answer = await call<ResultatEtat | ColonnesManquantes>("apiMarquerEtat", demande);
    if (answer.kind === "colonnes") {
      askColumns(answer, demande, autour, results, reload);
      return;
    }
    if (answer.kind === "refus") {
      autour.tell("erreur", answer.message);
      return;
    }
    const { lot, lignes, message } = answer;
    if (lot === "") results.replaceChildren(detail(lignes));
    else await Promise.all([reload(), autour.changed()]);
    const undo = button("Annuler", () =>
      busy(undo, "Annulation…", () => takeBack(lot, autour, reload)),
    );
    const refused = lignes.some(({ ok }) => !ok);
    const said = [message, ...lignes.flatMap(phrasesOf)].join("\n");
    autour.tell(refused ? "attention" : "fait", said, lot === "" ? [] : [undo]);
  } catch (error) {
    autour.tell("erreur", messageOf(error));
  }
}

async function takeBack(
  lot: string,
  autour: AutourDesSuites,
  reload: () => Promise<void>,
): Promise<void> {
  try {
    const answer = await call<ResultatAnnulationSuites>("apiSuitesAnnuler", { lot });
    if (answer.kind === "fait") await Promise.all([reload(), autour.changed()]);
    autour.tell(answer.kind === "fait" ? "fait" : "erreur", answer.message);
  } catch (error) {
    autour.tell("erreur", messageOf(error));
  }
}

/** What is said of a dossier above the screen: a refusal, or what is worth knowing. */
function phrasesOf({ numero, porteur, ok, message, avis }: LigneEtat): readonly string[] {
  const who = `${numero}${porteur === "" ? "" : `, ${porteur}`}`;
  return [
    ...(ok ? [] : [`✗ ${who}\u00a0: ${message}`]),
    ...avis.map((text) => `! ${who}\u00a0: ${text}`),
  ];
}

function detail(lignes: readonly LigneEtat[]): HTMLElement {
  return element("ul", {}, ...lignes.flatMap(phrasesOf).map((text) => element("li", {}, text)));
}

function askColumns(
  { champs, message }: ColonnesManquantes,
  demande: DemandeEtat,
  autour: AutourDesSuites,
  results: HTMLElement,
  reload: () => Promise<void>,
): void {
  const add = button("Ajouter cette colonne", () =>
    busy(add, "Ajout…", async () => {
      try {
        const answer = await call<{ kind: string; message?: string }>("apiSuitesColonnes", {
          champs,
        });
        if (answer.kind === "refus") autour.tell("erreur", answer.message ?? "");
        else await send(demande, autour, results, reload);
      } catch (error) {
        autour.tell("erreur", messageOf(error));
      }
    }),
  );
  autour.tell("attention", message, [add]);
}
