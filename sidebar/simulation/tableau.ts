import { compter } from "../../src/dossiers/text.js";
import { element } from "../kit/element.js";
import { lireMontant } from "../kit/lecture.js";
import { defilant, entete, type Titre } from "../kit/table.js";
import { type Brouillon, bilanBrouillon, isAuDessus, type Ligne } from "./etat.js";
import { euros, habitants, score } from "./formats.js";

const TITRES: readonly Titre[] = [
  "Retenu",
  "Position",
  "N°",
  "Porteur et projet",
  "Éligibilité",
  ["Demandé", "montant"],
  ["Possible", "montant"],
  ["Montant (€)", "montant"],
  ["Score", "montant"],
  ["Population", "montant"],
];

const POSITIONS = [
  ["", "libre"],
  ["Imposé", "imposé"],
  ["Écarté", "écarté"],
] as const;

/** The dossiers of a scenario: what is forced, the amounts, what is retained. */
export function tableau(brouillon: Brouillon, changed: () => void): HTMLElement {
  return defilant(
    "Dossiers du scénario",
    element(
      "table",
      {},
      entete(TITRES),
      element("tbody", {}, ...brouillon.lignes.map((ligne) => rangee(ligne, changed))),
    ),
  );
}

function rangee(ligne: Ligne, changed: () => void): HTMLElement {
  const { dossier } = ligne;
  const retained = element("td", { class: "signe" });
  const row = element("tr", {});
  const show = () => {
    row.className = ligne.retenu ? "retenu" : "";
    retained.textContent = ligne.retenu ? "✓ retenu" : "–";
  };
  const touched = () => {
    show();
    changed();
  };
  row.append(
    retained,
    element("td", {}, position(ligne, touched)),
    element("th", { scope: "row" }, dossier.numero),
    element(
      "td",
      {},
      `${dossier.porteur}${dossier.intitule === "" ? "" : ` – ${dossier.intitule}`}`,
    ),
    element("td", {}, dossier.issue),
    element("td", { class: "montant" }, euros(dossier.demande)),
    element("td", { class: "montant" }, euros(dossier.possible)),
    element("td", { class: "montant" }, montant(ligne, touched)),
    element("td", { class: "montant" }, score(dossier.score)),
    element("td", { class: "montant" }, habitants(dossier.population)),
  );
  show();
  return row;
}

function position(ligne: Ligne, touched: () => void): HTMLElement {
  const select = element(
    "select",
    { "aria-label": `Position du dossier ${ligne.dossier.numero}` },
    ...POSITIONS.map(([value, label]) =>
      element("option", { value, selected: value === ligne.position }, label),
    ),
  );
  select.addEventListener("change", () => {
    ligne.position = select.value as Ligne["position"];
    ligne.retenu = ligne.position === "Imposé" && (ligne.montant ?? 0) > 0;
    touched();
  });
  return select;
}

function montant(ligne: Ligne, touched: () => void): HTMLElement {
  const { numero, possible } = ligne.dossier;
  const input = element("input", {
    inputmode: "decimal",
    value: ligne.saisie,
    "aria-label": `Montant du dossier ${numero}, en euros`,
  });
  const check = () => {
    const { erreur } = lireMontant(ligne.saisie);
    const above = isAuDessus(ligne) ? `Au-dessus du possible\u00a0: ${euros(possible)}.` : "";
    input.setAttribute("aria-invalid", String(erreur !== undefined || above !== ""));
    input.title = erreur ?? above;
  };
  input.addEventListener("input", () => {
    const { valeur: cents } = lireMontant(input.value);
    ligne.saisie = input.value;
    ligne.montant = cents;
    if (cents === undefined || cents === 0) ligne.retenu = false;
    else if (ligne.position === "Imposé") ligne.retenu = true;
    check();
    touched();
  });
  check();
  return input;
}

/** What the retained dossiers amount to; `refresh` counts again. */
export function bilan(brouillon: Brouillon): { node: HTMLElement; refresh: () => void } {
  const node = element("dl", { class: "bilan" });
  const refresh = () => {
    const { nombre, montant, score: points, population } = bilanBrouillon(brouillon);
    const rest = brouillon.enveloppe === undefined ? undefined : brouillon.enveloppe - montant;
    const without = brouillon.lignes.filter((ligne) => !ligne.montant).length;
    const above = brouillon.lignes.filter(isAuDessus).length;
    const unscored =
      brouillon.objectif === "Score"
        ? brouillon.lignes.filter(({ dossier }) => dossier.score === undefined).length
        : 0;
    const items: readonly (readonly [string, string, boolean?])[] = [
      ["Retenus", `${nombre} sur ${brouillon.lignes.length}`],
      ["Montant", euros(montant)],
      ["Reste de l’enveloppe", euros(rest), rest !== undefined && rest < 0],
      ["Score total", score(points)],
      ["Population servie", habitants(population)],
      ...(unscored > 0
        ? ([["Sans score", compter(unscored, "dossier, compté 0", "dossiers, comptés 0")]] as const)
        : []),
      ...(above > 0
        ? ([["Au-dessus du possible", compter(above, "dossier", "dossiers"), true]] as const)
        : []),
      ...(without > 0
        ? ([
            [
              "Sans montant",
              compter(without, "dossier, jamais retenu", "dossiers, jamais retenus"),
            ],
          ] as const)
        : []),
    ];
    node.replaceChildren(
      ...items.map(([term, value, over]) =>
        element(
          "div",
          {},
          element("dt", {}, term),
          element("dd", { class: over && "depasse" }, value),
        ),
      ),
    );
  };
  refresh();
  return { node, refresh };
}
