import { nommer } from "../dossiers/text.js";
import { type Cents, eurosOf } from "../rules/cents.js";
import { type Day, nameOfMonth } from "../rules/day.js";
import { isADecider } from "../rules/etat.js";
import type { Guichet } from "../rules/guichet.js";
import type { Theme } from "../rules/theme.js";
import type { BlocEnveloppe } from "./blocs-enveloppes.js";
import { celluleJour } from "./parties.js";
import { type Cellule, cellule } from "./plan.js";
import { totalDe } from "./resume.js";
import { isGuichetLu, type Suivi } from "./suivi.js";
import { dernierJour } from "./tableau-alertes.js";
import type { ConsommationParMois, Montants } from "./tableau-mois.js";
import { premiereDecision } from "./tableau-mois.js";

/** A guichet of the workbook and its block of `Enveloppes`. */
export interface GuichetSuivi {
  readonly guichet: Guichet;
  readonly bloc: BlocEnveloppe;
}

/** Amounts proposed for dossiers that nobody has decided yet. */
export function proposeNonDecide(suivi: Suivi, guichet: string, theme?: Theme): Cents {
  const waiting = suivi.dossiers
    .filter((entry) => entry.guichet.id === guichet && isGuichetLu(entry))
    .filter(({ dossier }) => isADecider(dossier.faits.etat))
    .filter((entry) => theme === undefined || entry.theme === theme);
  return totalDe(waiting, "montant_propose");
}

/** A reference that stays empty where the cell it names is. */
export function renvoi(reference: string | undefined): Cellule {
  return cellule(
    reference === undefined ? "" : { formule: `=IF(${reference}="";"";${reference})` },
    "euro",
  );
}

/** An amount that is known. */
export const euros = (cents: Cents): Cellule => cellule(eurosOf(cents), "euro");

export const TITRES_ENVELOPPES = [
  "Guichet",
  "Droit de tirage",
  "Réserve",
  "Enveloppe",
  "Proposé, non décidé",
  "Accordé",
  "Engagé",
  "Payé",
  "Reste",
  "Consommation",
  "Reste après propositions",
  "Alerte",
] as const;

/** Share of an envelope from which its consumption is told: our choice, as on `Enveloppes`. */
const SEUIL = "80%";

/** A guichet's envelope, by reference to its block. */
export function ligneEnveloppe(suivi: Suivi, { guichet, bloc }: GuichetSuivi, row: number) {
  const consommation = bloc.total.Consommation;
  return [
    cellule(guichet.id),
    renvoi(bloc.droit),
    renvoi(bloc.reserve),
    renvoi(bloc.enveloppe),
    euros(proposeNonDecide(suivi, guichet.id)),
    renvoi(bloc.total.Accordé),
    renvoi(bloc.total.Engagé),
    renvoi(bloc.total.Payé),
    renvoi(bloc.total.Reste),
    cellule(consommation ? { formule: `=${consommation}` } : "", "taux"),
    cellule({ formule: `=IF(I${row}="";"";I${row}-E${row})` }, "euro"),
    cellule({
      formule: `=IF(J${row}="";"Enveloppe non prévue";IF(J${row}>1;"Enveloppe dépassée";IF(K${row}<0;"Dépassée si tout est accordé";IF(J${row}>=${SEUIL};"80 % ou plus accordés";""))))`,
    }),
  ];
}

export const TITRES_MOIS = [
  "Mois",
  "Accordé cumulé",
  "Engagé cumulé",
  "Payé cumulé",
  "Accordé dans le mois",
  "Engagé dans le mois",
  "Payé dans le mois",
  "Dossiers",
] as const;

/** Consumption month by month with the dossiers it comes from, running totals as formulas, and what has no day. */
export function lignesMois(
  { mois, sansDate }: ConsommationParMois,
  first: number,
): readonly (readonly Cellule[])[] {
  const last = first + mois.length - 1;
  const amounts = ({ accorde, engage, paye }: Montants) => [
    euros(accorde),
    euros(engage),
    euros(paye),
  ];
  const columns = ["E", "F", "G"] as const;
  const blank = cellule("", "total");
  return [
    ...mois.map(([month, montants], index) => [
      cellule(nameOfMonth(month)),
      ...columns.map((column) =>
        cellule({ formule: `=ROUND(SUM(${column}$${first}:${column}${first + index});2)` }, "euro"),
      ),
      ...amounts(montants),
      cellule(nommer(montants.dossiers)),
    ]),
    [
      cellule("Sans date, ou date à venir"),
      cellule(""),
      cellule(""),
      cellule(""),
      ...amounts(sansDate),
      cellule(nommer(sansDate.dossiers)),
    ],
    [
      cellule("Total", "total"),
      blank,
      blank,
      blank,
      ...columns.map((column) =>
        cellule({ formule: `=ROUND(SUM(${column}${first}:${column}${last + 1});2)` }, "total_euro"),
      ),
      blank,
    ],
  ];
}

export const TITRES_PREVISION = [
  "Guichet",
  "Première décision",
  "Jours écoulés",
  "Accordé",
  "Rythme pour 30 jours",
  "Reste",
  "Épuisée vers le",
  "Crédits à engager au plus tard le",
  "Accordé prévu à cette date",
] as const;

/**
 * What a guichet would come to if it went on granting as it has since its first decision.
 *
 * @param row one-based row of this line
 * @param own row of the guichet's envelope
 * @param today the cell that holds the day
 */
export function lignePrevision(
  suivi: Suivi,
  { guichet }: GuichetSuivi,
  { row, own, today, day }: { row: number; own: number; today: string; day: Day },
): Cellule[] {
  const { creditsEngages } = guichet;
  const pace = `N(E${row})<=0`;
  return [
    cellule(guichet.id),
    celluleJour(premiereDecision(suivi, guichet.id, day)),
    cellule({ formule: `=IF(B${row}="";"";${today}-B${row})` }, "entier"),
    cellule({ formule: `=F${own}` }, "euro"),
    cellule({ formule: `=IF(N(C${row})<=0;"";ROUND(D${row}/C${row}*30;2))` }, "euro"),
    cellule({ formule: `=I${own}` }, "euro"),
    cellule(
      {
        formule: `=IF(OR(F${row}="";${pace});"";IF(N(F${row})<=0;"déjà épuisée";${today}+ROUNDUP(F${row}/E${row}*30;0)))`,
      },
      "jour",
    ),
    celluleJour(creditsEngages ? dernierJour(creditsEngages) : undefined),
    cellule(
      {
        formule: `=IF(OR(H${row}="";${pace});"";IF(H${row}<${today};"date passée";ROUND(D${row}+E${row}/30*(H${row}-${today});2)))`,
      },
      "euro",
    ),
  ];
}
