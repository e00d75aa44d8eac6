import type { EntrepriseConnue, LaureatSuivi } from "../../src/app/suivi/protocole.js";
import { nomDepartement, readDepartement } from "../../src/dossiers/departements.js";
import { button, element, labelled } from "../kit/element.js";
import { lireMontant } from "../kit/lecture.js";
import { tell } from "../kit/message.js";
import { script } from "./scripts.js";
import { boutonEnregistrer, type Session } from "./session.js";

/** Companies paid with the grant: those known, and one more. */
export function entreprises(session: Session, laureat: LaureatSuivi): HTMLElement {
  const field = (nom: string, attributes = {}) =>
    session.champ(`entreprise.${nom}`, element("input", attributes));
  const nom = field("nom");
  const departement = field("departement", { placeholder: "59 ou Nord" });
  const siret = field("siret", { inputmode: "numeric" });
  const montant = field("montant", { inputmode: "decimal" });
  const objet = field("objet");
  const date = field("date", { type: "date" });
  const keep = boutonEnregistrer(session, "Enregistrer l’entreprise", "entreprise.", () => {
    const amount = lireMontant(montant.value);
    if (amount.erreur !== undefined) {
      tell("erreur", `Montant\u00a0: ${amount.erreur}`);
      montant.focus();
      return undefined;
    }
    return script.entreprise({
      numero: laureat.numero,
      entreprise: nom.value.trim(),
      departement: departement.value,
      siret: siret.value.trim(),
      objet: objet.value.trim(),
      ...(amount.valeur !== undefined && { montant: amount.valeur }),
      ...(date.value !== "" && { date: date.value }),
    });
  });
  return element(
    "section",
    { "aria-label": "Entreprises" },
    connues(laureat, (entreprise) => {
      for (const [control, value] of [
        [nom, entreprise.nom],
        [departement, entreprise.departement ?? ""],
      ] as const) {
        control.value = value;
        control.dispatchEvent(new Event("input"));
      }
      (entreprise.departement === undefined ? departement : siret).focus();
    }),
    element("h2", {}, "Ajouter ou compléter"),
    labelled("nom", "Entreprise", nom),
    labelled("departement", "Département du siège", departement),
    departementLu(departement),
    labelled("siret", "SIRET (facultatif)", siret),
    labelled("montant", "Montant de la commande, en euros (facultatif)", montant),
    labelled("objet", "Objet (facultatif)", objet),
    labelled("date-commande", "Date (facultative)", date),
    element("div", { class: "actions" }, keep),
  );
}

/** What is read of a département as it is typed: its code and name, or what is expected. */
function departementLu(field: HTMLInputElement): HTMLElement {
  const place = element("p", { class: "note", "aria-live": "polite" });
  const show = () => {
    const reading = readDepartement(field.value);
    field.setAttribute("aria-invalid", String(!reading.ok));
    if (!reading.ok) place.textContent = `Attendu ${reading.attendu}.`;
    else if (reading.value === undefined) place.textContent = "";
    else place.textContent = `${reading.value} – ${nomDepartement(reading.value) ?? ""}`;
  };
  field.addEventListener("input", show);
  show();
  return place;
}

/** The companies known, each with a button that takes it up in the fields below. */
function connues(
  { entreprises: known }: LaureatSuivi,
  reprendre: (entreprise: EntrepriseConnue) => void,
): HTMLElement {
  if (known.length === 0) return element("p", { class: "note" }, "Aucune entreprise connue.");
  return element(
    "ul",
    {},
    ...known.map((entreprise) =>
      element(
        "li",
        {},
        `${entreprise.nom} (${entreprise.departement ?? "département du siège manquant"}) `,
        button("Compléter", () => reprendre(entreprise), {
          "aria-label": `Compléter ${entreprise.nom}`,
        }),
      ),
    ),
  );
}
