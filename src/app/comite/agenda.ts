import { compter, normalise, quoted } from "../../dossiers/text.js";
import { isLaureat } from "../../rules/etat.js";
import { enregistrer } from "../enregistrer.js";
import { type Ports, refus } from "../ports.js";
import { dateDuComite, isDecideEn } from "./decide-en.js";
import { avertirFormules } from "./ecrire-decision.js";
import { comiteOuvert, type LigneSeance, lireSeance, type Seance, trouver } from "./lire-seance.js";
import type { DemandeAgenda, ResultatAgenda } from "./protocole.js";

const SOURCE = "Comité\u00a0: ordre du jour";

/**
 * Puts dossiers on a committee's agenda, or takes them off where no committee is named. One that has its
 * decision keeps the committee that took it; an adjourned or turned down one may come again.
 */
export function proposer(ports: Ports, demande: DemandeAgenda): ResultatAgenda {
  return ports.sousVerrou(() => {
    const seance = lireSeance(ports);
    if ("kind" in seance) return seance;
    if (!seance.onglet.entetes.colonnes.has("comite")) {
      return refus(
        `L’onglet ${quoted(seance.onglet.nom)} n’a pas de colonne «\u00a0Comité\u00a0».`,
      );
    }
    const comite = demande.comite.trim() === "" ? undefined : comiteOuvert(seance, demande.comite);
    if (comite && "kind" in comite) return comite;
    const nom = comite?.nom ?? "";
    const accepted: LigneSeance[] = [];
    const refuses: { numero: string; message: string }[] = [];
    for (const numero of new Set(demande.numeros)) {
      const ligne = trouver(seance, numero);
      if ("kind" in ligne) refuses.push({ numero, message: ligne.message });
      else {
        const obstacle = obstacleA(seance, ligne, nom);
        if (obstacle === undefined) accepted.push(ligne);
        else refuses.push({ numero, message: obstacle });
      }
    }
    const done = enregistrer(ports, {
      onglet: seance.onglet,
      ecritures: accepted.map(({ numero }) => ({ numero, champ: "comite" as const, apres: nom })),
      source: SOURCE,
    });
    if (done.kind === "refus") return done;
    const count = compter(accepted.length, "dossier", "dossiers");
    const what =
      nom === ""
        ? `${accepted.length > 1 ? "retirés" : "retiré"} de l’ordre du jour`
        : `à l’ordre du jour du comité ${quoted(nom)}`;
    const left = refuses.length > 0 ? ` ${refuses.map(({ message }) => message).join(" ")}` : "";
    return {
      kind: "fait",
      message: `${count} ${what}.${left}${avertirFormules(done.laissees)}`,
      numeros: accepted.map(({ numero }) => numero),
      refuses,
      lot: done.lot,
    };
  });
}

/** Why a dossier can't change committee, in French. */
function obstacleA(
  seance: Seance,
  { numero, dossier: { faits } }: LigneSeance,
  nom: string,
): string | undefined {
  const { etat, comite = "" } = faits;
  if (normalise(comite) === normalise(nom)) return undefined;
  if (etat !== undefined && (isLaureat(etat) || etat === "Abandonné")) {
    return `Dossier ${numero}\u00a0: déjà décidé (${etat}), il garde son comité.`;
  }
  return nom === "" && isDecideEn(faits, dateDuComite(seance, comite))
    ? `Dossier ${numero}\u00a0: décidé par le comité ${quoted(comite)}, il y reste.`
    : undefined;
}
