import { CHAMPS } from "../dossiers/champs.js";
import { NOM_JOURNAL } from "../dossiers/onglets.js";
import { quoted } from "../dossiers/text.js";
import type { Champ } from "../rules/dossier.js";
import { journaliser } from "./journal.js";
import { ongletChoisi } from "./lire-suivi.js";
import { lireParametres, texteDe } from "./parametres.js";
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
    const { classeur, contexte } = ports;
    const { parametres } = lireParametres(classeur);
    const onglet = ongletChoisi(classeur, texteDe(parametres, "onglet_dossiers"));
    if ("kind" in onglet) return onglet;
    const missing = champs.filter((champ) => !onglet.entetes.colonnes.has(champ));
    const titres = missing.map((champ) => CHAMPS[champ].titre);
    if (titres.length === 0) return { kind: "fait", titres };
    const width = onglet.lu.lignes[0]?.length ?? 0;
    const last = classeur.lire(NOM_JOURNAL).lignes.length;
    const zone = {
      ligne: onglet.ligneEntetes,
      colonne: width + 1,
      lignes: 1,
      colonnes: titres.length,
    };
    classeur.appliquer([
      {
        op: "ecrire",
        onglet: onglet.nom,
        ligne: zone.ligne,
        colonne: zone.colonne,
        contenus: [titres],
      },
      { op: "entete", onglet: onglet.nom, zone },
      ...runsOf(missing.map((champ) => CHAMPS[champ].kind)).map(
        ({ value: kind, start, length }): Operation => ({
          op: "format",
          onglet: onglet.nom,
          zone: {
            ligne: zone.ligne + 1,
            colonne: zone.colonne + start,
            lignes: Math.max(1, classeur.taille(onglet.nom).lignes - zone.ligne),
            colonnes: length,
          },
          kind,
        }),
      ),
      ...journaliser(
        titres.map((titre) => ({
          champ: `Colonne de l’onglet ${quoted(onglet.nom)}`,
          avant: "",
          apres: titre,
        })),
        last,
        "Ajouter des colonnes",
        contexte,
      ),
    ]);
    const wider = ongletChoisi(classeur, onglet.nom);
    if (!("kind" in wider)) {
      classeur.appliquer(poserInstruction(classeur, wider, onglet.nom).operations);
    }
    return { kind: "fait", titres };
  });
}
