import { roundToCents } from "../rules/cents.js";
import { boundsOfMonth, formatDay, isDay, nameOfMonth } from "../rules/day.js";
import { laureatsAu } from "./laureats.js";
import { type ColonneListe, planListe } from "./liste.js";
import { nomPrefecture } from "./parties.js";
import { type Cellule, cellule } from "./plan.js";
import type { CleRapport, EntreeRapport, RapportFait } from "./rapport.js";
import { resumeDe, totalDe } from "./resume.js";
import { COLONNES_SCDL, type ColonneScdl } from "./scdl-colonnes.js";
import { manquesScdl, type SubventionScdl, subventionsScdl } from "./scdl-lignes.js";

export const CLES_SCDL: readonly CleRapport[] = [
  { cle: "scdl.siret", source: "SIRET de la préfecture (14 chiffres), pour les données ouvertes." },
  {
    cle: "scdl.notification_ue",
    source:
      "oui ou non\u00a0: aide notifiée à la Commission européenne. Non prévu par les documents du fonds.",
  },
  {
    cle: "scdl.conditions",
    source:
      "unique, échelonné ou autre\u00a0: conditions de versement tant que rien n’est payé. Non prévu par les documents du fonds.",
  },
  {
    cle: "scdl.dispositif",
    source: "Identifiant du dispositif d’aide, s’il en a un (facultatif).",
  },
];

const LARGEURS: Readonly<Partial<Record<ColonneScdl, number>>> = {
  nomAttribuant: 180,
  nomBeneficiaire: 220,
  objet: 320,
  conditionsVersement: 150,
  datesPeriodeVersement: 180,
  pourcentageSubvention: 165,
};

/** A value as a cell: days and amounts are typed, codes stay texts. */
function celluleScdl(nom: ColonneScdl, value: string): Cellule {
  if (nom === "dateConvention" && isDay(value)) return cellule({ jour: value }, "jour");
  if (nom === "montant") return cellule((roundToCents(Number(value)) ?? 0) / 100, "euro");
  if (nom === "pourcentageSubvention") return cellule(Number(value), "taux");
  return cellule(value);
}

const COLONNES: readonly ColonneListe<SubventionScdl>[] = COLONNES_SCDL.map(({ nom }) => ({
  titre: nom,
  largeur: LARGEURS[nom] ?? 130,
  cellule: ({ ligne }: SubventionScdl) => celluleScdl(nom, ligne[nom]),
  ...(nom === "montant" && { total: true as const }),
}));

/**
 * The grants as open data, under the schema "scdl/subventions" 2.1.1: the lauréats as of the last day
 * of a month whose line the schema accepts; the others are named with what they lack.
 */
export function planScdl({ nom, periode, prefecture, suivi, reglage }: EntreeRapport): RapportFait {
  const { last } = boundsOfMonth(periode);
  const laureats = laureatsAu(suivi, last).filter(
    ({ dossier }) => (dossier.faits.date_convention ?? "") <= last,
  );
  const subventions = subventionsScdl(suivi, laureats, {
    nom: prefecture,
    siret: reglage("scdl.siret"),
    notificationUe: reglage("scdl.notification_ue"),
    conditions: reglage("scdl.conditions"),
    dispositif: reglage("scdl.dispositif"),
  });
  const valides = subventions.filter(({ invalides }) => invalides.length === 0);
  const manques = manquesScdl(suivi, subventions);
  return {
    plan: planListe({
      nom,
      titre: `Subventions, données ouvertes (SCDL 2.1.1) – ${nameOfMonth(periode)}`,
      entete: [
        ["Préfecture", nomPrefecture(prefecture)],
        ["Situation au", formatDay(last)],
        ["Non reprises", `${subventions.length - valides.length} sur ${subventions.length}`],
        ["Schéma", "scdl/subventions 2.1.1 (schema.data.gouv.fr)"],
      ],
      compte: "Lignes",
      montant: { libelle: "Montant total", colonne: "montant" },
      sources: [],
      remarques: [
        "Le fichier .csv se télécharge par FITN7 ▸ Rapports ▸ Préparer l’envoi.",
        "referenceDecision : colonne « Référence de la décision » de votre tableau (arrêté ou convention), facultative.",
        "Période de versement : du premier au dernier versement ; tant que tout n’est pas payé, jusqu’à la fin du projet, et depuis la convention si rien ne l’est (notre lecture).",
      ],
      colonnes: COLONNES,
      lignes: valides,
      vide: "Aucune ligne complète\u00a0: voir ce qui manque.",
      manques,
      places: [0, 1, 4, 7],
    }),
    resume: resumeDe(valides, totalDe(valides.map(({ laureat }) => laureat)), manques),
  };
}
