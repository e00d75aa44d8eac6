import { compter } from "../../../src/dossiers/text.js";
import type { EtatImport, LotEnAttente } from "../../../src/imports/protocole.js";
import { groupThousands } from "../../../src/rules/cents.js";
import { button, element } from "../../kit/element.js";

export type Ouvert = Extract<EtatImport, { readonly kind: "ouvert" }>;

export interface EcranFichier {
  readonly etat: Ouvert;
  readonly choisi: (fichier: File) => void;
  readonly refuse: (message: string) => void;
  readonly reprendre: (lot: LotEnAttente) => void;
  readonly abandonner: (lot: LotEnAttente, bouton: HTMLButtonElement) => void;
}

/** First screen: a file to choose or to drop, and imports that were left in the middle. */
export function ecranFichier(options: EcranFichier): HTMLElement {
  const { etat } = options;
  return element(
    "section",
    {},
    element("h2", { tabindex: -1 }, "Choisir le fichier exporté de la plateforme"),
    element(
      "p",
      {},
      `Les dossiers iront dans l’onglet «\u00a0${etat.onglet}\u00a0» (${etat.dossiers === 0 ? "aucun dossier pour l’instant" : compter(etat.dossiers, "dossier")}). Rien n’est écrit avant que vous ayez vu l’aperçu.`,
    ),
    ...etat.avertissements.map((text) => element("p", { class: "message attention" }, text)),
    ...etat.enAttente.map((lot) => pending(lot, options)),
    dropZone(options),
    element(
      "details",
      {},
      element("summary", {}, "Où trouver ce fichier\u00a0?"),
      element(
        "ul",
        {},
        element(
          "li",
          {},
          "Sur la plateforme, ouvrez la démarche, puis «\u00a0Télécharger un dossier ou un export\u00a0». Les formats .csv, .xlsx et .ods conviennent.",
        ),
        element(
          "li",
          {},
          "Le .xlsx et le .ods contiennent en plus les entreprises et les avis\u00a0; le .csv ne les contient pas.",
        ),
        element(
          "li",
          {},
          "Un export fait avec un modèle, ou votre propre tableau, convient aussi\u00a0: vous direz à quoi correspond chaque colonne.",
        ),
        element(
          "li",
          {},
          "Le fichier est lu par votre navigateur\u00a0: seules les colonnes retenues sont envoyées dans votre classeur, rien ne passe par Drive.",
        ),
      ),
    ),
  );
}

function dropZone({ choisi, refuse }: EcranFichier): HTMLElement {
  const input = element("input", {
    type: "file",
    id: "fichier",
    class: "hors-ecran",
    accept: ".csv,.tsv,.txt,.xlsx,.xlsm,.ods",
    "aria-describedby": "formats",
  });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) choisi(file);
    input.value = "";
  });
  const zone = element(
    "div",
    { class: "depot" },
    input,
    element("label", { for: "fichier", class: "bouton" }, "Choisir un fichier…"),
    element(
      "p",
      { class: "note", id: "formats" },
      "Fichier .csv, .xlsx ou .ods, que vous pouvez aussi déposer ici.",
    ),
  );
  for (const type of ["dragenter", "dragover"] as const) {
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.classList.add("survol");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("survol"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("survol");
    const files = [...(event.dataTransfer?.files ?? [])];
    const [file] = files;
    if (files.length > 1) refuse("Déposez un seul fichier à la fois.");
    else if (file) choisi(file);
    else refuse("Ce que vous avez déposé n’est pas un fichier.");
  });
  return zone;
}

function pending(lot: LotEnAttente, { reprendre, abandonner }: EcranFichier): HTMLElement {
  const whole = lot.recus >= lot.total;
  const drop = button("Abandonner cet import", () => abandonner(lot, drop));
  return element(
    "div",
    { class: "message attention" },
    element(
      "p",
      {},
      whole
        ? `L’import de «\u00a0${lot.fichier}\u00a0» n’a pas été terminé\u00a0: ${compter(lot.total, "ligne attend", "lignes attendent")} votre accord, rien n’a encore été écrit.`
        : `L’envoi de «\u00a0${lot.fichier}\u00a0» s’est arrêté à ${groupThousands(lot.recus)} lignes sur ${groupThousands(lot.total)}\u00a0; rien n’a été écrit. Choisissez de nouveau le fichier pour recommencer.`,
    ),
    element(
      "div",
      { class: "actions" },
      ...(whole
        ? [button("Reprendre à l’aperçu", () => reprendre(lot), { class: "principal" })]
        : []),
      drop,
    ),
  );
}
