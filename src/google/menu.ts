import { action } from "./charger.js";
import { ligneComite } from "./rappel-comite.js";

export const TITRE = "FITN7";

/**
 * Shows the menu, then rebuilds what rests on the sheet: what functions read where their guichet is left
 * out, and from which day a committee is due. Where that changed, the menu is shown again: one of the same
 * name takes the place of the former.
 */
export function onOpen(event?: { authMode?: unknown }): void {
  const authorised = event?.authMode !== ScriptApp.AuthMode.NONE;
  const comite = ligneComite(authorised);
  showMenu(comite);
  if (!authorised) return;
  refreshQuietly();
  const now = ligneComite(authorised);
  if (now !== comite) showMenu(now);
}

/** @param comite the line of the committee */
function showMenu(comite: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu(TITRE)
    .addItem("Installer le suivi", "menuInstaller")
    .addItem("Choisir le guichet", "menuChoisirGuichet")
    .addSeparator()
    .addItem("Importer des dossiers", "menuImporter")
    .addItem("Charger les données INSEE", "menuTerritoires")
    .addItem(comite, "menuComite")
    .addSubMenu(
      ui
        .createMenu("Après le comité")
        .addItem("Relevé de décisions", "menuReleve")
        .addItem("Information régionale", "menuInformation")
        .addItem("Lettres", "menuLettres")
        .addItem("Faire avancer le dossier", "menuAvancer"),
    )
    .addSeparator()
    .addItem("Rapport mensuel DITP", "menuRapportDitp")
    .addSubMenu(
      ui
        .createMenu("Rapports")
        .addItem("Tableau de bord", "menuTableauDeBord")
        .addSeparator()
        .addItem("Compte rendu trimestriel à la DITP (IDF)", "menuTrimestre")
        .addItem("Liste Démat.ADS du mois (IDF)", "menuListeAds")
        .addItem("Propositions au comité régional (Marne)", "menuPropositions")
        .addItem("Lauréats à publier", "menuPublication")
        .addItem("Subventions en données ouvertes (SCDL)", "menuScdl")
        .addSeparator()
        .addItem("Préparer l’envoi", "menuPreparerEnvoi")
        .addItem("Marquer comme transmis", "menuMarquerTransmis"),
    )
    .addItem("Suivi des lauréats", "menuLaureats")
    .addItem("Simulation", "menuSimulation")
    .addSubMenu(
      ui
        .createMenu("Région")
        .addItem("Consolider et redéployer", "menuConsolider")
        .addItem("Suivi régional", "menuSuiviRegional"),
    )
    .addSeparator()
    .addItem("Archiver le journal", "menuArchiver")
    .addItem("Vérifier l’installation", "menuVerifier")
    .addItem("Aide", "menuAide")
    .addToUi();
}

/** A settings tab with a mistake in it must not keep the menu from opening. */
function refreshQuietly(): void {
  try {
    action("rafraichir");
  } catch (error) {
    console.warn(error);
  }
}
