import { SOURCES_RAPPORTS } from "../guichets/rapports.js";
import { boundsOfMonth, formatDay, nameOfMonth } from "../rules/day.js";
import { colonneMontant, colonneTexte, colonneTheme } from "./colonnes-dossier.js";
import { dateDecision, datesComites, laureatsAu } from "./laureats.js";
import { type ColonneListe, planListe } from "./liste.js";
import { celluleJour, nomPrefecture } from "./parties.js";
import { cellule } from "./plan.js";
import type { CleRapport, EntreeRapport, RapportFait } from "./rapport.js";
import { resumeDe, totalDe } from "./resume.js";
import {
  type Attendu,
  champsAbsents,
  type DossierSuivi,
  type Manque,
  manqueDe,
  type Suivi,
} from "./suivi.js";

/** The setting that names the lauréats the region holds innovative. */
const CLE_INNOVANTS = "publication.innovants";

export const CLES_PUBLICATION: readonly CleRapport[] = [
  {
    cle: CLE_INNOVANTS,
    source:
      "Numéros des lauréats que la région publie comme innovants, séparés par «\u00a0;\u00a0». Le guide ne dit pas lesquels\u00a0: choix de la préfecture.",
  },
];

interface Publie extends DossierSuivi {
  readonly site: string;
}

const PREFECTURE = "préfecture de département";
const REGION = "préfecture de région";

/** Where a lauréat is published: laboratory projects by the region, others by the département, innovative ones by both. */
function siteDe({ theme, dossier }: DossierSuivi, innovants: ReadonlySet<string>): string {
  if (theme === "3d") return REGION;
  return innovants.has(dossier.faits.numero ?? "") ? `${PREFECTURE} et ${REGION}` : PREFECTURE;
}

function colonnes(suivi: Suivi): readonly ColonneListe<Publie>[] {
  const comites = datesComites(suivi);
  return [
    colonneTexte("Collectivité", 260, "porteur"),
    colonneTexte("Projet", 320, "intitule"),
    colonneTheme(280),
    colonneMontant("Subvention", "montant_accorde"),
    {
      titre: "Décision",
      largeur: 110,
      cellule: ({ dossier }) => celluleJour(dateDecision(dossier.faits, comites)),
    },
    { titre: "Site", largeur: 280, cellule: ({ site }) => cellule(site) },
  ];
}

const ATTENDUS: readonly Attendu[] = [
  ["porteur", "collectivité absente"],
  ["intitule", "intitulé du projet absent"],
  ["montant_accorde", "montant accordé absent"],
];

function manquesDe(suivi: Suivi, laureat: DossierSuivi): readonly Manque[] {
  const missing = champsAbsents(suivi, laureat, ATTENDUS);
  return laureat.theme
    ? missing
    : [...missing, manqueDe(suivi, laureat, "theme", "thème absent ou non reconnu")];
}

/** Numbers of the setting that no lauréat has. */
function inconnus(innovants: ReadonlySet<string>, laureats: readonly DossierSuivi[]): Manque[] {
  const known = new Set(laureats.map(({ dossier }) => dossier.faits.numero));
  return [...innovants]
    .filter((numero) => !known.has(numero))
    .map((numero) => ({
      numero,
      porteur: "",
      quoi: "projet dit innovant, mais aucun lauréat n’a ce numéro",
      ou: `onglet «\u00a0Paramètres\u00a0», clé ${CLE_INNOVANTS}`,
    }));
}

/**
 * The list of lauréats to publish, as of the last day of a month: no number, no contact, and the site
 * that each goes to (IDF).
 */
export function planPublication({
  nom,
  periode,
  prefecture,
  suivi,
  reglage,
}: EntreeRapport): RapportFait {
  const { last } = boundsOfMonth(periode);
  const innovants = new Set(
    reglage(CLE_INNOVANTS)
      .split(";")
      .map((numero) => numero.trim())
      .filter((numero) => numero !== ""),
  );
  const laureats = laureatsAu(suivi, last);
  const manques = [
    ...laureats.flatMap((laureat) => manquesDe(suivi, laureat)),
    ...inconnus(innovants, laureats),
  ];
  return {
    plan: planListe({
      nom,
      titre: `Lauréats FITN7 à publier – ${nameOfMonth(periode)}`,
      entete: [
        ["Préfecture", nomPrefecture(prefecture)],
        ["Situation au", formatDay(last)],
      ],
      compte: "Lauréats",
      montant: { libelle: "Total accordé", colonne: "Subvention" },
      sources: [
        SOURCES_RAPPORTS.publicationPrefecture,
        SOURCES_RAPPORTS.publicationRegion,
        SOURCES_RAPPORTS.publicationVolet2,
      ],
      remarques: [
        "Aucun contact n’est publié. La colonne « Site » et ce qui manque ne sont pas à publier.",
      ],
      colonnes: colonnes(suivi),
      lignes: laureats.map((laureat) => ({ ...laureat, site: siteDe(laureat, innovants) })),
      vide: "Aucun lauréat à publier à cette date.",
      manques,
      places: [0, 1, 2, 5],
    }),
    resume: resumeDe(laureats, totalDe(laureats), manques),
  };
}
