import { announce } from "../kit/annonce.js";
import { element } from "../kit/element.js";
import type { Brouillon, Fiche } from "./brouillon.js";
import { type Champ, champ } from "./champ.js";
import { champException } from "./champ-exception.js";
import { choixAvis } from "./choix-avis.js";
import { constatsDe, constatsDits, enveloppeDe } from "./constats.js";
import { type Controle, controler } from "./controle.js";
import type { EnSaisie } from "./en-saisie.js";
import { montantEtTaux } from "./montant-taux.js";

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
  let brouillon = start;
  let controle = controler(fiche, start);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const saisie: EnSaisie = {
    lire: () => brouillon,
    changer: (part) => {
      brouillon = { ...brouillon, ...part };
      change(brouillon);
      controle = controler(fiche, brouillon);
      show(brouillon, controle);
      clearTimeout(pause);
      pause = setTimeout(() => announce(constatsDits(controle)), PAUSE);
    },
  };
  const { box, show } = champs(fiche, saisie);
  show(brouillon, controle);
  return {
    box,
    lire: saisie.lire,
    controle: () => controle,
    noter: (notes) => saisie.changer({ notes }),
    focusManque: () => {
      const [first] = controle.manques;
      if (first) focusOn(first.champ);
    },
  };
}

/** The fields, and what shows of them as a draft and its check stand. */
function champs(
  fiche: Fiche,
  saisie: EnSaisie,
): {
  readonly box: HTMLElement;
  readonly show: (brouillon: Brouillon, controle: Controle) => void;
} {
  const { cadre } = fiche;
  const montants = montantEtTaux(cadre, saisie);
  const envelope = element("div", {});
  const motifException = texteLong(saisie, "motifException", "Motif de l’exception (obligatoire)");
  const derogation = texteLong(
    saisie,
    "derogation",
    "Dérogation\u00a0: motif (obligatoire)",
    "Dossier inéligible\u00a0: ce motif restera visible dans la colonne «\u00a0Motif\u00a0».",
  );
  const favorable = element(
    "div",
    {},
    ...montants.boxes,
    envelope,
    ...champException(cadre, saisie),
    motifException.box,
    derogation.box,
  );
  const motif = texteLong(saisie, "motif", "Motif");
  const findings = element("div", { id: "controles" });
  const box = element(
    "section",
    { id: "decision", "aria-labelledby": "titre-decision" },
    element("h3", { id: "titre-decision", tabindex: -1 }, "Décision"),
    choixAvis(saisie),
    favorable,
    motif.box,
    texteLong(saisie, "conditions", "Conditions particulières").box,
    findings,
  );
  return {
    box,
    show: ({ avis, exception }, controle) => {
      const isFavorable = avis === "favorable";
      favorable.hidden = !isFavorable;
      motifException.box.hidden = !exception;
      derogation.box.hidden = cadre.issue !== "Inéligible";
      motif.name(avis !== "" && !isFavorable ? "Motif (obligatoire)" : "Motif");
      montants.complain(controle.erreurs);
      envelope.replaceChildren(...enveloppeDe(fiche, controle));
      findings.replaceChildren(...constatsDe(controle));
    },
  };
}

/** A text of some lines. */
function texteLong(
  { lire, changer }: EnSaisie,
  key: "motif" | "conditions" | "derogation" | "motifException",
  label: string,
  help = "",
): Champ<HTMLTextAreaElement> {
  const made = champ(label, element("textarea", { rows: 2, id: key }), help);
  made.field.value = lire()[key];
  made.field.addEventListener("input", () => changer({ [key]: made.field.value }));
  return made;
}

/** Puts the focus in a field, or in the first of a group; what is folded around it is opened. */
function focusOn(id: string): void {
  const place = document.getElementById(id);
  const folded = place?.closest("details");
  if (folded) folded.open = true;
  const target = place?.matches("fieldset") ? place.querySelector("input") : place;
  target?.focus();
}
