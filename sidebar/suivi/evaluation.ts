import type { LaureatSuivi, NoteEvaluation } from "../../src/app/suivi/protocole.js";
import { readNumber } from "../../src/dossiers/numbers.js";
import { luAttendu } from "../../src/dossiers/text.js";
import type { CritereEvaluation } from "../../src/reports/evaluation.js";
import { element, labelled } from "../kit/element.js";
import { tell } from "../kit/message.js";
import { script } from "./scripts.js";
import { boutonEnregistrer, type Session } from "./session.js";

/** The regional grid for one lauréat. */
export function evaluation(session: Session, laureat: LaureatSuivi): HTMLElement {
  const { criteres, echelle } = session.ouvert.grille;
  if (criteres.length === 0) {
    return element(
      "p",
      { class: "message" },
      "La grille d’évaluation n’est pas fixée. Les documents n’en donnent pas\u00a0: le niveau régional la fixe (IDF). Dans l’onglet Paramètres, ajoutez une ligne par critère\u00a0: clé evaluation.impact (par exemple), valeur\u00a0: le libellé du critère\u00a0; et la clé evaluation.echelle pour la note maximale (5 si absente).",
    );
  }
  const fields = criteres.map((critere) => critereSaisi(session, laureat, critere, echelle));
  const keep = boutonEnregistrer(session, "Enregistrer l’évaluation", "evaluation.", () => {
    const notes: NoteEvaluation[] = [];
    for (const { lire } of fields) {
      const read = lire();
      if (!read) return undefined;
      notes.push(read);
    }
    return script.evaluation({ numero: laureat.numero, notes });
  });
  return element(
    "section",
    { "aria-label": "Évaluation" },
    element("p", { class: "note" }, `Notes de 0 à ${echelle}.`),
    ...fields.map(({ node }) => node),
    element("div", { class: "actions" }, keep),
  );
}

function critereSaisi(
  session: Session,
  laureat: LaureatSuivi,
  { code, libelle }: CritereEvaluation,
  echelle: number,
): { node: HTMLElement; lire: () => NoteEvaluation | undefined } {
  const known = laureat.evaluation.find((one) => one.code === code);
  const note = session.champ(
    `evaluation.${code}.note`,
    element("input", {
      inputmode: "decimal",
      value: known?.note?.toString().replace(".", ",") ?? "",
    }),
  );
  const commentaire = session.champ(
    `evaluation.${code}.commentaire`,
    element("textarea", {}, known?.commentaire ?? ""),
  );
  return {
    node: element(
      "fieldset",
      {},
      element("legend", {}, libelle),
      labelled(`note-${code}`, "Note", note),
      labelled(`commentaire-${code}`, "Commentaire", commentaire),
    ),
    lire: () => {
      const reading = readNumber(note.value);
      const value = reading.ok ? reading.value : Number.NaN;
      if (value !== undefined && !(value >= 0 && value <= echelle)) {
        const wrong = luAttendu(note.value, `une note de 0 à ${echelle}`);
        tell("erreur", `${libelle}\u00a0: ${wrong}`);
        note.focus();
        return undefined;
      }
      return {
        code,
        commentaire: commentaire.value.trim(),
        ...(value !== undefined && { note: value }),
      };
    },
  };
}
