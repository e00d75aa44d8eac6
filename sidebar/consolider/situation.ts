import type { EtatRegion } from "../../src/app/region/protocole.js";
import { formatEuros } from "../../src/rules/cents.js";
import { formatDay } from "../../src/rules/day.js";
import { actionButton } from "../kit/bouton.js";
import { element } from "../kit/element.js";
import { tell } from "../kit/message.js";
import { defilant, entete } from "../kit/table.js";
import { script } from "./scripts.js";

export type Ouvert = Extract<EtatRegion, { kind: "ouvert" }>;

const TITRES = [
  "Département",
  "Dossiers",
  "Droit initial",
  "Mouvements",
  "Droit de tirage",
  "Accordé",
  "Engagé",
  "Payé",
  "Reste",
  "Consolidé le",
];

/** Where each département stands. */
export function situation(etat: Ouvert): HTMLElement {
  const { departements, notes, guichet } = etat;
  const tab = actionButton("Faire l’onglet «\u00a0Suivi régional\u00a0»", "Écriture…", async () => {
    const { kind, message } = await script.suivi();
    tell(kind === "fait" ? "fait" : "erreur", message);
  });
  return element(
    "section",
    { "aria-label": "Départements" },
    element("h2", {}, `Départements, guichet ${guichet}`),
    departements.length === 0
      ? element("p", { class: "message" }, "Aucun département consolidé.")
      : defilant(
          "Droits de tirage par département",
          table(TITRES, departements.map(ligneDepartement)),
        ),
    ...resteDeLEnveloppe(etat),
    element("ul", { class: "note" }, ...notes.map((note) => element("li", {}, note))),
    element("div", { class: "actions" }, tab),
  );
}

/** A département's row, one cell under each title. */
function ligneDepartement(departement: Ouvert["departements"][number]): [string, ...string[]] {
  const { code, nom, horsTerritoire, dossiers, consolideLe } = departement;
  const { initial, net, droit, accorde, engage, paye, reste } = departement;
  return [
    `${code} ${nom}${horsTerritoire ? " (hors territoire)" : ""}`,
    String(dossiers),
    ...[initial, net, droit, accorde, engage, paye, reste].map(euros),
    consolideLe === undefined ? "jamais" : formatDay(consolideLe),
  ];
}

/** What is left of an envelope that is one for all départements. */
function resteDeLEnveloppe({ enveloppe, departements }: Ouvert): readonly HTMLElement[] {
  if (!enveloppe) return [];
  const { total, source } = enveloppe;
  const accorde = departements.reduce((sum, departement) => sum + departement.accorde, 0);
  return [
    element(
      "p",
      { class: accorde > total && "message attention" },
      `Enveloppe du guichet\u00a0: ${formatEuros(total)} moins ${formatEuros(accorde)} accordés en tout = ${formatEuros(total - accorde)}. ${source}`,
    ),
  ];
}

const euros = (cents: number | undefined) =>
  cents === undefined ? "non prévu" : formatEuros(cents);

const isAmount = (cell: string | HTMLElement = "") =>
  typeof cell === "string" && cell.endsWith("€");

/** A table of texts, and of what can be done with a row; its first column names the row. */
export function table(
  titres: readonly string[],
  rows: readonly (readonly [nom: string, ...cells: (string | HTMLElement)[]])[],
): HTMLTableElement {
  return element(
    "table",
    {},
    entete(
      titres.map((titre, column) =>
        rows.some((row) => isAmount(row[column])) ? [titre, "montant"] : titre,
      ),
    ),
    element(
      "tbody",
      {},
      ...rows.map(([name, ...cells]) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, name),
          ...cells.map((cell) => element("td", { class: isAmount(cell) && "montant" }, cell)),
        ),
      ),
    ),
  );
}
