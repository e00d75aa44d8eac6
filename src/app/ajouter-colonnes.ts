import { CHAMPS } from "../dossiers/champs.js";
import { quoted } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";
import { ecrireOutils } from "./ecrire-lot.js";
import { type OngletDossiers, ongletChoisi, ongletDesDossiers } from "./lire-suivi.js";
import { lireParametres } from "./parametres.js";
import type { Operation, Ports, Refus } from "./ports.js";
import { poserInstruction } from "./poser-instruction.js";
import { runsOf } from "./runs.js";

/**
 * Adds columns that an action needs at the right of the référent's tab, after asking. They get formats of
 * their own, since Google gives a new column its neighbour's; the formula of `Instruction` is widened where
 * the tab's grid grew.
 *
 * @param champs fields without a column
 */
export function ajouterColonnes(
  ports: Ports,
  champs: readonly Champ[],
): { readonly kind: "fait"; readonly titres: readonly string[] } | Refus {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const { parametres } = lireParametres(classeur);
    const onglet = ongletDesDossiers(classeur, parametres);
    if ("kind" in onglet) return onglet;
    const missing = champs.filter((champ) => !onglet.entetes.colonnes.has(champ));
    const titres = missing.map((champ) => CHAMPS[champ].titre);
    if (missing.length > 0) ecrireColonnes(ports, onglet, missing);
    const wider = ongletChoisi(classeur, onglet.nom);
    if (!("kind" in wider)) {
      classeur.appliquer(poserInstruction(classeur, wider, onglet.nom).operations);
    }
    return { kind: "fait", titres };
  });
}

function ecrireColonnes(ports: Ports, onglet: OngletDossiers, missing: readonly Champ[]): void {
  const { classeur } = ports;
  const titres = missing.map((champ) => CHAMPS[champ].titre);
  const zone = {
    ligne: onglet.ligneEntetes,
    colonne: (onglet.lu.lignes[0]?.length ?? 0) + 1,
    lignes: 1,
    colonnes: titres.length,
  };
  const below = Math.max(1, classeur.taille(onglet.nom).lignes - zone.ligne);
  const formats = runsOf(missing.map((champ) => CHAMPS[champ].kind)).map(
    ({ value: kind, start, length }): Operation => ({
      op: "format",
      onglet: onglet.nom,
      zone: {
        ligne: zone.ligne + 1,
        colonne: zone.colonne + start,
        lignes: below,
        colonnes: length,
      },
      kind,
    }),
  );
  ecrireOutils(
    ports,
    [
      {
        op: "ecrire",
        onglet: onglet.nom,
        ligne: zone.ligne,
        colonne: zone.colonne,
        contenus: [titres],
      },
      { op: "entete", onglet: onglet.nom, zone },
      ...formats,
    ],
    titres.map((titre) => ({
      champ: `Colonne de l’onglet ${quoted(onglet.nom)}`,
      avant: "",
      apres: titre,
    })),
    "Ajouter des colonnes",
  );
}
