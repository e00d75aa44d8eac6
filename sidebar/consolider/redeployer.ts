import type { ResultatMouvement } from "../../src/app/region/protocole.js";
import { luAttendu } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import type { Mouvement } from "../../src/rules/mouvements.js";
import { actionButton } from "../kit/bouton.js";
import { element, labelled } from "../kit/element.js";
import { lireMontant } from "../kit/lecture.js";
import { tell } from "../kit/message.js";
import { script } from "./scripts.js";
import { type Ouvert, table } from "./situation.js";

/** What is typed of a movement: kept while the page is drawn again. */
export interface Saisie {
  date: string;
  de: string;
  vers: string;
  montant: string;
  motif: string;
}

/** The form of a movement, and a way to fill it in. */
export interface Formulaire {
  readonly section: HTMLElement;
  /** Puts a movement into the fields, none tried yet, and goes to the button that tries it. */
  readonly remplir: (saisie: Saisie) => void;
}

/**
 * A movement of drawing right from one département to another: tried first, then recorded.
 *
 * @param done told once a movement was recorded
 */
export function redeployer(
  { departements }: Ouvert,
  saisie: Saisie,
  done: () => Promise<void>,
): Formulaire {
  const place = element("div", { "aria-live": "polite" });
  const controls = new Map<keyof Saisie, HTMLInputElement | HTMLSelectElement>();
  const bind = <E extends HTMLInputElement | HTMLSelectElement>(
    nom: keyof Saisie,
    control: E,
  ): E => {
    control.value = saisie[nom];
    control.addEventListener("input", () => {
      saisie[nom] = control.value;
      place.replaceChildren();
    });
    controls.set(nom, control);
    return control;
  };
  const remplir = (typed: Saisie) => {
    Object.assign(saisie, typed);
    for (const [nom, control] of controls) control.value = saisie[nom];
    place.replaceChildren();
    tell("", "");
    attempt.focus();
    attempt.scrollIntoView({ block: "center" });
  };
  const choice = () =>
    element(
      "select",
      {},
      element("option", { value: "" }, "choisir…"),
      ...departements.map(({ code, nom }) => element("option", { value: code }, `${code} ${nom}`)),
    );
  const attempt = actionButton("Essayer", "Calcul…", async () => {
    const mouvement = lire(saisie);
    if (!mouvement) return;
    const result = await script.mouvement(mouvement, true);
    if (result.kind === "refus") {
      place.replaceChildren();
      tell("erreur", result.message);
      return;
    }
    tell("", "");
    place.replaceChildren(...apercu(result, mouvement, done));
  });
  const section = element(
    "section",
    { "aria-label": "Redéployer" },
    element("h2", {}, "Redéployer entre départements"),
    element(
      "p",
      { class: "note" },
      "Ce qu’un département cède, un autre le reçoit\u00a0: la somme des mouvements est toujours nulle. Un département ne peut pas descendre sous ce qu’il a accordé.",
    ),
    element(
      "div",
      { class: "reglages" },
      labelled("date", "Date", bind("date", element("input", { type: "date" }))),
      labelled("de", "De", bind("de", choice())),
      labelled("vers", "Vers", bind("vers", choice())),
      labelled(
        "montant",
        "Montant (€)",
        bind("montant", element("input", { inputmode: "decimal" })),
      ),
    ),
    labelled("motif", "Motif", bind("motif", element("input", {}))),
    element("div", { class: "actions" }, attempt),
    place,
  );
  return { section, remplir };
}

function lire({ date, de, vers, montant, motif }: Saisie): Mouvement | undefined {
  const { valeur, erreur } = lireMontant(montant);
  if (date === "" || de === "" || vers === "") {
    tell("erreur", "Indiquez la date et les deux départements.");
    return undefined;
  }
  if (valeur === undefined) {
    const wrong = erreur ?? luAttendu(montant, "un montant en euros, par exemple 15\u00a0000");
    tell("erreur", `Montant\u00a0: ${wrong}`);
    return undefined;
  }
  return { date, de, vers, montant: valeur, motif };
}

function apercu(
  { apres, message, attention }: Extract<ResultatMouvement, { kind: "apercu" | "fait" }>,
  mouvement: Mouvement,
  done: () => Promise<void>,
): readonly HTMLElement[] {
  const keep = actionButton(
    "Enregistrer ce mouvement",
    "Enregistrement…",
    async () => {
      const result = await script.mouvement(mouvement, false);
      if (result.kind === "fait") await done();
      tell(result.kind === "fait" ? "fait" : "erreur", result.message);
    },
    true,
  );
  const euros = (cents: number | undefined) => (cents === undefined ? "–" : formatEuros(cents));
  return [
    element("h3", {}, message),
    table(
      ["Département", "Droit de tirage", "Accordé", "Reste"],
      apres.map(({ code, droit, accorde, reste }) => [
        code,
        euros(droit),
        euros(accorde),
        euros(reste),
      ]),
    ),
    ...attention.map((text) => element("p", { class: "message attention" }, text)),
    element("div", { class: "actions" }, keep),
  ];
}
