import { departementOfInsee } from "../../../src/dossiers/departements.js";
import { compter } from "../../../src/dossiers/text.js";
import { button, element } from "../../kit/element.js";
import type { Rattachement } from "../correspondances.js";
import type { Lecture } from "../lecture/lire.js";
import type { Ouvert } from "./fichier.js";

export interface EcranContenu {
  readonly etat: Ouvert;
  readonly lecture: Lecture;
  readonly rattachement: Rattachement;
  /** Why the columns can't be used as they are. */
  readonly problemes: readonly string[];
  readonly colonnes: () => void;
  readonly apercu: () => void;
  readonly autre: () => void;
  readonly charger: (departements: string, bouton: HTMLButtonElement) => void;
}

const SEPARATORS = { ",": "virgule", ";": "point-virgule", "\t": "tabulation" } as const;

function format({ format: kind, encodage, separateur }: Lecture): string {
  if (kind === "xlsx") return "Classeur Excel (.xlsx)";
  if (kind === "ods") return "Classeur OpenDocument (.ods)";
  return `Texte CSV\u00a0: séparateur ${separateur ? SEPARATORS[separateur] : ""}, encodage ${encodage}`;
}

function facts({
  lecture,
  rattachement,
  etat,
}: EcranContenu): readonly (readonly [string, string])[] {
  const { reconnu } = rattachement;
  const { colonnes, entreprises, avis, autres } = reconnu;
  const origin =
    reconnu.format === "plateforme"
      ? `Export de la plateforme${reconnu.epoque === 2026 ? ", colonnes de 2026" : reconnu.epoque === 2021 ? ", colonnes de 2021-2022" : ""}`
      : "Tableau dont les colonnes ne sont pas celles de la plateforme";
  return [
    ["Format", format(lecture)],
    ["Origine", origin],
    ...(reconnu.demarche ? [["Démarche", reconnu.demarche] as const] : []),
    ["Dossiers", `${compter(reconnu.lignes, "ligne")} dans «\u00a0${reconnu.onglet}\u00a0»`],
    ...entreprises.map(
      ({ onglet, lignes }) =>
        ["Entreprises", `${compter(lignes, "ligne")} dans «\u00a0${onglet}\u00a0»`] as const,
    ),
    ...(avis > 0 ? [["Avis", `${compter(avis, "ligne")}, montrés dans l’aperçu`] as const] : []),
    ...(autres.length > 0 ? [["Onglets laissés de côté", autres.join(", ")] as const] : []),
    [
      "Colonnes",
      `${compter(rattachement.reprises, "reprise")}, ${compter(colonnes.length - rattachement.reprises, "laissée de côté", "laissées de côté")}${reconnu.dejaVue ? ", comme au dernier import de cette démarche" : ""}`,
    ],
    ["Destination", `Onglet «\u00a0${etat.onglet}\u00a0» (${compter(etat.dossiers, "dossier")})`],
  ];
}

/** What the file holds, before anything is sent; the short way on where nothing is in doubt. */
export function ecranContenu(options: EcranContenu): HTMLElement {
  const { lecture, rattachement, problemes } = options;
  const { alertes, dejaVue } = rattachement.reconnu;
  const sure = problemes.length === 0 && (dejaVue || rattachement.reconnu.format === "plateforme");
  const preview = button("Voir l’aperçu", options.apercu, sure ? { class: "principal" } : {});
  const columns = button(
    "Vérifier les colonnes",
    options.colonnes,
    sure ? {} : { class: "principal" },
  );
  return element(
    "section",
    {},
    element("h2", { tabindex: -1 }, `Ce que contient «\u00a0${lecture.nom}\u00a0»`),
    warnings([...problemes, ...lecture.avertissements, ...alertes]),
    element(
      "dl",
      { class: "faits" },
      ...facts(options).flatMap(([name, value]) => [
        element("dt", {}, name),
        element("dd", {}, value),
      ]),
    ),
    territories(options),
    element(
      "div",
      { class: "actions bas" },
      ...(problemes.length > 0 ? [columns] : sure ? [preview, columns] : [columns, preview]),
      button("Choisir un autre fichier", options.autre),
    ),
  );
}

/** Sentences to read before going on. */
export function warnings(sentences: readonly string[]): HTMLElement | string {
  if (sentences.length === 0) return "";
  return element(
    "ul",
    { class: "message attention puces", "aria-label": "À savoir" },
    ...sentences.map((text) => element("li", {}, text)),
  );
}

/** Départements of the communes that stand among the examples of the file's own columns. */
function departementsOf({ reconnu }: Rattachement): readonly string[] {
  const codes = reconnu.colonnes.flatMap(({ champ, exemples }) =>
    champ === "code_insee" ? exemples.map(departementOfInsee) : [],
  );
  return [...new Set(codes.filter((code) => code !== undefined))];
}

function territories({ etat, rattachement, charger }: EcranContenu): HTMLElement {
  const { departements, collectivites } = etat.territoires;
  const wanted = [etat.departement, ...departementsOf(rattachement)].filter(
    (code, index, all) =>
      code !== "" && !departements.includes(code) && all.indexOf(code) === index,
  );
  const input = element("input", {
    id: "departements",
    class: "departements",
    value: wanted.join(", "),
    placeholder: "59, 62",
    autocomplete: "off",
  });
  const load = button("Charger", () => charger(input.value, load));
  const known =
    departements.length === 0
      ? "Aucune collectivité n’est chargée\u00a0: la population et le type resteront ceux du fichier."
      : `${compter(collectivites, "collectivité chargée", "collectivités chargées")} (${departements.join(", ")})\u00a0: la population, le type et le code INSEE en viennent.`;
  return element(
    "details",
    { class: "cadre", open: wanted.length > 0 || departements.length === 0 },
    element("summary", {}, "Données de l’INSEE"),
    element("p", {}, known),
    element("label", { for: "departements" }, "Départements à charger"),
    element("div", { class: "actions serrees" }, input, load),
  );
}
