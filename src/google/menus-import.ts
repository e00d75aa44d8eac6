import { chargerTerritoires } from "../app/import/territoires.js";
import { lireParametres, texteDe } from "../app/parametres.js";
import { readDepartement } from "../dossiers/departements.js";
import { exiger } from "../dossiers/saisie.js";
import { ask, openDialog, told } from "./dialogues.js";

/** `Importer des dossiers`: choose a file, map its columns, look, then write. */
export function menuImporter(): void {
  openDialog("Import", "Importer des dossiers", 960, 680);
}

/** `Charger les données INSEE`: fills `Territoires` with the collectivités of some départements. */
export function menuTerritoires(): void {
  told((ports) => {
    const own = texteDe(lireParametres(ports.classeur).parametres, "departement");
    const proposed = own === "" ? "" : ` Laissez vide pour ${own}\u00a0:`;
    const answer = ask(
      `Départements à charger, séparés par des virgules (par exemple 59, 62).${proposed}`,
    );
    if (answer === undefined) return undefined;
    const codes = (answer === "" ? own : answer)
      .split(/[,;]/)
      .filter((text) => text.trim() !== "")
      .map((text) => exiger("Département", text, readDepartement));
    return chargerTerritoires(ports, codes).message;
  });
}
