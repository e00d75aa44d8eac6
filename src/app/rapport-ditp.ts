import { withParametres } from "../functions/guichet-argument.js";
import { nomOngletDitp, planDitp, type ResumeDitp } from "../reports/ditp.js";
import type { ListePrecedente } from "../reports/ditp-changements.js";
import { dernierEnvoi, type Envoi, nomLibreParmi, ongletEnvoye } from "../reports/envoi.js";
import type { Month } from "../rules/day.js";
import type { Champ } from "../rules/dossier.js";
import { etatEnvoi, lireEnvois } from "./envois.js";
import { ambiguites, champsManquants, lireSuivi, ongletChoisi } from "./lire-suivi.js";
import { lireParametres, texteDe } from "./parametres.js";
import type { Ports, Refus } from "./ports.js";
import { refus } from "./ports.js";
import { titresDe } from "./titres.js";

/** Without these there is no list. */
const INDISPENSABLES: readonly Champ[] = ["numero", "porteur", "etat", "montant_accorde"];

/** Without these the list has gaps, that it names. */
const UTILES: readonly Champ[] = ["fin", "date_decision"];

export type ResultatRapport =
  | {
      readonly kind: "fait";
      readonly onglet: string;
      readonly resume: ResumeDitp;
      readonly avertissements: readonly string[];
    }
  /** Columns that the référent's tab lacks: they may be added at its right. */
  | { readonly kind: "colonnes"; readonly champs: readonly Champ[]; readonly message: string }
  | Refus;

/**
 * Makes the tab `DITP AAAA-MM` of a month, in place of the former one of that month unless it was sent,
 * and says what changed since the last list that was sent.
 *
 * @param mois month of the list, `2021-06`
 * @param tel_quel make the list even where useful columns are missing
 */
export function rapportDitp(
  ports: Ports,
  { mois, telQuel = false }: { readonly mois: Month; readonly telQuel?: boolean },
): ResultatRapport {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const { parametres } = lireParametres(classeur);
    const onglet = ongletChoisi(classeur, texteDe(parametres, "onglet_dossiers"));
    if ("kind" in onglet) return onglet;
    const conflits = onglet.entetes.ambigus.filter(({ champ }) => INDISPENSABLES.includes(champ));
    if (conflits.length > 0) return refus(ambiguites(onglet).join("\n"));
    const missing = champsManquants(onglet, INDISPENSABLES);
    const useful = champsManquants(onglet, UTILES);
    if (missing.length > 0 || (useful.length > 0 && !telQuel)) {
      return {
        kind: "colonnes",
        champs: [...missing, ...useful],
        message: messageColonnes(onglet.nom, missing, useful),
      };
    }
    const envois = lireEnvois(classeur);
    const nom = nomLibreParmi(envois, nomOngletDitp(mois));
    const { plan, resume } = planDitp({
      mois,
      nom,
      ...listePrecedente(ports, envois, mois),
      prefecture: texteDe(parametres, "prefecture"),
      destinataire: texteDe(parametres, "destinataire_ditp"),
      guichet: withParametres(parametres)(0),
      suivi: lireSuivi(classeur, onglet, parametres),
    });
    classeur.remplacer(plan);
    return {
      kind: "fait",
      onglet: nom,
      resume,
      avertissements: [
        ...resume.remarques,
        ...ambiguites(onglet),
        ...(parametres.guichet
          ? []
          : ["Aucun guichet choisi\u00a0: les règles nationales (DITP) s’appliquent."]),
      ],
    };
  });
}

/** The last list that was sent for the month or before it, read back as its tab stands. */
function listePrecedente(
  { classeur, contexte }: Ports,
  envois: readonly Envoi[],
  mois: Month,
): { precedente?: ListePrecedente } {
  const envoi = dernierEnvoi(envois, { rapport: "DITP", periode: mois });
  if (!envoi) return {};
  const lu = classeur.lire(ongletEnvoye(envoi));
  return { precedente: { envoi, etat: etatEnvoi(envoi, lu, contexte), lignes: lu.lignes } };
}

function messageColonnes(nom: string, missing: readonly Champ[], useful: readonly Champ[]): string {
  const parts = [
    missing.length > 0 ? `indispensables à la liste\u00a0: ${titresDe(missing)}` : "",
    useful.length > 0 ? `demandées par la DITP\u00a0: ${titresDe(useful)}` : "",
  ].filter((part) => part !== "");
  return `L’onglet «\u00a0${nom}\u00a0» n’a pas de colonne pour ces informations, ${parts.join("\u00a0; ")}.`;
}
