import { withParametres } from "../functions/guichet-argument.js";
import { nomOngletDitp, planDitp, type ResumeDitp } from "../reports/ditp.js";
import type { ListePrecedente } from "../reports/ditp-changements.js";
import { dernierEnvoi, type Envoi, nomLibreParmi, ongletEnvoye } from "../reports/envoi.js";
import type { Month } from "../rules/day.js";
import { type ColonnesRequises, ouvrirOnglet } from "./colonnes-requises.js";
import { etatEnvoi, lireEnvois } from "./envois.js";
import { ambiguites, lireSuivi } from "./lire-suivi.js";
import { texteDe } from "./parametres.js";
import { avantLaFin, refusAVenir } from "./periode-en-cours.js";
import type { Ports } from "./ports.js";
import type { ResultatRapport } from "./resultat-rapport.js";

const COLONNES: ColonnesRequises = {
  indispensables: ["numero", "porteur", "etat", "montant_accorde"],
  utiles: ["fin", "date_decision"],
};

/**
 * Makes the tab `DITP AAAA-MM` of a month, in place of the former one of that month unless it was sent,
 * and says what changed since the last list that was sent.
 *
 * @param mois month of the list, `2021-06`
 * @param telQuel make the list even where useful columns are missing
 */
export function rapportDitp(
  ports: Ports,
  { mois, telQuel = false }: { readonly mois: Month; readonly telQuel?: boolean },
): ResultatRapport<ResumeDitp> {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const aujourdHui = ports.contexte.maintenant().slice(0, 10);
    const tooEarly = refusAVenir(mois, aujourdHui);
    if (tooEarly) return tooEarly;
    const ouvert = ouvrirOnglet(classeur, COLONNES, telQuel);
    if (ouvert.kind !== "pret") return ouvert;
    const { parametres, onglet } = ouvert;
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
        ...avantLaFin(mois, aujourdHui),
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
