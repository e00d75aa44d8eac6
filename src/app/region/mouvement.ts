import { nomDepartement } from "../../dossiers/departements.js";
import { NOM_MOUVEMENTS } from "../../dossiers/onglets-demande.js";
import { eurosOf, formatEuros } from "../../rules/cents.js";
import { formatDay } from "../../rules/day.js";
import {
  type Mouvement,
  type ObstacleMouvement,
  obstaclesAuMouvement,
  situationsApres,
} from "../../rules/mouvements.js";
import { ecrireOutils } from "../ecrire-lot.js";
import type { Ports } from "../ports.js";
import { refus } from "../ports.js";
import { ajouterLignes, lireTable } from "../suivi/lignes.js";
import type { Departement, ResultatMouvement } from "./protocole.js";
import { lireRegion } from "./situation.js";

/**
 * Moves drawing right from one département to another: shown first, then added to the ledger `Mouvements`,
 * of which no row is ever changed.
 *
 * @param apercu shows what would be left, writes nothing
 */
export function mouvementer(
  ports: Ports,
  mouvement: Mouvement,
  apercu: boolean,
): ResultatMouvement {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const region = lireRegion(ports);
    const { departements, mouvements } = region;
    const obstacles = obstaclesAuMouvement(mouvement, departements, mouvements, region);
    if (obstacles.length > 0) {
      return refus(`${obstacles.map(phrase).join("\n")}\nRien n’a été enregistré.`);
    }
    const { date, de, vers, montant, motif } = mouvement;
    const apres = situationsApres(departements, [...mouvements, mouvement]).filter(
      ({ code }) => code === de || code === vers,
    );
    const said = `${formatEuros(montant)} du ${nomme(de)} vers le ${nomme(vers)}`;
    if (apercu) {
      return {
        kind: "apercu",
        apres,
        message: `${said}, si vous enregistrez.`,
        attention: jamaisConsolides(departements, [de, vers]),
      };
    }
    const table = lireTable(classeur, NOM_MOUVEMENTS);
    if ("kind" in table) return table;
    const change = { champ: "Mouvement entre départements", avant: "", apres: said };
    classeur.appliquer(table.creation);
    const rows = ajouterLignes(table, [
      { date: { jour: date }, de, vers, montant: eurosOf(montant), motif: motif.trim() },
    ]);
    ecrireOutils(ports, rows, [change], "Redéployer");
    return { kind: "fait", apres, message: `Enregistré\u00a0: ${said}.`, attention: [] };
  });
}

const nomme = (code: string) => `${code} ${nomDepartement(code) ?? ""}`.trim();

/** What is shown of départements whose workbook never came in: what they granted is not known here. */
function jamaisConsolides(
  departements: readonly Departement[],
  codes: readonly string[],
): readonly string[] {
  return departements
    .filter(({ code, consolideLe }) => codes.includes(code) && consolideLe === undefined)
    .map(
      ({ code }) =>
        `Le ${nomme(code)} n’a jamais été consolidé\u00a0: ce qu’il a accordé n’est pas connu ici.`,
    );
}

/** Why a movement cannot be recorded, with its figures. */
function phrase(obstacle: ObstacleMouvement): string {
  switch (obstacle.code) {
    case "MEME_DEPARTEMENT":
      return "Le département qui donne et celui qui reçoit sont le même.";
    case "MOTIF_ABSENT":
      return "Motif\u00a0: il est nécessaire.";
    case "MONTANT":
      return "Montant\u00a0: attendu plus de zéro, au centime près.";
    case "AVANT_REVUE":
      return `Date\u00a0: le redéploiement n’est possible qu’à partir du ${formatDay(obstacle.revue)}.`;
    case "A_VENIR":
      return `Date\u00a0: le ${formatDay(obstacle.date)} est à venir.`;
    case "INCONNU":
      return `Le département ${nomme(obstacle.departement)} n’est pas suivi dans ce classeur\u00a0: consolidez-le d’abord.`;
    case "SANS_DROIT":
      return `Le département ${nomme(obstacle.departement)} n’a pas de droit de tirage connu\u00a0: fixez la clé droit.${obstacle.departement} de Paramètres.`;
    case "DEJA_ACCORDE":
      return `Le ${nomme(obstacle.departement)} a déjà accordé ${formatEuros(obstacle.accorde)} sur un droit de tirage de ${formatEuros(obstacle.droit)}\u00a0: il peut céder ${formatEuros(obstacle.disponible)} au plus.`;
  }
}
