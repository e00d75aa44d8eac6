import { LIBELLES_TYPE } from "../collectivite.js";
import { isPopulationExcluded, needsPopulation } from "../tranche.js";
import { type Controle, manque, motif, RIEN } from "./examen.js";

/** Who asks: the kind of applicant the guichet is open to. */
export const controlerPorteur: Controle = (examen) => {
  const { acceptes, aVerifier, source } = examen.guichet.porteurs;
  const { type } = examen.faits;
  if (type === undefined) return manque(examen, "type", "PORTEUR.absent", source);
  if (acceptes.includes(type)) return RIEN;
  const chiffres = { type: { texte: LIBELLES_TYPE[type] } };
  return aVerifier.includes(type)
    ? [motif("PORTEUR.incertain", "a_verifier", source, { chiffres })]
    : [motif("PORTEUR.refuse", "bloquant", source, { chiffres })];
};

/** Where: the département of the project, for a guichet that serves some only. A région has none. */
export const controlerTerritoire: Controle = (examen) => {
  const { territoire } = examen.guichet;
  const { departement, type } = examen.faits;
  if (!territoire || type === "region") return RIEN;
  if (departement === undefined) {
    return manque(examen, "departement", "TERRITOIRE.absent", territoire.source);
  }
  if (territoire.departements.includes(departement)) return RIEN;
  return [
    motif("TERRITOIRE.hors", "bloquant", territoire.source, {
      chiffres: {
        departement: { texte: departement },
        attendus: { texte: territoire.departements.join(", ") },
      },
    }),
  ];
};

/** How many inhabitants: a limit of the guichet, and what its rates need. */
export const controlerPopulation: Controle = (examen) => {
  const { guichet, faits } = examen;
  const limite = guichet.population?.sous;
  if (faits.population === undefined) {
    if (!needsPopulation(guichet)) return RIEN;
    const source = limite?.source ?? guichet.tranches[0]?.jusqua?.source;
    return manque(examen, "population", "POPULATION.absente", source, { nombres: [limite] });
  }
  if (!limite || !isPopulationExcluded(guichet, faits.population)) return RIEN;
  return [
    motif("POPULATION.trop", "bloquant", limite.source, {
      chiffres: { valeur: { nombre: faits.population }, limite: { nombre: limite.value } },
      nombres: [limite],
    }),
  ];
};
