import { formatEuros, groupThousands } from "../rules/cents.js";
import { formatCitation } from "../rules/citation.js";
import { formatDay } from "../rules/day.js";
import type { Champ } from "../rules/dossier.js";
import type { Chiffre, CodeMotif, Gravite, Motif } from "../rules/motif.js";
import { remembered } from "../rules/once.js";
import { formatPoints } from "../rules/points.js";
import { typeset } from "../rules/typographie.js";
import { CHAMPS } from "./champs.js";
import { quoted } from "./text.js";

/** The one place where a reason becomes a French sentence; `{x}` is the figure of that name. */
const PHRASES: Readonly<Record<string, string>> = {
  "ILLISIBLE.cellule": "{champ} : lu {lu}, attendu {attendu}.",
  "THEME.absent": "thème non renseigné.",
  "THEME.non_ouvert": "thème {theme} non ouvert par ce guichet (ouverts : {ouverts}).",
  "PORTEUR.absent": "type de collectivité non renseigné.",
  "PORTEUR.incertain": "porteur « {type} » : le texte ne permet pas de conclure, à examiner.",
  "PORTEUR.refuse": "porteur « {type} » non admis par ce guichet.",
  "TERRITOIRE.absent": "département du projet non renseigné.",
  "TERRITOIRE.hors": "département {departement} hors du territoire du guichet ({attendus}).",
  "POPULATION.absente": "population non renseignée : le taux en dépend.",
  "POPULATION.trop": "population de {valeur} habitants, il en faut moins de {limite}.",
  "COUT.absent": "coût total non renseigné.",
  "COUT.bas": "coût de {valeur}, il doit dépasser {limite}.",
  "COUT.haut": "coût de {valeur}, il doit rester inférieur à {limite}.",
  "COUT.lot": "le financement porte sur un lot de {lot} : c’est le lot qui est examiné.",
  "DEMANDE.absente": "subvention demandée non renseignée.",
  "DEMANDE.haute": "demande de {demande}, la subvention possible est de {possible}.",
  "AUTRES.absents": "autres financements non renseignés (indiquer 0 s’il n’y en a pas).",
  "TAUX.bas": "taux de {valeur}, inférieur au minimum de {limite}.",
  "ACCORDE.haut": "{accorde} accordés, au-delà de ce que le guichet permet ({limite}).",
  "REGLAGE.utilise": "conclusion fondée sur des réglages de la préfecture.",
  "EXCEPTION.non_prevue":
    "exception indiquée, mais aucune n’est prévue pour ce thème et cette population.",
  "EXCEPTION.sans_motif": "exception sans motif : le taux exceptionnel doit être justifié.",
  "DEPOT.absent":
    "date de dépôt non renseignée : elle seule décide si le dossier est dans les délais.",
  "DEPOT.tot": "déposé le {valeur}, avant l’ouverture du {limite}.",
  "DEPOT.tard": "déposé le {valeur}, après la clôture du {limite}.",
  "DEPOT.tard_strict": "déposé le {valeur}, il fallait déposer avant le {limite}.",
  "DEJA_ENGAGE.absent": "projet déjà engagé ou non : non renseigné.",
  "DEJA_ENGAGE.oui": "projet déjà engagé.",
  "CREDITS.absent": "engagement des crédits au plus tard le {limite} : date non renseignée.",
  "CREDITS.absent_strict": "engagement des crédits avant le {limite} : date non renseignée.",
  "CREDITS.tard": "crédits engagés le {valeur}, après le {limite}.",
  "CREDITS.tard_strict": "crédits engagés le {valeur}, il fallait le faire avant le {limite}.",
  "EFFET.sans_fin": "effet concret attendu sous {mois} mois : date de fin non renseignée.",
  "EFFET.sans_depot":
    "effet concret attendu sous {mois} mois (comptés depuis le dépôt, notre lecture) : date de dépôt non renseignée.",
  "EFFET.tard":
    "fin prévue le {valeur}, effet concret attendu sous {mois} mois, soit le {limite} (comptés depuis le dépôt, notre lecture).",
  "RESULTATS.sans_fin": "résultats tangibles avant la fin de {annee} : date de fin non renseignée.",
  "RESULTATS.tard": "fin prévue le {valeur}, résultats tangibles attendus avant la fin de {annee}.",
  "ACHEVEMENT.sans_fin": "projet à achever au plus tard le {limite} : date de fin non renseignée.",
  "ACHEVEMENT.tard": "fin prévue le {valeur}, le projet doit être achevé au plus tard le {limite}.",
  "DEBUT_DEPENSES.absent": "dépenses éligibles à compter du comité : date de début non renseignée.",
  "DEBUT_DEPENSES.sans_comite":
    "début le {valeur}, dépenses éligibles à compter du comité : date du comité non renseignée.",
  "DEBUT_DEPENSES.avant":
    "début le {valeur}, avant le comité du {limite} : les dépenses antérieures ne sont pas éligibles.",
  "PERSONNEL.absent": "dépenses de personnel non renseignées (indiquer 0 s’il n’y en a pas).",
  "PERSONNEL.exclu": "{montant} de dépenses de personnel, non finançables.",
  "EQUIPEMENT.absent": "équipement informatique non renseigné (indiquer 0 s’il n’y en a pas).",
  "EQUIPEMENT.incertain_agents":
    "{montant} d’équipement : non finançable s’il est destiné aux agents, usage à préciser.",
  "EQUIPEMENT.incertain_accessoire":
    "{montant} d’équipement : admis s’il n’est pas l’objet principal et sert l’accessibilité numérique des citoyens ou la formation des agents, à préciser.",
  "EQUIPEMENT.exclu_agents": "{montant} d’équipement pour les agents, non finançable.",
  "EQUIPEMENT.exclu_tout": "{montant} d’équipement, non finançable.",
  "EQUIPEMENT.exclu_accessoire":
    "{montant} d’équipement non finançable : objet principal du projet, ou usage non admis.",
  "LICENCES.absent":
    "licences d’éditeurs hors Union européenne non renseignées (indiquer 0 s’il n’y en a pas).",
  "LICENCES.exclues": "{montant} de licences d’éditeurs hors Union européenne, non finançables.",
  "LICENCES.marginales":
    "{montant} de licences d’éditeurs hors Union européenne : seulement une part marginale du financement.",
  "LICENCES.a_eviter":
    "{montant} de licences d’éditeurs hors Union européenne : à éviter dans la mesure du possible.",
  "ASSIETTE.exclu":
    "{montant} de dépenses exclues : le texte ne dit pas si l’assiette du taux en est réduite, à décider.",
  "LIBRE.absent": "logiciel libre ou non : non renseigné.",
  "LIBRE.non":
    "solution non libre : les solutions libres passent d’abord, dans la mesure du possible.",
  "ENGAGEMENT.absent": "engagement du décideur non renseigné.",
  "ENGAGEMENT.non": "engagement du décideur absent.",
  "DOCUMENT.absent": "document en quatre points : non renseigné.",
  "DOCUMENT.non": "document en quatre points manquant ou incomplet : à demander.",
  "FACTURES.a_voir": "factures à joindre à la demande : à vérifier.",
  "PROJET_COMMUN.inconnu": "projet commun ou non : la feuille n’a pas de colonne « Partenaires ».",
  "PROJET_COMMUN.sans_contact":
    "projet commun avec {partenaires} : contact opérationnel non renseigné.",
  "LABORATOIRE.absent": "laboratoire d’innovation territoriale non renseigné.",
  "PART_COLLECTIVITES.absente": "part des collectivités dans le coût non renseignée.",
  "PART_COLLECTIVITES.haute":
    "demande de {demande}, supérieure à la part des collectivités ({part}).",
  "COMMUNES.absentes": "nombre de communes rattachées non renseigné : le montant en dépend.",
};

const GRAVITES: Readonly<Record<Gravite, string>> = {
  bloquant: "BLOQUANT",
  a_verifier: "À VÉRIFIER",
  avertissement: "AVERTISSEMENT",
  verifie: "VÉRIFIÉ À LA MAIN",
};

function formatChiffre(name: string, chiffre: Chiffre): string {
  if ("euros" in chiffre) return formatEuros(chiffre.euros);
  if ("points" in chiffre) return formatPoints(chiffre.points);
  if ("jour" in chiffre) return formatDay(chiffre.jour);
  if ("nombre" in chiffre) return groupThousands(chiffre.nombre);
  if (name === "champ") return CHAMPS[chiffre.texte as Champ].titre;
  return name === "lu" ? quoted(chiffre.texte) : chiffre.texte;
}

/** A template with its spaces, made once: a sheet of 10 000 dossiers has some 100 000 reasons. */
const templateOf = remembered((key: string): string => {
  const template = PHRASES[key];
  if (template === undefined) throw new Error(`Aucune phrase pour le motif ${key}.`);
  return typeset(template);
});

/**
 * A sentence with its figures: `{x}` is the figure of that name.
 *
 * @param template French text with plain spaces before its punctuation
 * @example remplir("il reste {reste} :", { reste: { euros: 500 } }) // "il reste 5 € :"
 */
export function remplir(template: string, chiffres: Readonly<Record<string, Chiffre>>): string {
  return typeset(template).replace(/\{(\w+)\}/g, (_, name: string) => figure(name, chiffres));
}

function figure(name: string, chiffres: Readonly<Record<string, Chiffre>>): string {
  const chiffre = chiffres[name];
  return chiffre ? formatChiffre(name, chiffre) : "?";
}

/** The sentence of a reason, without its source. @example sentence(m) // "coût de 120 000 €, il doit rester inférieur à 100 000 €." */
export function sentence({ code, cas, chiffres }: Motif): string {
  return templateOf(`${code}.${cas}`).replace(/\{(\w+)\}/g, (_, name: string) =>
    figure(name, chiffres),
  );
}

/**
 * A reason as a référent reads it: weight, code, figures, source, and the préfecture's settings it
 * rests on, with what the document says.
 *
 * @example "BLOQUANT [COUT] coût de 120 000 €, il doit rester inférieur à 100 000 €. (HDF, « 5. … »)"
 */
export function formatMotif(motif: Motif): string {
  const { source, reglages } = motif;
  const own = reglages.map(({ cle, note }) =>
    typeset(` Réglage de la préfecture (${cle}) ; le document : ${note}.`),
  );
  const cited = source && source.document !== "PREF" ? ` ${formatCitation(source)}` : "";
  return `${GRAVITES[motif.gravite]} [${motif.code}] ${sentence(motif)}${own.join("")}${cited}`;
}

/** All reasons of a dossier, one on each line. */
export function formatMotifs(motifs: readonly Motif[]): string {
  return motifs.map(formatMotif).join("\n");
}

/**
 * The sentences of a code as the help shows them, `…` in place of the figures.
 *
 * @example phrasesDe("DEJA_ENGAGE") // ["projet déjà engagé ou non : non renseigné.", "projet déjà engagé."]
 */
export function phrasesDe(code: CodeMotif): readonly string[] {
  return Object.entries(PHRASES)
    .filter(([cas]) => cas.startsWith(`${code}.`))
    .map(([, phrase]) => typeset(phrase).replace(/\{\w+\}/g, "…"));
}

/** Every case that has a sentence: a test reaches each. */
export const CAS_CONNUS: readonly string[] = Object.keys(PHRASES);
