import { button, element } from "../kit/element.js";
import { tell } from "../kit/message.js";
import { copier } from "./copier.js";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A text to copy, with its label and its button. */
function champ(label: string, field: Field, quoi: string): HTMLElement {
  const copy = button(
    "Copier",
    async () => {
      if (await copier(field)) tell("fait", `${quoi} dans le presse-papiers.`);
      else
        tell(
          "attention",
          "Le navigateur refuse la copie\u00a0: le texte est sélectionné, faites Ctrl+C.",
        );
    },
    { "aria-label": `Copier\u00a0: ${label}` },
  );
  return element(
    "div",
    { class: "champ" },
    element("label", { for: field.id }, label),
    field,
    copy,
  );
}

/** Longest address that mail programs take. */
const LONGEST = 1_900;

/** A link that opens one's own mail program; the body stays out where it is too long for one. */
function adresse(destinataire: string, objet: string, corps: string): string {
  const head = `mailto:${encodeURIComponent(destinataire).replace(/%40/g, "@").replace(/%2C/g, ",")}?subject=${encodeURIComponent(objet)}`;
  const whole = `${head}&body=${encodeURIComponent(corps.replace(/\n/g, "\r\n"))}`;
  return whole.length <= LONGEST ? whole : head;
}

/** The message: recipient, subject and body, ready to copy or to open in one's own mail. */
export function message(envoi: {
  readonly destinataire: string;
  readonly objet: string;
  readonly corps: string;
}): HTMLElement {
  const destinataire = element("input", {
    id: "destinataire",
    type: "text",
    value: envoi.destinataire,
  });
  const objet = element("input", { id: "objet", type: "text", value: envoi.objet });
  const corps = element("textarea", { id: "corps" });
  corps.value = envoi.corps;
  const mail = element(
    "a",
    { class: "bouton", target: "_blank", rel: "noopener" },
    "Ouvrir dans ma messagerie",
  );
  const refresh = () => {
    mail.href = adresse(destinataire.value, objet.value, corps.value);
  };
  for (const field of [destinataire, objet, corps]) field.addEventListener("input", refresh);
  refresh();
  return element(
    "section",
    {},
    champ("Destinataire", destinataire, "Destinataire"),
    champ("Objet", objet, "Objet"),
    champ("Message", corps, "Message"),
    element("div", { class: "actions" }, mail),
    element(
      "p",
      { class: "note" },
      "FITN7 n’envoie rien lui-même\u00a0: copiez le message dans votre messagerie et joignez le fichier téléchargé.",
    ),
  );
}
