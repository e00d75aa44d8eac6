import { compter } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import { AVIS } from "../../src/rules/decision.js";
import { formatPoints } from "../../src/rules/points.js";
import { announce } from "../kit/annonce.js";
import { element } from "../kit/element.js";
import { avecMontant, avecTaux, type Brouillon, type Fiche } from "./brouillon.js";
import { type Champ, champ } from "./champ.js";
import { type Controle, controler } from "./controle.js";
import { jauge } from "./jauge.js";
import { ecrireMontant, lireMontant } from "./lecture.js";
import { raccourcisMontant } from "./raccourcis-montant.js";

/** How long a person has stopped typing before what is missing is read out, in milliseconds. */
const PAUSE = 900;

/** The form of a decision. */
export interface Formulaire {
  readonly box: HTMLElement;
  /** What stands in the form now. */
  readonly lire: () => Brouillon;
  readonly controle: () => Controle;
  /** Takes the scores typed elsewhere on the screen. */
  readonly noter: (notes: Brouillon["notes"]) => void;
  /** Puts the focus where the first thing is to be mended. */
  readonly focusManque: () => void;
}

/**
 * The form of a decision, checked as one types.
 *
 * @param start what it begins with
 * @param change called with the whole draft at each change
 */
export function formulaire(
  fiche: Fiche,
  start: Brouillon,
  change: (brouillon: Brouillon) => void,
): Formulaire {
  const { cadre } = fiche;
  let brouillon = start;
  let controle = controler(fiche, brouillon);

  const text = (key: "montant" | "taux", label: string, help: string) =>
    champ(
      label,
      element("input", {
        type: "text",
        inputmode: "decimal",
        autocomplete: "off",
        value: brouillon[key],
        id: key,
      }),
      help,
    );
  const long = (
    key: "motif" | "conditions" | "derogation" | "motifException",
    label: string,
    help = "",
  ) => {
    const made = champ(label, element("textarea", { rows: 2, id: key }), help);
    made.field.value = brouillon[key];
    made.field.addEventListener("input", () => set({ ...brouillon, [key]: made.field.value }));
    return made;
  };

  const avis = element(
    "fieldset",
    { id: "avis", class: "avis" },
    element("legend", {}, "Avis du comité"),
  );
  for (const value of AVIS) {
    const radio = element("input", { type: "radio", name: "avis", value });
    radio.checked = brouillon.avis === value;
    radio.addEventListener("change", () => set({ ...brouillon, avis: value }));
    avis.append(element("label", { class: "case" }, radio, capital(value)));
  }

  const montant = text("montant", "Montant (€)", "Par exemple 12\u00a0000,50");
  const taux = text(
    "taux",
    "Taux (%)",
    cadre.base === undefined ? "Sans objet ici" : `Du coût de ${formatEuros(cadre.base)}`,
  );
  taux.field.readOnly = cadre.base === undefined;
  montant.field.addEventListener("input", () => {
    set(avecMontant(brouillon, cadre, montant.field.value));
    taux.field.value = brouillon.taux;
  });
  taux.field.addEventListener("input", () => {
    set(avecTaux(brouillon, cadre, taux.field.value));
    montant.field.value = brouillon.montant;
  });
  montant.field.addEventListener("change", () => {
    const read = lireMontant(montant.field.value);
    if ("erreur" in read || read.valeur === undefined) return;
    montant.field.value = ecrireMontant(read.valeur);
    set({ ...brouillon, montant: montant.field.value });
  });
  const fill = (cents: number): void => {
    montant.field.value = ecrireMontant(cents);
    montant.field.dispatchEvent(new Event("input"));
    montant.field.focus();
    announce(`Montant ${formatEuros(cents)}${brouillon.taux ? `, taux ${brouillon.taux}` : ""}.`);
  };

  const envelope = element("div", {});
  const exception = exceptionBox(fiche, brouillon, (checked) =>
    set({ ...brouillon, exception: checked }),
  );
  const motifException = long("motifException", "Motif de l’exception (obligatoire)");
  const derogation = long(
    "derogation",
    "Dérogation\u00a0: motif (obligatoire)",
    "Dossier inéligible\u00a0: ce motif restera visible dans la colonne «\u00a0Motif\u00a0».",
  );
  const favorable = element(
    "div",
    {},
    element("div", { class: "cote-a-cote" }, montant.box, taux.box),
    raccourcisMontant(cadre, fill),
    envelope,
    ...exception,
    motifException.box,
    derogation.box,
  );
  const motif = long("motif", "Motif");
  const conditions = long("conditions", "Conditions particulières");
  const motifLabel = motif.box.querySelector("label");
  const findings = element("div", { id: "controles" });

  const fields: Readonly<Record<string, Champ<HTMLInputElement>>> = { montant, taux };
  let pause: ReturnType<typeof setTimeout> | undefined;

  function set(next: Brouillon): void {
    brouillon = next;
    change(next);
    show();
    clearTimeout(pause);
    pause = setTimeout(() => announce(spoken(controle)), PAUSE);
  }

  function show(): void {
    controle = controler(fiche, brouillon);
    const isFavorable = brouillon.avis === "favorable";
    favorable.hidden = !isFavorable;
    motifException.box.hidden = !brouillon.exception;
    derogation.box.hidden = cadre.issue !== "Inéligible";
    const needed = brouillon.avis !== "" && !isFavorable;
    if (motifLabel) motifLabel.textContent = needed ? "Motif (obligatoire)" : "Motif";
    for (const [name, field] of Object.entries(fields))
      field.complain(controle.erreurs[name] ?? "");
    envelope.replaceChildren(...envelopeOf(fiche, controle));
    findings.replaceChildren(...findingsOf(controle));
  }

  show();
  const box = element(
    "section",
    { id: "decision", "aria-labelledby": "titre-decision" },
    element("h3", { id: "titre-decision", tabindex: -1 }, "Décision"),
    avis,
    favorable,
    motif.box,
    conditions.box,
    findings,
  );
  return {
    box,
    lire: () => brouillon,
    controle: () => controle,
    noter: (notes) => set({ ...brouillon, notes }),
    focusManque: () => {
      const [first] = controle.manques;
      if (!first) return;
      const place = document.getElementById(first.champ);
      const folded = place?.closest("details");
      if (folded) folded.open = true;
      const target = place?.matches("fieldset") ? place.querySelector("input") : place;
      target?.focus();
    },
  };
}

const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;

/** The box that asks for the higher rate, where the guichet provides for one. */
function exceptionBox(
  { cadre }: Fiche,
  brouillon: Brouillon,
  change: (checked: boolean) => void,
): readonly HTMLElement[] {
  if (!cadre.exception && !brouillon.exception) return [];
  const check = element("input", { type: "checkbox", id: "exception" });
  check.checked = brouillon.exception;
  check.addEventListener("change", () => change(check.checked));
  const label = cadre.exception
    ? `Exception\u00a0: jusqu’à ${formatPoints(cadre.exception.max)}`
    : "Exception (non prévue ici)";
  const source = cadre.exception
    ? [element("span", { class: "note bloc" }, cadre.exception.source)]
    : [];
  return [element("label", { class: "case" }, check, element("span", {}, label, ...source))];
}

function envelopeOf({ cadre }: Fiche, { enveloppe }: Controle): readonly Node[] {
  const total = cadre.enveloppe;
  if (!total) return [];
  const avant = total.consomme;
  const montant = enveloppe ? enveloppe.apres - enveloppe.avant : 0;
  return [jauge({ total: total.total, avant, montant }, total.source)];
}

function findingsOf({ manques, avertissements }: Controle): readonly Node[] {
  const list = (kind: string, title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          element(
            "div",
            { class: `message ${kind}` },
            element("strong", {}, title),
            element("ul", {}, ...lines.map((line) => element("li", {}, line))),
          ),
        ];
  const phrases = manques.map(({ phrase }) => phrase);
  const untouched = manques.every(({ champ }) => champ === "avis");
  return [
    ...(untouched
      ? list("", "Avant d’enregistrer\u00a0:", phrases)
      : list("erreur", "✗ Avant d’enregistrer\u00a0:", phrases)),
    ...list("attention", "! À savoir\u00a0:", avertissements),
  ];
}

function spoken({ manques, avertissements }: Controle): string {
  if (manques.length === 0) {
    return ["La décision peut être enregistrée.", ...avertissements].join(" ");
  }
  const count = compter(manques.length, "point à corriger", "points à corriger");
  return `${count}\u00a0: ${manques.map(({ phrase }) => phrase).join(" ")}`;
}
