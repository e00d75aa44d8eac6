/**
 * Everything a person starts: menu and entries of pages. Google loads the code file for every custom
 * function call, so these stand in a file of their own that is read when one of them is asked for.
 */

export { apiChoisirGuichet, apiInstaller, apiRapportDitp } from "./google/entrees.js";
export {
  apiComiteAnnuler,
  apiComiteColonnes,
  apiComiteCreer,
  apiComiteDecider,
  apiComiteDossier,
  apiComiteModifier,
  apiComiteNoter,
  apiComiteOuvrir,
  apiComiteProposer,
  apiComiteRetablir,
  apiComiteRouvrir,
  apiComiteSelection,
  apiComiteValider,
} from "./google/entrees-comite.js";
export {
  apiImportAbandonner,
  apiImportAnnuler,
  apiImportApercu,
  apiImportAppliquer,
  apiImportColonnes,
  apiImportEtager,
  apiImporterTables,
  apiImportOuvrir,
  apiTerritoiresCharger,
} from "./google/entrees-import.js";
export {
  apiEnvoiOuvrir,
  apiEnvoiPreparer,
  apiMarquerTransmis,
  apiRapport,
  apiTableauDeBord,
} from "./google/entrees-rapports.js";
export {
  apiRegionAnnuler,
  apiRegionConsolider,
  apiRegionMouvement,
  apiRegionOuvrir,
  apiRegionSuivi,
} from "./google/entrees-region.js";
export {
  apiSimulationAnnuler,
  apiSimulationColonnes,
  apiSimulationEnregistrer,
  apiSimulationOuvrir,
  apiSimulationProposer,
  apiSimulationSupprimer,
} from "./google/entrees-simulation.js";
export {
  apiInformation,
  apiLettres,
  apiMarquerEtat,
  apiOuvrirLettres,
  apiReleve,
  apiSuites,
  apiSuitesAnnuler,
  apiSuitesColonnes,
} from "./google/entrees-suites.js";
export {
  apiSuiviAnnuler,
  apiSuiviAvancement,
  apiSuiviEntreprise,
  apiSuiviEvaluation,
  apiSuiviEvaluations,
  apiSuiviOuvrir,
  apiSuiviRelances,
  apiSuiviReporter,
} from "./google/entrees-suivi.js";
export { apiArchiverJournal, menuArchiver } from "./google/menus-archives.js";
export { menuComite } from "./google/menus-comite.js";
export { menuImporter, menuTerritoires } from "./google/menus-import.js";
export {
  menuAide,
  menuChoisirGuichet,
  menuInstaller,
  rafraichir,
} from "./google/menus-installation.js";
export {
  menuListeAds,
  menuMarquerTransmis,
  menuPreparerEnvoi,
  menuPropositions,
  menuPublication,
  menuRapportDitp,
  menuScdl,
  menuTableauDeBord,
  menuTrimestre,
} from "./google/menus-rapports.js";
export {
  menuConsolider,
  menuLaureats,
  menuSimulation,
  menuSuiviRegional,
} from "./google/menus-region.js";
export { menuAvancer, menuInformation, menuLettres, menuReleve } from "./google/menus-suites.js";
export { apiVerifier, menuVerifier } from "./google/menus-verification.js";
