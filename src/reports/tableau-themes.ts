import { nommer } from "../dossiers/text.js";
import { libelleTheme } from "../dossiers/themes.js";
import { eurosOf } from "../rules/cents.js";
import { consomme, type Etape } from "../rules/enveloppe.js";
import { isADecider } from "../rules/etat.js";
import type { Guichet } from "../rules/guichet.js";
import { THEMES } from "../rules/theme.js";
import type { References } from "./blocs-enveloppes.js";
import { numeroOuLigne } from "./numeros.js";
import { somme } from "./parties.js";
import { type Cellule, cellule } from "./plan.js";
import { totalDe } from "./resume.js";
import { byNumero, isGuichetLu, type Suivi } from "./suivi.js";
import { euros, type GuichetSuivi, proposeNonDecide, renvoi } from "./tableau-lignes.js";

export const TITRES_THEMES = [
  "Thème",
  "Proposé, non décidé",
  "Accordé",
  "Engagé",
  "Payé",
  "Demandé",
  "Libellé",
] as const;

const SOMMES = ["B", "C", "D", "E", "F"] as const;

/** Lines by theme: those of the chart, then whatever has no theme of its guichet, and the sum of all. */
export interface LignesThemes {
  readonly themes: readonly (readonly Cellule[])[];
  readonly autres: readonly (readonly Cellule[])[];
}

/**
 * Amounts by theme, by reference to `Enveloppes`, that add up to what was granted in all: a theme that is
 * missing or not recognised has a line, and so have dossiers whose guichet can't be read, in no envelope.
 *
 * @param first one-based row of the first line
 */
export function lignesThemes(
  suivi: Suivi,
  guichets: readonly GuichetSuivi[],
  first: number,
): LignesThemes {
  const several = guichets.length > 1;
  const named = (guichet: Guichet, name: string) => (several ? `${guichet.id} ${name}` : name);
  const themes = guichets.flatMap(({ guichet, bloc }) =>
    THEMES.flatMap((theme) => {
      const references = bloc.lignes.get(theme);
      if (!references) return [];
      const proposed = proposeNonDecide(suivi, guichet.id, theme);
      return [ligne(named(guichet, theme), proposed, references, libelleTheme(theme, guichet))];
    }),
  );
  const autres = guichets.flatMap(({ guichet, bloc }) => {
    const references = bloc.lignes.get("Autres");
    if (!references) return [];
    const known = THEMES.filter((theme) => bloc.lignes.has(theme));
    const proposed = known.reduce(
      (rest, theme) => rest - proposeNonDecide(suivi, guichet.id, theme),
      proposeNonDecide(suivi, guichet.id),
    );
    const libelle = `Autre thème, ou thème non renseigné ou non reconnu${sansTheme(suivi, guichet, known)}`;
    return [ligne(named(guichet, "Autre ou non renseigné"), proposed, references, libelle)];
  });
  const hors = ligneHorsEnveloppe(suivi);
  const all = [...autres, ...hors];
  const list = { first, last: first + themes.length + all.length - 1 };
  return {
    themes,
    autres: [
      ...all,
      [
        cellule("Total", "total"),
        ...SOMMES.map((column) => cellule(somme(column, list), "total_euro")),
        cellule("", "total"),
      ],
    ],
  };
}

function ligne(
  name: string,
  proposed: number,
  references: References,
  libelle: string,
): readonly Cellule[] {
  return [
    cellule(name),
    euros(proposed),
    renvoi(references.Accordé),
    renvoi(references.Engagé),
    renvoi(references.Payé),
    renvoi(references.Demandé),
    cellule(libelle),
  ];
}

/** The dossiers that the line of other themes counts. */
function sansTheme(suivi: Suivi, { id }: Guichet, known: readonly string[]): string {
  const own = suivi.dossiers.filter(
    (entry) =>
      entry.guichet.id === id &&
      isGuichetLu(entry) &&
      (entry.theme === undefined || !known.includes(entry.theme)),
  );
  return own.length === 0 ? "" : `\u00a0: dossiers ${nommer(own.map(numeroOuLigne))}`;
}

/** Dossiers whose guichet can't be read: no envelope counts them. */
function ligneHorsEnveloppe(suivi: Suivi): readonly (readonly Cellule[])[] {
  const own = suivi.dossiers.filter((entry) => !isGuichetLu(entry));
  if (own.length === 0) return [];
  const payments = byNumero(suivi.paiements);
  const lignes = own.map(({ dossier: { faits } }) => ({
    etat: faits.etat,
    montant: faits.montant_accorde ?? 0,
    paye: (payments.get(faits.numero ?? "") ?? []).reduce(
      (sum, { valeurs }) => sum + (valeurs.montant ?? 0),
      0,
    ),
  }));
  const stage = (etape: Etape) => euros(consomme(lignes, etape));
  const waiting = own.filter(({ dossier }) => isADecider(dossier.faits.etat));
  return [
    [
      cellule("Guichet non reconnu"),
      euros(totalDe(waiting, "montant_propose")),
      stage("accordé"),
      stage("engagé"),
      stage("payé"),
      cellule(
        eurosOf(own.reduce((sum, { dossier }) => sum + (dossier.faits.demande ?? 0), 0)),
        "euro",
      ),
      cellule(`Hors de toute enveloppe\u00a0: dossiers ${nommer(own.map(numeroOuLigne))}`),
    ],
  ];
}
