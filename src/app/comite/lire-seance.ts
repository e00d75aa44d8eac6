import type { Cell } from "../../dossiers/cell.js";
import {
  NOM_COMITES,
  NOM_PAIEMENTS,
  STATUTS_COMITE,
  type StatutComite,
} from "../../dossiers/onglets.js";
import type { Parametres } from "../../dossiers/parametres.js";
import { readDossier } from "../../dossiers/read-dossier.js";
import { readTable } from "../../dossiers/table.js";
import { normalise, quoted } from "../../dossiers/text.js";
import { withParametres } from "../../functions/guichet-argument.js";
import type { Cents } from "../../rules/cents.js";
import type { Day } from "../../rules/day.js";
import type { Dossier } from "../../rules/dossier.js";
import type { Guichet, GuichetId } from "../../rules/guichet.js";
import { once } from "../../rules/once.js";
import { type OngletDossiers, ongletDesDossiers } from "../lire-suivi.js";
import { lireParametres } from "../parametres.js";
import type { Classeur, Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import type { Comite } from "./protocole.js";

/** A dossier of the sheet, read and not yet examined. */
export interface LigneSeance {
  readonly numero: string;
  readonly dossier: Dossier;
  /** Its own rules, the préfecture's settings applied. */
  readonly guichet: Guichet;
  /** One-based row in the sheet. */
  readonly ligne: number;
  readonly cellules: readonly Cell[];
}

/** All that a committee rests on, read in one go. */
export interface Seance {
  readonly onglet: OngletDossiers;
  readonly parametres: Parametres;
  readonly guichetOf: (id?: GuichetId) => Guichet;
  readonly lignes: readonly LigneSeance[];
  readonly paye: ReadonlyMap<string, Cents>;
  readonly comites: readonly Comite[];
  readonly jour: Day;
}

/**
 * Reads settings and dossiers, then committees and payments once they are asked for: one read for each tab,
 * whatever its rows.
 */
export function lireSeance({ classeur, contexte }: Ports): Seance | Refus {
  const { parametres } = lireParametres(classeur);
  const onglet = ongletDesDossiers(classeur, parametres);
  if ("kind" in onglet) return onglet;
  const byId = withParametres(parametres);
  const guichetOf = (id?: GuichetId) => byId(0, id);
  const paye = once(() => payeParDossier(classeur));
  const comites = once(() => lireComites(classeur));
  return {
    onglet,
    parametres,
    guichetOf,
    lignes: lignesDe(onglet, guichetOf),
    get paye() {
      return paye();
    },
    get comites() {
      return comites();
    },
    jour: contexte.maintenant().slice(0, 10),
  };
}

function lignesDe(
  { lu, ligneEntetes, entetes }: OngletDossiers,
  guichetOf: Seance["guichetOf"],
): readonly LigneSeance[] {
  return lu.lignes.slice(ligneEntetes).flatMap((cellules, index) => {
    const dossier = readDossier(cellules, entetes);
    if (!dossier) return [];
    const { numero = "", guichet } = dossier.faits;
    return [
      {
        numero,
        dossier,
        guichet: guichetOf(guichet),
        ligne: ligneEntetes + index + 1,
        cellules,
      },
    ];
  });
}

function payeParDossier(classeur: Classeur): ReadonlyMap<string, Cents> {
  const paid = new Map<string, Cents>();
  for (const { valeurs } of readTable(NOM_PAIEMENTS, classeur.lire(NOM_PAIEMENTS).lignes)) {
    const { numero, montant = 0 } = valeurs;
    if (numero !== undefined) paid.set(numero, (paid.get(numero) ?? 0) + montant);
  }
  return paid;
}

/** The committees of the tab `Comités`, the latest first. */
export function lireComites(classeur: Classeur): readonly Comite[] {
  const found = readTable(NOM_COMITES, classeur.lire(NOM_COMITES).lignes).flatMap(
    ({ valeurs: { comite, date, presents = "", statut } }): readonly Comite[] =>
      comite === undefined
        ? []
        : [
            {
              nom: comite,
              presents,
              statut: statutOf(statut),
              ...(date !== undefined && { date }),
            },
          ],
  );
  return found.sort((a, b) => ((a.date ?? "9999") < (b.date ?? "9999") ? 1 : -1));
}

/** A word of the list; anything else counts as prepared. */
function statutOf(statut = ""): StatutComite {
  return STATUTS_COMITE.find((known) => normalise(known) === normalise(statut)) ?? "préparé";
}

/** A dossier by its number. A number that stands on two rows is refused: which one is meant is not ours to guess. */
export function trouver({ lignes, onglet }: Seance, numero: string): LigneSeance | Refus {
  const found = lignes.filter((ligne) => ligne.numero === numero);
  const [first] = found;
  if (!first || numero === "") {
    return refus(`Le dossier ${quoted(numero)} n’est plus dans l’onglet ${quoted(onglet.nom)}.`);
  }
  if (found.length > 1) {
    const rows = found.map(({ ligne }) => ligne).join(" et ");
    return refus(
      `Le dossier ${numero} figure sur plusieurs lignes de l’onglet ${quoted(onglet.nom)} (${rows})\u00a0: gardez-en une.`,
    );
  }
  return first;
}

/** A committee that can record: known, dated, not closed. */
export function comiteOuvert(
  { comites }: Seance,
  nom: string,
): (Comite & { readonly date: Day }) | Refus {
  const comite = comites.find((known) => normalise(known.nom) === normalise(nom));
  if (!comite)
    return refus(`Le comité ${quoted(nom)} n’est pas dans l’onglet «\u00a0Comités\u00a0».`);
  if (comite.date === undefined) {
    return refus(
      `Le comité ${quoted(comite.nom)} n’a pas de date\u00a0: indiquez-la dans l’onglet «\u00a0Comités\u00a0», c’est elle qui date les décisions.`,
    );
  }
  if (comite.statut === "clos") {
    return refus(
      `Le comité ${quoted(comite.nom)} est clos\u00a0: remettez-le à «\u00a0tenu\u00a0» pour y décider.`,
    );
  }
  return { ...comite, date: comite.date };
}
