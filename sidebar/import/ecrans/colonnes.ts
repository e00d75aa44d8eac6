import { CHAMPS, NOMS_CHAMPS } from "../../../src/dossiers/champs.js";
import { compter } from "../../../src/dossiers/text.js";
import { CHAMPS_IMPORTES } from "../../../src/imports/champs-importes.js";
import type { ColonneRecue } from "../../../src/imports/fichier.js";
import type { Champ } from "../../../src/rules/dossier.js";
import { button, byId, element } from "../../kit/element.js";
import { entete } from "../../kit/table.js";
import type { Rattachement } from "../correspondances.js";
import { warnings } from "./contenu.js";
import type { Ouvert } from "./fichier.js";

export interface EcranColonnes {
  readonly etat: Ouvert;
  readonly rattachement: Rattachement;
  /** Why a mapping can't be used; nothing where it can. */
  readonly problemes: () => readonly string[];
  readonly apercu: () => void;
  readonly retour: () => void;
}

const MANNERS = {
  plateforme: "colonne de la plateforme",
  titre: "même titre",
  synonyme: "titre proche",
  memoire: "comme au dernier import",
  aucun: "non reconnue",
} as const;

const ASIDE = "— laissée de côté —";

/** Groups of the list of fields: how often each is taken from a file. */
function groups(): readonly { readonly label: string; readonly champs: readonly Champ[] }[] {
  const fields = NOMS_CHAMPS.filter((champ) => champ !== "numero");
  return [
    { label: "Ce qui identifie un dossier", champs: ["numero"] },
    {
      label: "Repris à chaque import",
      champs: fields.filter((champ) => CHAMPS_IMPORTES.has(champ)),
    },
    {
      label: "Repris une fois, pour un nouveau dossier",
      champs: fields.filter((champ) => !CHAMPS_IMPORTES.has(champ)),
    },
  ];
}

/** Column of the file → field, with what stands in it and how it was recognised. */
export function ecranColonnes(options: EcranColonnes): HTMLElement {
  const { rattachement, problemes, apercu, retour, etat } = options;
  const { colonnes, alertes } = rattachement.reconnu;
  const owned = new Map(etat.colonnes.map(({ champ, titre }) => [champ, titre]));
  const summary = element("p", { role: "status" });
  const wrong = element("div", { id: "problemes" });
  const next = button(
    "Voir l’aperçu",
    () => {
      const found = problemes();
      if (found.length === 0) return apercu();
      wrong.replaceChildren(problems(found));
      byId("liste-problemes").focus();
    },
    { class: "principal" },
  );

  function refresh(): void {
    const taken = rattachement.reprises;
    summary.textContent = `${compter(taken, "colonne reprise", "colonnes reprises")}, ${compter(colonnes.length - taken, "laissée de côté", "laissées de côté")}. Votre choix sera proposé au prochain import de cette démarche.`;
    const found = problemes();
    wrong.replaceChildren(...(found.length > 0 ? [problems(found)] : []));
    for (const row of rows) row.refresh();
  }

  const rows = colonnes.map((colonne) => line(colonne, rattachement, owned, refresh));
  refresh();
  return element(
    "section",
    {},
    element("h2", { tabindex: -1 }, "À quoi correspond chaque colonne"),
    warnings(alertes),
    wrong,
    summary,
    filtre(rows, rattachement),
    element(
      "table",
      { "aria-label": "Colonnes du fichier" },
      entete(["Colonne du fichier", "Exemples", "Va dans", "Reconnue par"]),
      element("tbody", {}, ...rows.map(({ node }) => node)),
    ),
    element("div", { class: "actions bas" }, next, button("Revenir", retour)),
  );
}

/** Hides the lines whose column is not the one looked for. */
function filtre(rows: readonly Line[], rattachement: Rattachement): HTMLElement {
  const filter = element("input", {
    type: "search",
    "aria-label": "Filtrer les colonnes du fichier",
    placeholder: "Filtrer les colonnes…",
  });
  const asideOnly = element("input", { type: "checkbox", id: "de-cote" });
  const narrow = () => {
    const word = filter.value.trim().toLowerCase();
    for (const { node, colonne } of rows) {
      const named = colonne.titre.toLowerCase().includes(word);
      const kept = !asideOnly.checked || rattachement.champDe(colonne) === "";
      node.hidden = !named || !kept;
    }
  };
  filter.addEventListener("input", narrow);
  asideOnly.addEventListener("change", narrow);
  return element(
    "div",
    { class: "filtre" },
    filter,
    element("label", { for: "de-cote" }, asideOnly, " Seulement celles laissées de côté"),
  );
}

function problems(found: readonly string[]): HTMLElement {
  return element(
    "ul",
    { class: "message erreur puces", id: "liste-problemes", tabindex: -1, role: "alert" },
    ...found.map((text) => element("li", {}, text)),
  );
}

interface Line {
  readonly colonne: ColonneRecue;
  readonly node: HTMLElement;
  readonly refresh: () => void;
}

function line(
  colonne: ColonneRecue,
  rattachement: Rattachement,
  owned: ReadonlyMap<Champ, string>,
  changed: () => void,
): Line {
  const target = element("span", { class: "note bloc" });
  const manner = element("td");
  const where = colonne.table === "etablissements" ? "onglet Etablissements" : "";
  const node = element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      colonne.titre || "(sans titre)",
      ...(where ? [element("span", { class: "note bloc" }, where)] : []),
      ...(colonne.doublon ? [element("span", { class: "note bloc" }, "titre en double")] : []),
    ),
    element(
      "td",
      { class: "exemples" },
      ...(colonne.exemples.length === 0
        ? [element("span", { class: "note" }, "vide")]
        : colonne.exemples.map((text) => element("span", { class: "exemple" }, text))),
    ),
    element("td", {}, choixDuChamp(colonne, rattachement, changed), target),
    manner,
  );
  return {
    colonne,
    node,
    refresh: () => {
      const champ = rattachement.champDe(colonne);
      node.classList.toggle("de-cote", champ === "");
      target.textContent = champ === "" ? "" : destination(champ, owned);
      manner.replaceChildren(...maniere(colonne, rattachement));
    },
  };
}

function choixDuChamp(
  colonne: ColonneRecue,
  rattachement: Rattachement,
  changed: () => void,
): HTMLSelectElement {
  const choose = element(
    "select",
    { "aria-label": `Champ de la colonne «\u00a0${colonne.titre}\u00a0»` },
    element("option", { value: "" }, ASIDE),
    ...groups().map(({ label, champs }) =>
      element(
        "optgroup",
        { label },
        ...champs.map((champ) => element("option", { value: champ }, CHAMPS[champ].titre)),
      ),
    ),
  );
  choose.value = rattachement.champDe(colonne);
  choose.addEventListener("change", () => {
    rattachement.choisir(colonne, choose.value as Champ | "");
    changed();
  });
  return choose;
}

/** How a column came to its field, and which others go there too. */
function maniere(colonne: ColonneRecue, rattachement: Rattachement): readonly (Node | string)[] {
  const how = rattachement.estChoisi(colonne) ? "votre choix" : MANNERS[colonne.reconnu];
  const others = rattachement.voisines(colonne);
  if (others.length === 0) return [how];
  const titres = others.map(({ titre }) => titre).join("\u00a0», «\u00a0");
  return [
    how,
    element(
      "span",
      { class: "note bloc" },
      `aussi «\u00a0${titres}\u00a0»\u00a0: la première remplie compte`,
    ),
  ];
}

/** The référent's own column, where it has another title than the field, or where there is none. */
function destination(champ: Champ, owned: ReadonlyMap<Champ, string>): string {
  const own = owned.get(champ);
  if (own === undefined) return "votre onglet n’a pas cette colonne";
  return own === CHAMPS[champ].titre ? "" : `votre colonne «\u00a0${own}\u00a0»`;
}
