import { ajouterGuichetAuxFormules, choisirGuichet } from "../app/choisir-guichet.js";
import { rappelerEcheance } from "../app/comite/echeances.js";
import { installer } from "../app/installer.js";
import { lireParametres, rafraichirCache } from "../app/parametres.js";
import type { Ports } from "../app/ports.js";
import { compter, nommer } from "../dossiers/text.js";
import { GUICHETS } from "../guichets/index.js";
import { GUICHET_IDS, type GuichetId } from "../rules/guichet.js";
import { googlePorts } from "./classeur.js";
import { choose, confirm, openDialog, told } from "./dialogues.js";

/** Rebuilds what functions read where their guichet is left out, and what the menu says of the next committee. */
export function rafraichir(): void {
  const ports = googlePorts();
  rafraichirCache(lireParametres(ports.classeur), ports.cache);
  rappelerEcheance(ports);
}

/** Asks which guichet; nothing where the dialog was left. */
function chooseGuichet(): GuichetId | undefined {
  const items = GUICHET_IDS.map((id) => ({ cle: id, libelle: `${id} – ${GUICHETS[id].nom}` }));
  return choose("Quel guichet instruisez-vous\u00a0?", items) as GuichetId | undefined;
}

/** The guichet to install with: asked where the settings have none yet; nothing where the dialog was left. */
function guichetToInstall({ classeur }: Ports): { guichet?: GuichetId } | undefined {
  if (lireParametres(classeur).parametres.guichet) return {};
  const guichet = chooseGuichet();
  return guichet && { guichet };
}

/** `Installer le suivi`: asks the guichet and the tab where they are not known, then says what was made. */
export function menuInstaller(): void {
  told((ports) => {
    const options = guichetToInstall(ports);
    if (!options) return undefined;
    let result = installer(ports, options);
    if (result.kind === "choix") {
      const onglet = choose(
        "Plusieurs onglets ressemblent à une liste de dossiers. Lequel suivez-vous\u00a0?",
        result.candidats.map((nom) => ({ cle: nom, libelle: nom })),
      );
      if (onglet === undefined) return undefined;
      result = installer(ports, { ...options, onglet });
    }
    if (result.kind === "refus") return result.message;
    if (result.kind === "choix") return undefined;
    const done =
      result.fait.length === 0
        ? `Le suivi est déjà installé sur l’onglet «\u00a0${result.onglet}\u00a0»\u00a0: rien à faire.`
        : `Suivi installé sur l’onglet «\u00a0${result.onglet}\u00a0», qui n’a pas été modifié.\n\nCréé\u00a0: ${result.fait.join(", ")}.`;
    return [done, ...result.avertissements].join("\n\n");
  });
}

/** `Choisir le guichet`: then offers to complete the formulas that do not name it. */
export function menuChoisirGuichet(): void {
  told((ports) => {
    const guichet = chooseGuichet();
    if (guichet === undefined) return undefined;
    const result = choisirGuichet(ports, guichet);
    if (result.kind === "refus") return result.message;
    const done = `Guichet du classeur\u00a0: ${result.guichet}.`;
    if (result.formules.length === 0) return done;
    const agreed = confirm(
      `${done}\n\nCes formules ne nomment pas le guichet et ne seront pas recalculées\u00a0: ${nommer(result.formules, 10)}.\n\nY ajouter «\u00a0; GUICHET\u00a0»\u00a0?`,
    );
    if (!agreed) return undefined;
    const { changees, restantes } = ajouterGuichetAuxFormules(ports);
    const changed = compter(changees, "formule complétée", "formules complétées");
    return restantes > 0
      ? `${changed}, ${restantes} à faire\u00a0: relancez l’action.`
      : `${changed}.`;
  });
}

/** `Aide`: the help page, in a dialog. */
export function menuAide(): void {
  openDialog("Aide", "Aide de FITN7", 760, 600);
}
