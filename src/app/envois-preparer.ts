import { compter, quoted } from "../dossiers/text.js";
import { type Courriel, courrielDe } from "../reports/courriel.js";
import { envoiDeLOnglet, totauxAffiches } from "../reports/envoi.js";
import type { TableTypee } from "../reports/fichier.js";
import { nomPrefecture } from "../reports/parties.js";
import { lireNomRapport, type NomRapport } from "../reports/rapports.js";
import { formatDay } from "../rules/day.js";
import { etatEnvoi, lireEnvois, rapportsPresents } from "./envois.js";
import { lireParametres, texteDe } from "./parametres.js";
import { avantLaFin } from "./periode-en-cours.js";
import type { OngletLu, Ports, Refus } from "./ports.js";
import { refus } from "./ports.js";

/** A report that can be sent, and what became of it. */
export interface RapportAEnvoyer {
  readonly nom: string;
  readonly transmis: boolean;
}

/** The reports of the workbook, and the one to begin with. */
export interface OuvertureEnvoi {
  readonly kind: "ouvert";
  readonly rapports: readonly RapportAEnvoyer[];
  /** "" where there is none: nothing crosses to a page as `undefined`. */
  readonly choisi: string;
}

/** Everything the dialog shows of one report. */
export interface EnvoiPrepare extends Courriel {
  readonly kind: "prêt";
  readonly onglet: string;
  readonly rapport: NomRapport;
  readonly destinataire: string;
  readonly transmis: boolean;
  /** Whether and when it was sent, in French. */
  readonly etat: string;
  /** What to look at before sending, in French. */
  readonly avertissements: readonly string[];
  readonly table: TableTypee;
}

/** The reports of the workbook: first the one on the screen, else the latest that was not sent. */
export function ouvrirEnvoi({ classeur }: Ports): OuvertureEnvoi {
  const rapports = rapportsPresents(classeur).map(({ nom, envoi }) => ({
    nom,
    transmis: envoi !== undefined,
  }));
  const here = classeur.selection()?.onglet;
  const shown =
    rapports.find(({ nom }) => nom === here) ??
    rapports.find(({ transmis }) => !transmis) ??
    rapports[0];
  return { kind: "ouvert", rapports, choisi: shown?.nom ?? "" };
}

/** Prepares the sending of a report: recipient, subject, body, and the table its files are made from. */
export function preparerEnvoi(ports: Ports, nom: string): EnvoiPrepare | Refus {
  const { classeur } = ports;
  const rapport = lireNomRapport(nom);
  if (!rapport || !classeur.noms().includes(nom)) {
    return refus(`L’onglet ${quoted(nom)} n’existe plus, ou n’est pas un rapport de FITN7.`);
  }
  const lu = classeur.lire(nom);
  const { parametres } = lireParametres(classeur);
  const prefecture = texteDe(parametres, "prefecture");
  const courriel = courrielDe({
    rapport,
    prefecture,
    rows: lu.lignes,
    ...totauxAffiches(lu.lignes),
  });
  return {
    kind: "prêt",
    onglet: nom,
    rapport,
    ...courriel,
    destinataire: destinataireDe(rapport, lu, texteDe(parametres, "destinataire_ditp")),
    ...etatDe(ports, nom, lu),
    avertissements: [
      ...(prefecture === ""
        ? [`Préfecture ${nomPrefecture(prefecture)}, puis relancez le rapport.`]
        : []),
      ...manquesAffiches(lu),
      ...avantLaFin(rapport.periode, ports.contexte.maintenant().slice(0, 10)),
    ],
    table: { valeurs: classeur.lireBrut(nom), formats: classeur.formats(nom) },
  };
}

/** How many gaps the report names at its foot. */
function manquesAffiches({ lignes }: OngletLu): readonly string[] {
  const counts = lignes.flatMap(([first]) => {
    const [, count] = /^Ce qui manque \((\d+)\)$/.exec(String(first)) ?? [];
    return count === undefined ? [] : [Number(count)];
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0
    ? []
    : [`${compter(total, "point", "points")} à compléter, au bas de l’onglet.`];
}

/** The DITP's address for its own reports; else the one that the report's header names. */
function destinataireDe({ rapport }: NomRapport, { lignes }: OngletLu, ditp: string): string {
  if (rapport === "DITP" || rapport === "Trimestre DITP") return ditp;
  const named = String(lignes.find(([label]) => label === "Destinataire")?.[1] ?? "");
  return named.includes("@") ? named : "";
}

function etatDe(
  { classeur, contexte }: Ports,
  nom: string,
  lu: OngletLu,
): { transmis: boolean; etat: string } {
  const envoi = envoiDeLOnglet(lireEnvois(classeur), nom);
  if (!envoi) return { transmis: false, etat: "Pas encore marqué comme transmis." };
  const on = envoi.date === undefined ? "" : ` le ${formatDay(envoi.date)}`;
  const by = envoi.qui === "" ? "" : ` par ${envoi.qui}`;
  const changed =
    etatEnvoi(envoi, lu, contexte) === "modifié"
      ? " L’onglet a été modifié depuis (empreinte différente)."
      : "";
  return { transmis: true, etat: `Transmis${on}${by}.${changed}` };
}
