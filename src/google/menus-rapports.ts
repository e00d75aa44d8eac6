import { marquerTransmis, rapportsPresents } from "../app/envois.js";
import type { Classeur } from "../app/ports.js";
import { rapportDitp } from "../app/rapport-ditp.js";
import { type RapportPeriode, rapportPeriode } from "../app/rapport-periode.js";
import { tableauDeBord } from "../app/tableau-de-bord.js";
import { readMois } from "../dossiers/mois.js";
import { compter, luAttendu, quoted } from "../dossiers/text.js";
import { moisParDefaut } from "../reports/ditp.js";
import { formatEuros } from "../rules/cents.js";
import { nameOfMonth } from "../rules/day.js";
import { avecColonnes } from "./colonnes.js";
import { ask, choose, confirm, openDialog, told } from "./dialogues.js";
import { periodeParDefaut, questionPeriode, refusDePeriode } from "./periodes.js";

/** The report to mark: the one on the screen, else chosen among those that were not sent yet. */
function rapportAMarquer(classeur: Classeur): string | undefined {
  const waiting = rapportsPresents(classeur).filter(({ envoi }) => !envoi);
  const here = classeur.selection()?.onglet;
  const shown =
    waiting.find(({ nom }) => nom === here) ?? (waiting.length === 1 ? waiting[0] : undefined);
  if (shown) return shown.nom;
  if (waiting.length === 0) {
    throw new Error(
      "Aucun rapport à marquer\u00a0: faites d’abord un rapport, ou tous ceux du classeur sont déjà transmis.",
    );
  }
  return choose(
    "Quel rapport avez-vous transmis\u00a0?",
    waiting.map(({ nom }) => ({ cle: nom, libelle: nom })),
  );
}

/** `Marquer comme transmis`: freezes a report that was sent, and keeps its trace. */
export function menuMarquerTransmis(): void {
  told((ports) => {
    const nom = rapportAMarquer(ports.classeur);
    if (nom === undefined) return undefined;
    const agreed = confirm(
      `Marquer ${quoted(nom)} comme transmis\u00a0?\n\nSes formules deviennent des valeurs et il ne sera plus jamais remplacé\u00a0: relancer le rapport fera un nouvel onglet à côté.`,
    );
    if (!agreed) return undefined;
    const result = marquerTransmis(ports, nom);
    if (result.kind === "refus") return result.message;
    const { nombre, total, empreinte } = result;
    const figures = [
      nombre === undefined ? "" : compter(nombre, "ligne", "lignes"),
      total === undefined ? "" : formatEuros(total),
    ].filter((text) => text !== "");
    const said = figures.length > 0 ? ` (${figures.join(", ")})` : "";
    return `${quoted(nom)} est marqué comme transmis${said}.\n\nTrace gardée dans l’onglet «\u00a0Envois\u00a0», empreinte ${empreinte.slice(0, 12)}…`;
  });
}

/** `Rapport mensuel DITP`: asks the month, and whether to add the columns that are missing. */
export function menuRapportDitp(): void {
  told((ports) => {
    const today = ports.contexte.maintenant().slice(0, 10);
    const proposed = moisParDefaut(today);
    const answer = ask(
      `Mois de la liste, par exemple 06/2021 ou juin 2021. Laissez vide pour ${nameOfMonth(proposed)}\u00a0:`,
    );
    if (answer === undefined) return undefined;
    const mois = answer === "" ? proposed : readMois(answer);
    if (mois === undefined) {
      return `Mois\u00a0: ${luAttendu(answer, "un mois et une année, par exemple 06/2021 ou juin 2021")} Rien n’a été modifié.`;
    }
    const result = avecColonnes(ports, (telQuel) => rapportDitp(ports, { mois, telQuel }));
    if (result.kind === "refus") return result.message;
    const { laureats, total, manques, nouveautes } = result.resume;
    return [
      `Onglet «\u00a0${result.onglet}\u00a0»\u00a0: ${compter(laureats, "lauréat", "lauréats")}, ${formatEuros(total)} accordés.`,
      `${compter(manques.length, "point", "points")} à compléter et ${compter(nouveautes, "nouveauté", "nouveautés")}, au bas de l’onglet.`,
      ...result.avertissements,
    ].join("\n\n");
  });
}

/** Asks the period, makes the report, and says what it holds. */
function faireRapport(rapport: RapportPeriode): void {
  told((ports) => {
    const proposed = periodeParDefaut(rapport, ports.contexte.maintenant().slice(0, 10));
    const answer = ask(questionPeriode(rapport, proposed));
    if (answer === undefined) return undefined;
    const periode = answer === "" ? proposed : (readMois(answer) ?? answer);
    const refused = refusDePeriode(rapport, periode);
    if (refused !== undefined) return refused;
    const result = avecColonnes(ports, (telQuel) =>
      rapportPeriode(ports, { rapport, periode, telQuel }),
    );
    if (result.kind === "refus") return result.message;
    const { nombre, total, manques } = result.resume;
    return [
      `Onglet ${quoted(result.onglet)}\u00a0: ${compter(nombre, "ligne", "lignes")}, ${formatEuros(total)}.`,
      manques.length === 0
        ? "Rien à compléter."
        : `${compter(manques.length, "point", "points")} à compléter, au bas de l’onglet.`,
      ...result.avertissements,
    ].join("\n\n");
  });
}

/** `Compte rendu trimestriel à la DITP` (Île-de-France). */
export function menuTrimestre(): void {
  faireRapport("Trimestre DITP");
}

/** `Liste Démat.ADS`: requests and grants at the month's end. */
export function menuListeAds(): void {
  faireRapport("Démat.ADS");
}

/** `Propositions au comité régional` (Marne). */
export function menuPropositions(): void {
  faireRapport("Propositions");
}

/** `Lauréats à publier`. */
export function menuPublication(): void {
  faireRapport("Publication");
}

/** `Données ouvertes (SCDL)`. */
export function menuScdl(): void {
  faireRapport("SCDL");
}

/** `Tableau de bord`: makes it, or makes it again. */
export function menuTableauDeBord(): void {
  told((ports) => {
    const result = avecColonnes(ports, (telQuel) => tableauDeBord(ports, { telQuel }));
    if (result.kind === "refus") return result.message;
    const { alertes } = result.resume;
    return [
      `Onglet ${quoted(result.onglet)} à jour.`,
      alertes.length === 0 ? "Aucune alerte." : `Alertes\u00a0:\n${alertes.join("\n")}`,
      ...result.avertissements,
    ].join("\n\n");
  });
}

/** `Préparer l’envoi`: recipient, subject, body and files of a report, in a dialog. */
export function menuPreparerEnvoi(): void {
  openDialog("Envoi", "Préparer l’envoi", 720, 700);
}
