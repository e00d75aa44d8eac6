import type { DecisionAnterieure, DossierVoisin, Raison } from "../../src/app/comite/protocole.js";
import { CHAMPS } from "../../src/dossiers/champs.js";
import { compter } from "../../src/dossiers/text.js";
import { formatEuros } from "../../src/rules/cents.js";
import { formatDay, isDay } from "../../src/rules/day.js";
import { button, element } from "../kit/element.js";
import type { Fiche } from "./brouillon.js";
import { issueLabel } from "./etiquettes.js";
import { groupBySource } from "./sources.js";

/**
 * A dossier at a glance: facts (the theme apart, in the guichet's words), outcome with its reasons, rules,
 * opinions gathered, neighbours, earlier decisions.
 *
 * @param open shows another dossier
 */
export function fiche(shown: Fiche, open: (numero: string) => void): readonly HTMLElement[] {
  return [
    element("p", {}, element("strong", {}, "Thème"), `\u00a0: ${shown.themeLibelle}`),
    faits(shown),
    eligibilite(shown),
    regles(shown),
    ...avisRecueillis(shown),
    voisins(shown.voisins, open),
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
  const lines = others.map(({ libelle, valeur }) =>
    element(
      "div",
      {},
      element("dt", {}, libelle),
      element("dd", {}, valeur === "" ? "non renseigné" : valeur),
    ),
  );
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

function voisins(items: readonly DossierVoisin[], open: (numero: string) => void): HTMLElement {
  const lines = items.map(({ numero, intitule, etat, demande, accorde, pourquoi }) => {
    const sums = [
      ...(demande === undefined ? [] : [`${formatEuros(demande)} demandés`]),
      ...(accorde === undefined ? [] : [`${formatEuros(accorde)} accordés`]),
    ];
    return element(
      "li",
      {},
      button(numero, () => open(numero), { class: "petit", title: `Ouvrir le dossier ${numero}` }),
      ` ${intitule}`,
      element("span", { class: "bloc" }, [etat, ...sums].filter((text) => text !== "").join(" · ")),
      element("span", { class: "note bloc" }, pourquoi),
    );
  });
  if (items.length === 0)
    return element("p", { class: "note" }, "Aucun autre dossier ni doublon probable.");
  const title = compter(items.length, "autre dossier ou doublon", "autres dossiers ou doublons");
  return folded(title, true, element("ul", {}, ...lines));
}

/** What experts and other préfectures answered, as the référent keeps it. */
function avisRecueillis({ avis }: Fiche): readonly HTMLElement[] {
  if (avis.length === 0) return [];
  const lines = avis.map(({ titre, texte }) =>
    element("li", {}, element("strong", {}, titre), element("span", { class: "bloc" }, texte)),
  );
  return [section("Avis recueillis", element("ul", {}, ...lines))];
}

/** Former changes, the latest first, those of one record together; open where a decision was taken. */
function anterieures({ anterieures }: Fiche): HTMLElement {
  if (anterieures.length === 0)
    return element("p", { class: "note" }, "Aucune décision antérieure.");
  const records = recordsOf(anterieures);
  const lines = records.map((changes) => {
    const [{ quand, qui }] = changes;
    const fields = changes.map(({ champ, avant, apres }) =>
      element(
        "span",
        { class: "bloc" },
        avant === "" ? `${champ}\u00a0: ${apres}` : `${champ}\u00a0: ${avant} → ${apres || "vide"}`,
      ),
    );
    const when = [instantFrancais(quand), qui].filter((text) => text !== "").join(" · ");
    return element("li", {}, ...fields, element("span", { class: "note bloc" }, when));
  });
  const title = compter(records.length, "changement antérieur", "changements antérieurs");
  const decided = anterieures.some(({ champ }) => champ === CHAMPS.etat.titre);
  return folded(title, decided, element("ul", {}, ...lines));
}

type Enregistrement = readonly [DecisionAnterieure, ...DecisionAnterieure[]];

/** Changes that one person recorded at one instant. */
function recordsOf(changes: readonly DecisionAnterieure[]): readonly Enregistrement[] {
  const records: [DecisionAnterieure, ...DecisionAnterieure[]][] = [];
  for (const change of changes) {
    const last = records[records.length - 1];
    if (last && last[0].quand === change.quand && last[0].qui === change.qui) last.unshift(change);
    else records.push([change]);
  }
  return records;
}

/** An instant of the Journal. @example instantFrancais("2021-07-06 14:05:09") // "06/07/2021 à 14:05" */
function instantFrancais(instant: string): string {
  const [day = "", time = ""] = instant.split(" ");
  return isDay(day) ? `${formatDay(day)}${time && ` à ${time.slice(0, 5)}`}` : instant;
}
