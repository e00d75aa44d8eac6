import type { EnvoiPrepare, OuvertureEnvoi } from "../../src/app/envois-preparer.js";
import { button, byId, element } from "../kit/element.js";
import { latest } from "../kit/latest.js";
import { messageOf, tell } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { type Extension, fichierDe } from "./fichiers.js";
import { message } from "./message.js";
import { script } from "./scripts.js";
import { telecharger } from "./telecharger.js";

const preparer = latest(script.preparer);

/** The choice of a report; each one says whether it was sent. */
function choix({ rapports }: OuvertureEnvoi, choisi: string): HTMLElement {
  const select = element(
    "select",
    { id: "rapport" },
    ...rapports.map(({ nom, transmis }) =>
      element(
        "option",
        { value: nom, selected: nom === choisi },
        transmis ? `${nom} – transmis` : nom,
      ),
    ),
  );
  select.addEventListener("change", () => {
    tell("", "");
    void montrer(select.value);
  });
  return element("div", {}, element("label", { for: "rapport" }, "Rapport"), select);
}

/** The files of a report. */
function fichiers(envoi: EnvoiPrepare): HTMLElement {
  const complet = element("input", { id: "complet", type: "checkbox" });
  const scdl = envoi.rapport.rapport === "SCDL";
  const one = (extension: Extension, label: string) =>
    button(label, () => {
      try {
        const { nom, contenu } = fichierDe(envoi, extension, complet.checked);
        telecharger(nom, contenu);
        tell("fait", `Fichier «\u00a0${nom}\u00a0» téléchargé.`);
      } catch (error) {
        tell("erreur", `Le fichier n’a pas pu être fait\u00a0: ${messageOf(error)}`);
      }
    });
  return element(
    "section",
    { class: "fichiers", "aria-labelledby": "titre-fichiers" },
    element("h2", { id: "titre-fichiers" }, "Fichier à joindre"),
    element(
      "div",
      { class: "actions" },
      one("xlsx", "Télécharger .xlsx"),
      one("ods", "Télécharger .ods"),
      one("csv", scdl ? "Télécharger .csv (schéma SCDL)" : "Télécharger .csv (liste seule)"),
    ),
    element(
      "div",
      { class: "case" },
      complet,
      element(
        "label",
        { for: "complet" },
        "Avec le bas de l’onglet\u00a0: ce qui manque et ce qui a changé (.xlsx et .ods)",
      ),
    ),
  );
}

/** What became of the report, and its marking. */
function transmission(envoi: EnvoiPrepare): HTMLElement {
  const state = element("p", {}, envoi.etat);
  if (envoi.transmis) return element("div", {}, state);
  const actions = element("div", { class: "actions" });
  const ask = button("Marquer comme transmis…", () => {
    actions.replaceChildren(
      confirmer,
      button("Annuler", () => actions.replaceChildren(ask)),
    );
    confirmer.focus();
  });
  const confirmer = button(
    "Oui, figer cet onglet",
    () => void busy(confirmer, "Enregistrement…", () => marquer(envoi.onglet)),
    { class: "principal" },
  );
  actions.append(ask);
  return element(
    "section",
    { class: "fichiers", "aria-labelledby": "titre-transmis" },
    element("h2", { id: "titre-transmis" }, "Une fois envoyé"),
    state,
    element(
      "p",
      { class: "note" },
      "Les formules de l’onglet deviennent des valeurs et il ne sera plus jamais remplacé. Le prochain rapport dira ce qui a changé depuis.",
    ),
    actions,
  );
}

async function marquer(onglet: string): Promise<void> {
  try {
    const result = await script.marquer(onglet);
    await ouvrir(onglet);
    if (result.kind === "refus") tell("erreur", result.message);
    else
      tell(
        "fait",
        `«\u00a0${result.onglet}\u00a0» est marqué comme transmis, dans l’onglet «\u00a0Envois\u00a0».`,
      );
  } catch (error) {
    tell("erreur", messageOf(error));
  }
}

let ouverture: OuvertureEnvoi | undefined;

/** Shows one report; what was being asked of another one is dropped. */
async function montrer(onglet: string): Promise<void> {
  if (!ouverture) return;
  try {
    const envoi = await preparer(onglet);
    if (!envoi) return;
    if (envoi.kind === "refus") {
      byId("vue").replaceChildren(choix(ouverture, onglet));
      tell("erreur", envoi.message);
      return;
    }
    byId("vue").replaceChildren(
      choix(ouverture, onglet),
      ...envoi.avertissements.map((text) => element("p", { class: "message attention" }, text)),
      message(envoi),
      fichiers(envoi),
      transmission(envoi),
    );
  } catch (error) {
    tell("erreur", messageOf(error));
    byId("vue").replaceChildren(
      choix(ouverture, onglet),
      button("Réessayer", () => void montrer(onglet), { class: "principal" }),
    );
  }
}

/** Opens on a report, or on the one the script proposes. */
async function ouvrir(onglet?: string): Promise<void> {
  try {
    ouverture = await script.ouvrir();
    const shown = onglet ?? ouverture.choisi;
    if (shown !== "") {
      await montrer(shown);
      return;
    }
    byId("vue").replaceChildren(
      element(
        "p",
        { class: "message attention" },
        "Aucun rapport dans ce classeur\u00a0: faites d’abord FITN7 ▸ Rapport mensuel DITP, ou un autre rapport du menu Rapports.",
      ),
    );
  } catch (error) {
    tell("erreur", messageOf(error));
    byId("vue").replaceChildren(
      button("Réessayer", () => void ouvrir(onglet), { class: "principal" }),
    );
  }
}

void ouvrir();
