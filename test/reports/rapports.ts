import { fileURLToPath } from "node:url";
import { GUICHETS } from "../../src/guichets/index.js";
import { planAds } from "../../src/reports/ads.js";
import { planPropositions } from "../../src/reports/propositions.js";
import { planPublication } from "../../src/reports/publication.js";
import type { EntreeRapport, RapportFait } from "../../src/reports/rapport.js";
import { planScdl } from "../../src/reports/scdl.js";
import type { Suivi } from "../../src/reports/suivi.js";
import { planTrimestre } from "../../src/reports/trimestre.js";
import { PREFECTURES, type Prefecture, suiviDe } from "./suivi.js";

/** A report of an example préfecture, as it was reviewed. */
export interface Cas {
  readonly nom: string;
  readonly plan: (entree: EntreeRapport) => RapportFait;
  readonly rapport: string;
  readonly prefecture: Prefecture;
  readonly periode: string;
  /** What is changed in the example data beforehand. */
  readonly change?: (suivi: Suivi) => Suivi;
}

/** Gives some dossiers an opinion and an amount, as a référent does before a committee. */
const avecPropositions = (suivi: Suivi): Suivi => ({
  ...suivi,
  dossiers: suivi.dossiers.map((entry) => {
    const proposition = PROPOSITIONS[entry.dossier.faits.numero ?? ""];
    if (!proposition) return entry;
    const faits = { ...entry.dossier.faits, ...proposition };
    return { ...entry, dossier: { ...entry.dossier, faits } };
  }),
});

const PROPOSITIONS: Readonly<Record<string, object>> = {
  "4306077": { avis_propose: "Favorable", montant_propose: 600_000 },
  "4307036": { avis_propose: "Favorable" },
  "4307173": { avis_propose: "Défavorable", montant_propose: 100_000 },
  "4307721": { montant_propose: 99_900_000 },
};

const [NORD, MARNE, SEINE_ET_MARNE] = PREFECTURES;

/** Every new report on the préfectures it is for, and an empty case. */
export const CAS_RAPPORTS: readonly Cas[] = [
  cas("ads", planAds, "Démat.ADS", SEINE_ET_MARNE, "2021-07"),
  cas("ads-vide", planAds, "Démat.ADS", NORD, "2021-07"),
  cas("trimestre", planTrimestre, "Trimestre DITP", SEINE_ET_MARNE, "2021-T2"),
  cas("trimestre-vide", planTrimestre, "Trimestre DITP", SEINE_ET_MARNE, "2020-T4"),
  {
    ...cas("propositions", planPropositions, "Propositions", MARNE, "2021-09"),
    change: avecPropositions,
  },
  cas("propositions-vide", planPropositions, "Propositions", MARNE, "2021-09"),
  cas("publication", planPublication, "Publication", SEINE_ET_MARNE, "2021-07"),
  cas("publication-nord", planPublication, "Publication", NORD, "2021-06"),
  cas("scdl", planScdl, "SCDL", NORD, "2021-07"),
  cas("scdl-seine-et-marne", planScdl, "SCDL", SEINE_ET_MARNE, "2021-07"),
];

function cas(
  nom: string,
  plan: Cas["plan"],
  rapport: string,
  prefecture: Prefecture,
  periode: string,
): Cas {
  return { nom, plan, rapport, prefecture, periode };
}

/** Settings that a préfecture has filled. */
export const REGLAGES: Readonly<Record<string, string>> = {
  destinataire_ditp: "destinataire@ditp.test",
  "scdl.siret": "17590001600019",
  "scdl.notification_ue": "non",
  "scdl.conditions": "échelonné",
  "publication.innovants": "4118676 ; 999",
  "trimestre.2021-T2.retours": "Les petites communes demandent un accompagnement.",
};

/** What a report is made from, on example data. */
export function entreeDe(
  {
    rapport,
    prefecture,
    periode,
    change = (suivi) => suivi,
  }: Pick<Cas, "rapport" | "prefecture" | "periode" | "change">,
  reglages: Readonly<Record<string, string>> = REGLAGES,
): EntreeRapport {
  return {
    nom: `${rapport} ${periode}`,
    periode,
    aujourdHui: "2021-07-15",
    prefecture: prefecture.prefecture === "" ? "Préfecture d’exemple" : prefecture.prefecture,
    guichet: GUICHETS[prefecture.guichet],
    suivi: change(suiviDe(prefecture)),
    reglage: (cle) => reglages[cle] ?? "",
  };
}

/** Where the reviewed text of a report is kept. */
export function goldenRapport({ nom }: Cas): string {
  return fileURLToPath(new URL(`./golden/rapport-${nom}.txt`, import.meta.url));
}
