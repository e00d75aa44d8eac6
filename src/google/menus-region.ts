import { suiviRegional } from "../app/region/suivi.js";
import { openDialog, openPanel, told } from "./dialogues.js";

/** `Simulation`: scenarios of decisions, that touch nothing of the dossiers. */
export function menuSimulation(): void {
  openDialog("Simulation", "Simulation\u00a0: et si\u00a0?", 1100, 700);
}

/** `Suivi des lauréats`: progress, companies, reminders, evaluation. */
export function menuLaureats(): void {
  openPanel("Suivi", "Suivi des lauréats");
}

/** `Région ▸ Consolider et redéployer`: départements' workbooks, drawing rights, movements. */
export function menuConsolider(): void {
  openDialog("Consolider", "Région\u00a0: consolider et redéployer", 1000, 700);
}

/** `Région ▸ Suivi régional`: makes the tab of the consolidated follow-up. */
export function menuSuiviRegional(): void {
  told((ports) => suiviRegional(ports).message);
}
