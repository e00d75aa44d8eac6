import { CHAMPS } from "../../dossiers/champs.js";
import { NOM_NOTES } from "../../dossiers/onglets.js";
import { readTable } from "../../dossiers/table.js";
import { nommer, normalise, quoted } from "../../dossiers/text.js";
import type { Champ } from "../../rules/dossier.js";
import { tracesDe } from "../annulation.js";
import { annulerSaisie } from "../annuler-saisie.js";
import { type LigneJournal, lireFinDuJournal } from "../fin-du-journal.js";
import { type Classeur, type Ports, type Refus, refus } from "../ports.js";
import { decisionsNotifiees } from "./changer-comite.js";
import { champDuComite, SOURCE_COMITE } from "./comites.js";
import { isDecideEn } from "./decide-en.js";
import { lireComites, lireSeance } from "./lire-seance.js";
import type { DemandeRetablissement, ResultatComites } from "./protocole.js";

/** How many numbers a sentence names. */
const NOMMES = 5;

/**
 * Takes back a change of a committee, one's own: its row, the agenda, the decisions and the scores that went with
 * it. Refused where a cell was changed since, where a decision was notified meanwhile, and where something came to
 * the committee's new name or day since and would stay behind.
 *
 * @param demande the batch, as `modifierComite` gave it, and the committee's name as it is now
 */
export function annulerModification(
  ports: Ports,
  { lot, nom }: DemandeRetablissement,
): ResultatComites {
  return ports.sousVerrou(() => {
    const lines = lireFinDuJournal(ports.classeur).filter((ligne) => ligne.lot === lot);
    const obstacle = obstacleA(ports, lines, nom);
    if (obstacle) return obstacle;
    const done = annulerSaisie(ports, lot, {
      source: SOURCE_COMITE,
      isDossiers: (source) => source === SOURCE_COMITE,
    });
    return done.kind === "refus"
      ? done
      : { kind: "fait", comites: lireComites(ports.classeur), message: done.message };
  });
}

/** Why the committee can't go back to its former name or day, in French. */
function obstacleA(ports: Ports, lines: readonly LigneJournal[], nom: string): Refus | undefined {
  const changes = (champ: "comite" | "date") =>
    lines.some((ligne) => ligne.numero === "" && champDuComite(ligne.champ) === champ);
  const renamed = changes("comite");
  const moved = changes("date");
  if (!renamed && !moved) return undefined;
  const seance = lireSeance(ports);
  if ("kind" in seance) return seance;
  const isOwn = (comite = "") => normalise(comite) === normalise(nom);
  const own = seance.lignes.filter(({ dossier }) => isOwn(dossier.faits.comite));
  const date = seance.comites.find((comite) => isOwn(comite.nom))?.date;
  const notified = decisionsNotifiees({ nom, ...(date && { date }) }, own);
  if (notified) return notified;
  const among = (champ: Champ, numero: string) =>
    lines.some((ligne) => ligne.numero === numero && ligne.champ === CHAMPS[champ].titre);
  const since = own
    .filter(
      ({ numero, dossier }) =>
        (renamed && !among("comite", numero)) ||
        (moved && isDecideEn(dossier.faits, date) && !among("date_decision", numero)),
    )
    .map(({ numero, ligne }) => numero || `ligne ${ligne}`);
  if (since.length > 0) {
    return refus(
      `Depuis, des dossiers ont été inscrits ou décidés à ce comité sous son nouveau nom ou à sa nouvelle date\u00a0: ${nommer(since, NOMMES)}. Rien n’a été annulé\u00a0; changez-le plutôt à nouveau par «\u00a0Modifier ce comité\u00a0».`,
    );
  }
  return renamed && noteesDepuis(ports.classeur, lines, isOwn)
    ? refus(
        `Depuis, des notes ont été données sous le nom ${quoted(nom)}. Rien n’a été annulé\u00a0; changez-le plutôt à nouveau par «\u00a0Modifier ce comité\u00a0».`,
      )
    : undefined;
}

/** Whether scores were given under a committee's new name, besides those that took it over. */
function noteesDepuis(
  classeur: Classeur,
  [first]: readonly LigneJournal[],
  isOwn: (comite?: string) => boolean,
): boolean {
  const renamed = tracesDe(classeur, first?.lot ?? "").flatMap((trace) =>
    trace.nature === "cellules" && trace.onglet === NOM_NOTES ? trace.apres : [],
  );
  const now = readTable(NOM_NOTES, classeur.lire(NOM_NOTES).lignes).filter(({ valeurs }) =>
    isOwn(valeurs.comite),
  );
  return now.length > renamed.length;
}
