import type { DossierVoisin, Raison } from "../../src/app/comite/protocole.js";
import { CHAMPS } from "../../src/dossiers/champs.js";
import { compter } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import { element } from "../kit/element.js";
import type { Fiche } from "./brouillon.js";
import { issueLabel } from "./etiquettes.js";
import { groupBySource } from "./sources.js";

/** A dossier at a glance: facts (the theme apart, in the guichet's words), outcome with its reasons, rules, neighbours, earlier decisions. */
export function fiche(shown: Fiche): readonly HTMLElement[] {
  return [
    element("p", {}, element("strong", {}, "Thème"), `\u00a0: ${shown.themeLibelle}`),
    faits(shown),
    eligibilite(shown),
    regles(shown),
    voisins(shown.voisins),
    anterieures(shown),
  ];
}

function section(title: string, ...children: readonly Node[]): HTMLElement {
  return element("section", {}, element("h3", {}, title), ...children);
}

/** A folded part, with how much there is in it. */
function folded(summary: string, open: boolean, ...children: readonly Node[]): HTMLElement {
  return element("details", { open }, element("summary", {}, summary), ...children);
}

function faits({ faits }: Fiche): HTMLElement {
  const others = faits.filter(({ libelle }) => libelle !== CHAMPS.theme.titre);
  const lines = others.flatMap(({ libelle, valeur }) => [
    element("dt", {}, libelle),
    element("dd", {}, valeur === "" ? "non renseigné" : valeur),
  ]);
  return element("dl", { class: "faits" }, ...lines);
}

const GRAVITES: readonly {
  readonly gravite: Raison["gravite"];
  readonly un: string;
  readonly plusieurs: string;
}[] = [
  { gravite: "bloquant", un: "point bloquant", plusieurs: "points bloquants" },
  { gravite: "a_verifier", un: "point à vérifier", plusieurs: "points à vérifier" },
  { gravite: "avertissement", un: "avertissement", plusieurs: "avertissements" },
  { gravite: "verifie", un: "point vérifié à la main", plusieurs: "points vérifiés à la main" },
];

function eligibilite({ issue, raisons }: Fiche): HTMLElement {
  const groups = GRAVITES.flatMap(({ gravite, un, plusieurs }) => {
    const own = raisons.filter((raison) => raison.gravite === gravite);
    if (own.length === 0) return [];
    const list = element("ul", {}, ...own.map(raisonLine));
    return [folded(compter(own.length, un, plusieurs), gravite === "bloquant", list)];
  });
  const none = groups.length === 0 ? [element("p", { class: "note" }, "Aucune réserve.")] : [];
  return section("Éligibilité", element("p", {}, issueLabel(issue)), ...groups, ...none);
}

function raisonLine({ code, phrase, source }: Raison): HTMLElement {
  return element(
    "li",
    {},
    phrase,
    element(
      "span",
      { class: "note bloc" },
      [code, source].filter((text) => text !== "").join(" · "),
    ),
  );
}

function regles({ regles }: Fiche): HTMLElement {
  const groups = groupBySource(regles).flatMap(({ source, items }) => [
    element("ul", {}, ...items.map(({ texte }) => element("li", {}, texte))),
    element("p", { class: "note" }, source),
  ]);
  return section("Taux et montants permis", ...groups);
}

function voisins(items: readonly DossierVoisin[]): HTMLElement {
  const lines = items.map(({ numero, intitule, etat, demande, accorde, pourquoi }) => {
    const sums = [
      ...(demande === undefined ? [] : [`${formatEuros(demande)} demandés`]),
      ...(accorde === undefined ? [] : [`${formatEuros(accorde)} accordés`]),
    ];
    return element(
      "li",
      {},
      element("strong", {}, numero),
      ` ${intitule}`,
      element("span", { class: "bloc" }, [etat, ...sums].filter((text) => text !== "").join(" · ")),
      element("span", { class: "note bloc" }, pourquoi),
    );
  });
  if (items.length === 0)
    return element("p", { class: "note" }, "Aucun autre dossier ni doublon probable.");
  const title = compter(items.length, "autre dossier ou doublon", "autres dossiers ou doublons");
  return folded(title, false, element("ul", {}, ...lines));
}

function anterieures({ anterieures }: Fiche): HTMLElement {
  if (anterieures.length === 0)
    return element("p", { class: "note" }, "Aucune décision antérieure.");
  const lines = anterieures.map(({ quand, qui, champ, avant, apres }) =>
    element(
      "li",
      {},
      `${champ}\u00a0: ${avant || "vide"} → ${apres || "vide"}`,
      element(
        "span",
        { class: "note bloc" },
        [quand, qui].filter((text) => text !== "").join(" · "),
      ),
    ),
  );
  const title = compter(anterieures.length, "changement antérieur", "changements antérieurs");
  return folded(title, false, element("ul", {}, ...lines));
}
