import { NOM_NOTES } from "../../dossiers/onglets.js";
import { readTable } from "../../dossiers/table.js";
import { compter, nommer, normalise, quoted } from "../../dossiers/text.js";
import type { Contenu } from "../../reports/plan.js";
import { type Day, formatDay } from "../../rules/day.js";
import { enregistrer } from "../enregistrer.js";
import type { Changement } from "../journal.js";
import type { Ecriture } from "../plan-enregistrement.js";
import { type Operation, type Ports, type Refus, refus } from "../ports.js";
import { nomInformation } from "../suites/information.js";
import { isDecideEn } from "./decide-en.js";
import { avertirFormules } from "./ecrire-decision.js";
import { type LigneSeance, lireSeance } from "./lire-seance.js";
import { isNotifie } from "./saisie-decision.js";
import { ecrireLignes, lireTableOutil, type TableOutil } from "./table-outil.js";

/** A committee's name and day as they are, and as they are to be. */
export interface ChangementComite {
  readonly avant: { readonly nom: string; readonly date?: Day };
  readonly apres: { readonly nom: string; readonly date?: Day };
  /** Whether the person has read that decisions change their day. */
  readonly confirme: boolean;
  /** The row of `Comités`, with all that changes in it. */
  readonly table: TableOutil;
  readonly ligne: number;
  readonly contenus: Readonly<Record<string, Contenu>>;
  readonly journal: readonly Changement[];
  readonly source: string;
}

export type ResultatChangement =
  | { readonly kind: "fait"; readonly message: string; readonly lot: string }
  | { readonly kind: "confirmer"; readonly message: string }
  | Refus;

/** A committee that goes from one day to another. */
interface Deplacement {
  readonly de: Day;
  readonly vers: Day;
}

/** How many numbers a sentence names. */
const NOMMES = 5;

/**
 * Gives a committee another name or another day, with all that goes by them: the agenda and the scores by its
 * name, the decisions it recorded by its day. Once one of them is notified both stand, for letters carry
 * them. To be called under the document's lock.
 *
 * @returns `confirmer` where decisions would change their day and nobody has agreed to it yet
 */
export function changerComite(ports: Ports, demande: ChangementComite): ResultatChangement {
  const { avant, apres, table, ligne, contenus } = demande;
  const seance = lireSeance(ports);
  if ("kind" in seance) return seance;
  const own = seance.lignes.filter(
    ({ dossier }) => normalise(dossier.faits.comite ?? "") === normalise(avant.nom),
  );
  const obstacle = obstacleA(demande, own);
  if (obstacle) return obstacle;
  const moved = deplacementDe(demande);
  const redated = moved ? own.filter(({ dossier }) => isDecideEn(dossier.faits, moved.de)) : [];
  if (moved && redated.length > 0 && !demande.confirme) return aConfirmer(moved, redated);
  const renamed = apres.nom === avant.nom ? [] : own;
  const notes = renamed.length === 0 ? [] : notesRenommees(ports, avant.nom, apres.nom);
  if ("kind" in notes) return notes;
  const done = enregistrer(ports, {
    onglet: seance.onglet,
    ecritures: [
      ...renamed.map(({ numero }): Ecriture => ({ numero, champ: "comite", apres: apres.nom })),
      ...redated.flatMap(({ numero }): readonly Ecriture[] =>
        moved ? [{ numero, champ: "date_decision", apres: { jour: moved.vers } }] : [],
      ),
    ],
    autres: [...ecrireLignes(table, [{ ligne, contenus }]), ...notes],
    journal: demande.journal,
    source: demande.source,
  });
  if (done.kind === "refus") return done;
  return {
    kind: "fait",
    lot: done.lot,
    message: [
      "Comité mis à jour.",
      ...(renamed.length > 0
        ? [`${compter(renamed.length, "dossier suit", "dossiers suivent")} son nouveau nom.`]
        : []),
      ...(moved ? suitesDe(ports, moved, redated.length) : []),
    ]
      .join(" ")
      .concat(avertirFormules(done.laissees)),
  };
}

const numerosDe = (lignes: readonly LigneSeance[]) =>
  nommer(
    lignes.map(({ numero }) => numero),
    NOMMES,
  );

/** Why neither name nor day can change, in French. */
function obstacleA({ avant }: ChangementComite, own: readonly LigneSeance[]): Refus | undefined {
  const notified = decisionsNotifiees(avant, own);
  if (notified) return notified;
  const unnumbered = own.find(({ numero }) => numero === "");
  return (
    unnumbered &&
    refus(
      `La ligne ${unnumbered.ligne}, inscrite à ce comité, n’a pas de numéro de dossier\u00a0: donnez-lui-en un, puis recommencez. Rien n’a été modifié.`,
    )
  );
}

/**
 * The refusal of another name or day for a committee of which decisions were notified.
 *
 * @param own the dossiers on its agenda
 * @returns nothing where none was
 */
export function decisionsNotifiees(
  { nom, date }: ChangementComite["avant"],
  own: readonly LigneSeance[],
): Refus | undefined {
  const notified = own.filter(({ dossier }) => isNotifie(dossier.faits));
  if (notified.length === 0) return undefined;
  const day = date === undefined ? "" : ` du ${formatDay(date)}`;
  return refus(
    `Le comité ${quoted(nom)}${day} garde son nom et sa date\u00a0: ${compter(notified.length, "de ses décisions est déjà notifiée", "de ses décisions sont déjà notifiées")} (${numerosDe(notified)}) et les lettres les portent. Rien n’a été modifié. Rouvrez d’abord ces décisions, avec un motif, ou créez un autre comité.`,
  );
}

function deplacementDe({ avant, apres }: ChangementComite): Deplacement | undefined {
  const { date: de } = avant;
  const { date: vers } = apres;
  return de === undefined || vers === undefined || de === vers ? undefined : { de, vers };
}

function aConfirmer(
  { de, vers }: Deplacement,
  redated: readonly LigneSeance[],
): ResultatChangement {
  const what = compter(
    redated.length,
    "décision est déjà enregistrée",
    "décisions sont déjà enregistrées",
  );
  return {
    kind: "confirmer",
    message: `${what} à la date du ${formatDay(de)} (${numerosDe(redated)}). La date de décision deviendra le ${formatDay(vers)}, inscrite au Journal\u00a0; avis, montants, motifs et notes restent tels quels. Rien n’est encore modifié.`,
  };
}

/** What went with the committee to its new day; what was made for the former one says what it said. */
function suitesDe(
  { classeur }: Ports,
  { de, vers }: Deplacement,
  redated: number,
): readonly string[] {
  const bases = [`Relevé ${de}`, nomInformation(de)];
  const made = classeur.noms().filter((nom) => bases.some((base) => nom.startsWith(base)));
  const count = compter(redated, "décision est redatée", "décisions sont redatées");
  const keep = made.length > 1 ? "gardent" : "garde";
  return [
    ...(redated > 0 ? [`${count} du ${formatDay(de)} au ${formatDay(vers)}.`] : []),
    ...(made.length > 0
      ? [
          `${made.map(quoted).join(", ")} ${keep} l’ancienne date\u00a0: à refaire par «\u00a0Après la séance\u00a0».`,
        ]
      : []),
  ];
}

/** The scores given in a committee, under its new name; refused where their tab is gone. */
function notesRenommees(
  { classeur }: Ports,
  avant: string,
  apres: string,
): readonly Operation[] | Refus {
  const table = lireTableOutil(classeur, NOM_NOTES, ["comite"]);
  if ("kind" in table) return table;
  const rows = readTable(NOM_NOTES, table.lignes).filter(
    ({ valeurs }) => normalise(valeurs.comite ?? "") === normalise(avant),
  );
  return ecrireLignes(
    table,
    rows.map(({ ligne }) => ({ ligne, contenus: { comite: apres } })),
  );
}
