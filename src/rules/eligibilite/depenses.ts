import type { Cents } from "../cents.js";
import type { Motif } from "../motif.js";
import { type Controle, type Examen, manque, motif, RIEN } from "./examen.js";

/** Staff costs, where they are excluded. */
export const controlerPersonnel: Controle = (examen) => {
  const source = examen.guichet.personnel;
  const { personnel } = examen.faits;
  if (!source) return RIEN;
  if (personnel === undefined) return manque(examen, "personnel", "PERSONNEL.absent", source);
  return personnel > 0
    ? [
        motif("PERSONNEL.exclu", "avertissement", source, {
          chiffres: { montant: { euros: personnel } },
        }),
      ]
    : RIEN;
};

/** IT equipment: excluded, excluded for agents, or admitted when accessory and for some uses. */
export const controlerEquipement: Controle = (examen) => {
  const rule = examen.guichet.equipement;
  const { equipement } = examen.faits;
  if (!rule) return RIEN;
  if (equipement === undefined)
    return manque(examen, "equipement", "EQUIPEMENT.absent", rule.source);
  if (equipement === 0) return RIEN;
  const chiffres = { montant: { euros: equipement } };
  const verdict = equipementExclu(examen);
  if (verdict === "inconnu") {
    return [motif(`EQUIPEMENT.incertain_${rule.regle}`, "a_verifier", rule.source, { chiffres })];
  }
  return verdict
    ? [motif(`EQUIPEMENT.exclu_${rule.regle}`, "avertissement", rule.source, { chiffres })]
    : RIEN;
};

/** Whether the equipment may not be financed, as far as its use is known. */
function equipementExclu({ guichet, faits }: Examen): boolean | "inconnu" {
  const usage = (faits.equipement_usage ?? "").toLowerCase();
  switch (guichet.equipement?.regle) {
    case "tout":
      return true;
    case "agents":
      if (/agent/.test(usage)) return true;
      return usage === "" ? "inconnu" : !/usager|citoyen|public|habitant/.test(usage) && "inconnu";
    case "accessoire": {
      if (faits.equipement_principal === true) return true;
      if (faits.equipement_principal === undefined || usage === "") return "inconnu";
      return !/accessib|citoyen|formation|usager/.test(usage);
    }
    default:
      return false;
  }
}

/** Licences of publishers outside the EU: excluded, marginal or to be avoided. */
export const controlerLicences: Controle = (examen) => {
  const rule = examen.guichet.licencesHorsUe;
  const { licences_hors_ue } = examen.faits;
  if (!rule) return RIEN;
  if (licences_hors_ue === undefined) {
    return manque(examen, "licences_hors_ue", "LICENCES.absent", rule.source);
  }
  return licences_hors_ue > 0
    ? [
        motif(`LICENCES.${rule.regle}`, "avertissement", rule.source, {
          chiffres: { montant: { euros: licences_hors_ue } },
        }),
      ]
    : RIEN;
};

/**
 * Excluded spending leaves the dossier eligible, but no document says whether the base of the rate
 * shrinks: somebody has to settle it.
 *
 * @param motifs what the other checks of spending found
 */
export function controlerAssiette(motifs: readonly Motif[]): readonly Motif[] {
  const exclus = motifs.filter(
    ({ code, cas, gravite }) =>
      gravite === "avertissement" &&
      (code === "PERSONNEL" || code === "EQUIPEMENT" || (code === "LICENCES" && cas === "exclues")),
  );
  const total = exclus.reduce((sum, { chiffres }) => sum + eurosIn(chiffres.montant), 0);
  return total > 0
    ? [
        motif("ASSIETTE.exclu", "a_verifier", exclus[0]?.source, {
          chiffres: { montant: { euros: total } },
        }),
      ]
    : RIEN;
}

function eurosIn(chiffre: Motif["chiffres"][string] | undefined): Cents {
  return chiffre && "euros" in chiffre ? chiffre.euros : 0;
}
