import { compter } from "../../dossiers/text.js";
import { enregistrer } from "../enregistrer.js";
import type { Ports } from "../ports.js";
import { colonnesComiteManquantes } from "./colonnes.js";
import { avertirFormules, ecrituresDecision } from "./ecrire-decision.js";
import { consommeSans, etatEnveloppe } from "./enveloppe.js";
import {
  examinerPropositions,
  type PropositionExaminee,
  type PropositionsExaminees,
  proposees,
} from "./examiner-propositions.js";
import { comiteOuvert, lireSeance, type Seance } from "./lire-seance.js";
import type { DemandeValidation, ResultatValidation } from "./protocole.js";

export const SOURCE_VALIDATION = "Comité\u00a0: propositions validées";

type EnveloppesApres = Extract<ResultatValidation, { readonly lignes: unknown }>["enveloppes"];

/**
 * Records the proposals prepared in the columns `Avis proposé`, `Montant proposé`, `Motif`, each with its own
 * reason, as one batch. A proposal that is wrong by itself is left out and said; where one would break an
 * envelope, none is recorded.
 *
 * @param demande `apercu`: says what would be recorded, and writes nothing
 */
export function valider(ports: Ports, demande: DemandeValidation): ResultatValidation {
  return ports.sousVerrou(() => {
    const seance = lireSeance(ports);
    if ("kind" in seance) return seance;
    const missing = colonnesComiteManquantes(seance, { propositions: true });
    if (missing) return missing;
    const comite = comiteOuvert(seance, demande.comite);
    if ("kind" in comite) return comite;
    const lignes = proposees(seance, comite, demande.numeros);
    const examined = examinerPropositions(seance, lignes, demande.attendu);
    const { examinees, depassement } = examined;
    const common = {
      lignes: examinees.map(({ resultat }) => resultat),
      depassement,
      enveloppes: enveloppesApres(seance, examined),
    };
    const ready = examinees.flatMap(({ ligne, decision }) =>
      decision ? [{ ligne, decision }] : [],
    );
    if (demande.apercu || depassement || ready.length === 0) {
      const message = messageApercu(examinees, depassement, demande.apercu);
      return { kind: "apercu", ...common, message };
    }
    const done = enregistrer(ports, {
      onglet: seance.onglet,
      ecritures: ready.flatMap(({ ligne, decision }) =>
        ecrituresDecision(seance, ligne, { ...decision, comite }),
      ),
      source: SOURCE_VALIDATION,
    });
    if (done.kind === "refus") return done;
    const left = examinees.length - ready.length;
    const rest = left > 0 ? `, ${compter(left, "laissée de côté", "laissées de côté")}` : "";
    return {
      kind: "fait",
      ...common,
      lot: done.lot,
      message: `${compter(ready.length, "décision enregistrée", "décisions enregistrées")}${rest}.${avertirFormules(done.laissees)}`,
    };
  });
}

function messageApercu(
  examinees: readonly PropositionExaminee[],
  depassement: boolean,
  apercu: boolean,
): string {
  if (examinees.length === 0) {
    return "Aucune proposition pour ce comité\u00a0: remplissez «\u00a0Avis proposé\u00a0», «\u00a0Montant proposé\u00a0» et «\u00a0Motif\u00a0».";
  }
  if (depassement) {
    const over = examinees.filter(({ decision, compte }) => !decision && compte !== undefined);
    const names = over.map(({ ligne }) => ligne.numero).join(", ");
    const which =
      over.length > 1
        ? `les dossiers ${names} ne sont pas revus ou laissés de côté`
        : `le dossier ${names} n’est pas revu ou laissé de côté`;
    return `L’enveloppe serait dépassée\u00a0: rien n’est enregistré tant que ${which}.`;
  }
  const ready = examinees.filter(({ decision }) => decision).length;
  const refused = examinees.length - ready;
  const left = refused > 0 ? `, ${refused} à revoir` : "";
  const count = compter(ready, "proposition prête", "propositions prêtes");
  return apercu ? `${count}${left}.` : `Rien n’a été enregistré\u00a0: ${count}${left}.`;
}

/** The envelope before and after, of each guichet that a proposal belongs to; what is over counts too. */
function enveloppesApres(seance: Seance, { examinees }: PropositionsExaminees): EnveloppesApres {
  const guichets = new Map(examinees.map(({ ligne }) => [ligne.guichet.id, ligne.guichet]));
  return [...guichets.values()].map((guichet) => {
    const counted = examinees.filter(
      ({ ligne, compte }) => ligne.guichet.id === guichet.id && compte !== undefined,
    );
    const batch = new Set(counted.map(({ ligne }) => ligne.numero));
    const added = counted.reduce((sum, { compte = 0 }) => sum + compte, 0);
    return {
      ...etatEnveloppe(guichet, consommeSans(seance, guichet.id)),
      apres: consommeSans(seance, guichet.id, batch) + added,
    };
  });
}
