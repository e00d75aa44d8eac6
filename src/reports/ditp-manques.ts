import { NOM_AVANCEMENT, NOM_ENTREPRISES, NOM_PAIEMENTS } from "../dossiers/onglets.js";
import { quoted } from "../dossiers/text.js";
import { type Day, formatDay } from "../rules/day.js";
import type { Champ } from "../rules/dossier.js";
import { grouped } from "../rules/grouped.js";
import { relanceOf } from "../rules/relance.js";
import { isTermine } from "./avancement.js";
import type { LaureatDitp } from "./ditp-lignes.js";
import { type Manque, placeDossier, type Suivi } from "./suivi.js";

/** Cells without which a line of the list is incomplete. */
const REQUIRED: readonly (readonly [champ: Champ, libelle: string, absent: string])[] = [
  ["numero", "numéro de dossier", "absent"],
  ["porteur", "collectivité porteuse", "absente"],
  ["montant_accorde", "montant accordé", "absent"],
  ["fin", "date de fin du projet", "absente"],
];

/** All that the list of a month lacks, lauréat by lauréat, then what belongs to no dossier. */
export function manquesDitp(
  suivi: Suivi,
  laureats: readonly LaureatDitp[],
  day: Day,
): readonly Manque[] {
  return [
    ...laureats.flatMap((laureat) => manquesDuLaureat(suivi, laureat, day)),
    ...abandonsSansDate(suivi),
    ...doublons(suivi),
    ...lignesOrphelines(suivi),
    ...cellulesIllisibles(suivi),
  ];
}

function manquesDuLaureat(suivi: Suivi, laureat: LaureatDitp, day: Day): readonly Manque[] {
  const { numero, porteur, dossier, ligne } = laureat;
  const gap = (quoi: string, ou: string): Manque => ({ numero, porteur, quoi, ou });
  const own = (champ: Champ) => placeDossier(suivi, ligne, champ);
  const illisibles = new Map(dossier.illisibles.map((entry) => [entry.champ, entry]));
  const missing = REQUIRED.flatMap(([champ, libelle, absent]) => {
    const unread = illisibles.get(champ);
    if (unread) return [gap(`${libelle} illisible\u00a0: lu ${quoted(unread.lu)}`, own(champ))];
    if (champ === "fin" ? laureat.fin !== undefined : dossier.faits[champ] !== undefined) return [];
    return [gap(`${libelle} ${absent}`, own(champ))];
  });
  const guichet = illisibles.get("guichet");
  const unread = guichet
    ? [
        gap(
          `guichet illisible\u00a0: lu ${quoted(guichet.lu)}, compté sous ${laureat.guichet.id}`,
          own("guichet"),
        ),
      ]
    : [];
  return [
    ...missing,
    ...unread,
    ...manqueDecision(laureat, own("date_decision"), gap),
    ...manquesEntreprises(suivi, laureat, gap),
    ...manqueAvancement(laureat, day, gap),
  ];
}

type Gap = (quoi: string, ou: string) => Manque;

function manqueDecision(
  { decision, decisionDeduite }: LaureatDitp,
  ou: string,
  gap: Gap,
): readonly Manque[] {
  if (decision === undefined) {
    return [gap("date de décision absente\u00a0: compté faute de date", ou)];
  }
  return decisionDeduite
    ? [gap(`date de décision absente\u00a0: le ${formatDay(decision)} est déduit de la suite`, ou)]
    : [];
}

function manquesEntreprises(
  suivi: Suivi,
  { entreprises, ligne }: LaureatDitp,
  gap: Gap,
): readonly Manque[] {
  if (entreprises.length === 0) {
    return [gap("aucune entreprise renseignée", `onglet «\u00a0${NOM_ENTREPRISES}\u00a0»`)];
  }
  return entreprises
    .filter(({ departement }) => departement === undefined)
    .map((entreprise) =>
      gap(
        `département du siège manquant\u00a0: ${entreprise.nom}`,
        entreprise.ligne === undefined
          ? placeDossier(suivi, ligne, "prestataires")
          : placeTable(NOM_ENTREPRISES, entreprise.ligne),
      ),
    );
}

function placeTable(nom: string, ligne: number): string {
  return `onglet «\u00a0${nom}\u00a0», ligne ${ligne}`;
}

function manqueAvancement(laureat: LaureatDitp, day: Day, gap: Gap): readonly Manque[] {
  const { avancement, dossier, decision } = laureat;
  if (isTermine(avancement)) return [];
  const last = avancement?.valeurs.date;
  const from = dossier.faits.date_notification ?? decision;
  const relance = relanceOf(from, last, day);
  if (relance && !relance.late) return [];
  const since =
    last === undefined
      ? "aucun état d’avancement"
      : `dernier état d’avancement le ${formatDay(last)}`;
  const due = relance ? `, attendu le ${formatDay(relance.due)}` : "";
  const why = relance ? "plus de trois mois\u00a0: " : "";
  return [gap(`${why}${since}${due}`, `onglet «\u00a0${NOM_AVANCEMENT}\u00a0»`)];
}

function abandonsSansDate(suivi: Suivi): readonly Manque[] {
  return suivi.dossiers.flatMap(({ dossier: { faits }, ligne }) =>
    faits.etat === "Abandonné" &&
    faits.date_abandon === undefined &&
    faits.montant_accorde !== undefined
      ? [
          {
            numero: faits.numero ?? "",
            porteur: faits.porteur ?? "",
            quoi: "date d’abandon absente\u00a0: le dossier n’est pas compté",
            ou: placeDossier(suivi, ligne, "date_abandon"),
          },
        ]
      : [],
  );
}

function doublons(suivi: Suivi): readonly Manque[] {
  const rows = grouped(suivi.dossiers, ({ dossier }) => dossier.faits.numero);
  return [...rows].flatMap(([numero, twins]) =>
    twins.length > 1
      ? [
          {
            numero,
            porteur: "",
            quoi: `numéro de dossier porté par ${twins.length} lignes`,
            ou: `onglet «\u00a0${suivi.onglet}\u00a0», lignes ${twins.map(({ ligne }) => ligne).join(", ")}`,
          },
        ]
      : [],
  );
}

/** Rows of the other tabs whose dossier is not in the référent's tab. */
function lignesOrphelines(suivi: Suivi): readonly Manque[] {
  const known = new Set(suivi.dossiers.map(({ dossier }) => dossier.faits.numero));
  return tablesDe(suivi).flatMap(([nom, lignes]) =>
    lignes.flatMap(({ valeurs: { numero }, ligne }) =>
      numero !== undefined && known.has(numero)
        ? []
        : [
            {
              numero: numero ?? "",
              porteur: "",
              quoi:
                numero === undefined
                  ? "numéro de dossier absent"
                  : "dossier inconnu de l’onglet des dossiers",
              ou: placeTable(nom, ligne),
            },
          ],
    ),
  );
}

function tablesDe({ entreprises, avancement, paiements }: Suivi) {
  return [
    [NOM_ENTREPRISES, entreprises],
    [NOM_AVANCEMENT, avancement],
    [NOM_PAIEMENTS, paiements],
  ] as const;
}

function cellulesIllisibles(suivi: Suivi): readonly Manque[] {
  return tablesDe(suivi).flatMap(([nom, lignes]) =>
    lignes.flatMap(({ valeurs, ligne, illisibles }) =>
      illisibles.map(({ titre, lu, attendu }) => ({
        numero: valeurs.numero ?? "",
        porteur: "",
        quoi: `${titre}\u00a0: lu ${quoted(lu)}, attendu ${attendu}`,
        ou: placeTable(nom, ligne),
      })),
    ),
  );
}
