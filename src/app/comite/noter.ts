import { enregistrer } from "../enregistrer.js";
import { type Ports, refus } from "../ports.js";
import { instruireLigne } from "./fiche.js";
import { comiteOuvert, lireSeance, trouver } from "./lire-seance.js";
import { lireNotes, noteMaxDe, planNotes, scoreDe, verifierNotes } from "./notes.js";
import type { DemandeNotes, ResultatNotes } from "./protocole.js";
import { changementDepuis } from "./vu.js";

const SOURCE = "Comité\u00a0: notes";

/** Records scores alone, before any decision: what was changed since they were shown is refused first. */
export function noter(ports: Ports, demande: DemandeNotes): ResultatNotes {
  return ports.sousVerrou(() => {
    const { numero, notes } = demande;
    const seance = lireSeance(ports);
    if ("kind" in seance) return seance;
    const ligne = trouver(seance, numero);
    if ("kind" in ligne) return ligne;
    const comite = comiteOuvert(seance, demande.comite);
    if ("kind" in comite) return comite;
    const instruite = instruireLigne(ligne);
    if ("kind" in instruite) return instruite;
    const key = { numero, comite: comite.nom };
    const known = lireNotes(ports.classeur, ligne.guichet, instruite.theme, key);
    if ("kind" in known) return known;
    if (known.criteres.length === 0) {
      return refus("Ce guichet ne prévoit pas de critère pour ce thème\u00a0: rien à noter.");
    }
    const changed = changementDepuis(demande.vu, seance, ligne, known.criteres);
    if (changed) return changed;
    const raisons = verifierNotes(known, notes, noteMaxDe(seance.parametres));
    if (raisons.length > 0) return { kind: "refusee", raisons };
    const plan = planNotes(known, notes, { ...key, auteur: ports.contexte.qui() });
    const done = enregistrer(ports, {
      onglet: seance.onglet,
      ecritures: [],
      autres: plan.operations,
      journal: plan.journal,
      source: SOURCE,
    });
    if (done.kind === "refus") return done;
    const score = scoreDe(plan.criteres);
    return {
      kind: "fait",
      lot: done.lot,
      message: done.lot === "" ? "Ces notes étaient déjà enregistrées." : "Notes enregistrées.",
      ...(score !== undefined && { score }),
    };
  });
}
