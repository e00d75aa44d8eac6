import type { DossierSimule, ScenarioEnregistre } from "../../src/app/simulation/protocole.js";
import { bilanDe } from "../../src/rules/scenario.js";
import { element } from "../kit/element.js";
import { defilant, entete } from "../kit/table.js";
import { euros, habitants, score } from "./formats.js";
import type { Session } from "./session.js";

/** The kept scenarios side by side: what each amounts to, and dossier by dossier. */
export function comparer({ ouvert }: Session): HTMLElement {
  const { scenarios, dossiers } = ouvert;
  if (scenarios.length === 0) {
    return element(
      "p",
      { class: "message" },
      "Aucun scénario enregistré. Faites-en un dans «\u00a0Scénario\u00a0», puis enregistrez-le.",
    );
  }
  const known = new Map(dossiers.map((dossier) => [dossier.numero, dossier]));
  const numeros = [...new Set(scenarios.flatMap((one) => retenus(one).map(([numero]) => numero)))];
  return element(
    "section",
    { "aria-label": "Scénarios enregistrés" },
    element("h2", { tabindex: -1 }, "Scénarios côte à côte"),
    defilant(
      "Comparaison",
      element(
        "table",
        {},
        entete(["Scénario", ...scenarios.map(({ nom }) => [nom, "montant"] as const)]),
        element("tbody", {}, ...chiffres(scenarios, known)),
        element(
          "tbody",
          {},
          ...numeros.map((numero) =>
            rangee(
              `${numero} ${known.get(numero)?.porteur ?? "(n’est plus à décider)"}`,
              scenarios.map((scenario) => {
                const found = retenus(scenario).find(([own]) => own === numero);
                return found ? `✓ ${euros(found[1])}` : "–";
              }),
            ),
          ),
        ),
      ),
    ),
  );
}

/** What each scenario amounts to, a row for each figure. */
function chiffres(
  scenarios: readonly ScenarioEnregistre[],
  known: ReadonlyMap<string, DossierSimule>,
): readonly HTMLElement[] {
  const bilans = scenarios.map((scenario) => {
    const bilan = bilanDe(
      retenus(scenario).map(([cle, montant]) => {
        const { score: points, population } = known.get(cle) ?? {};
        return {
          cle,
          ...(montant !== undefined && { montant }),
          ...(points !== undefined && { score: points }),
          ...(population !== undefined && { population }),
        };
      }),
    );
    return { ...bilan, reste: scenario.enveloppe - bilan.montant };
  });
  const figures: readonly (readonly [string, readonly string[]])[] = [
    ["Guichet", scenarios.map(({ guichet }) => guichet)],
    ["Objectif", scenarios.map(({ objectif }) => objectif)],
    ["Enveloppe", scenarios.map(({ enveloppe }) => euros(enveloppe))],
    ["Dossiers retenus", bilans.map(({ nombre }) => String(nombre))],
    ["Montant", bilans.map(({ montant }) => euros(montant))],
    ["Reste", bilans.map(({ reste }) => euros(reste))],
    ["Score total", bilans.map((bilan) => score(bilan.score))],
    ["Population servie", bilans.map(({ population }) => habitants(population))],
  ];
  return figures.map(([titre, cells]) => rangee(titre, cells));
}

function retenus({
  lignes,
}: ScenarioEnregistre): readonly (readonly [string, number | undefined])[] {
  return lignes
    .filter(({ choix }) => choix !== "Écarté")
    .map(({ numero, montant }) => [numero, montant] as const);
}

function rangee(titre: string, cells: readonly string[]): HTMLElement {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, titre),
    ...cells.map((text) => element("td", { class: "montant" }, text)),
  );
}
