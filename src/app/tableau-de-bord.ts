import { NOM_ENVELOPPES } from "../dossiers/onglets.js";
import { quoted } from "../dossiers/text.js";
import { withParametres } from "../functions/guichet-argument.js";
import { lireBlocs } from "../reports/blocs-enveloppes.js";
import { NOM_TABLEAU } from "../reports/rapports.js";
import { planTableau, type ResumeTableau } from "../reports/tableau-de-bord.js";
import type { GuichetId } from "../rules/guichet.js";
import { type ColonnesRequises, ouvrirOnglet } from "./colonnes-requises.js";
import { poserEnveloppes } from "./installer.js";
import { ambiguites, lireSuivi } from "./lire-suivi.js";
import { texteDe } from "./parametres.js";
import type { Ports } from "./ports.js";
import type { ResultatRapport } from "./resultat-rapport.js";

/** Without the first two every envelope would seem untouched; without the others no month and no theme is known. */
const COLONNES: ColonnesRequises = {
  indispensables: ["etat", "montant_accorde"],
  utiles: ["theme", "date_decision"],
};

/**
 * Makes the tab `Tableau de bord`, or makes it again at its place: envelopes, themes, months, forecast,
 * alerts and charts. A guichet in use whose envelope has no block gets one first.
 *
 * @param telQuel make it even where useful columns are missing
 */
export function tableauDeBord(
  ports: Ports,
  { telQuel = false }: { readonly telQuel?: boolean } = {},
): ResultatRapport<ResumeTableau> {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const ouvert = ouvrirOnglet(classeur, COLONNES, telQuel);
    if (ouvert.kind !== "pret") return ouvert;
    const { parametres, onglet } = ouvert;
    const suivi = lireSuivi(classeur, onglet, parametres);
    const own = withParametres(parametres)(0);
    const guichets = new Map([[own.id, own]]);
    for (const { guichet } of suivi.dossiers) guichets.set(guichet.id, guichet);
    const ajoutes = ajouterBlocs(ports, [...guichets.keys()]);
    const blocs = lireBlocs(classeur.lire(NOM_ENVELOPPES).lignes);
    const { plan, resume } = planTableau({
      aujourdHui: ports.contexte.maintenant().slice(0, 10),
      prefecture: texteDe(parametres, "prefecture"),
      suivi,
      guichets: [...guichets.values()].flatMap((guichet) => {
        const bloc = blocs.find(({ id }) => id === guichet.id);
        return bloc ? [{ guichet, bloc }] : [];
      }),
    });
    classeur.remplacer(plan);
    return {
      kind: "fait",
      onglet: NOM_TABLEAU,
      resume,
      avertissements: [...ajoutes, ...ambiguites(onglet)],
    };
  });
}

/** Gives each guichet in use its block of `Enveloppes`, where it has none. */
function ajouterBlocs({ classeur }: Ports, guichets: readonly GuichetId[]): readonly string[] {
  const { operations, fait } = poserEnveloppes(classeur, classeur.noms(), guichets);
  if (operations.length === 0) return [];
  classeur.appliquer(operations);
  return [`Ajouté à l’onglet ${quoted(NOM_ENVELOPPES)}\u00a0: ${fait.join(", ")}.`];
}
