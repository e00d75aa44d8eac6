import { openDialog, openPanel } from "./dialogues.js";

/** `Simulation`: scenarios of decisions, that touch nothing of the dossiers. */
export function menuSimulation(): void {
  openDialog("Simulation", "Simulation\u00a0: et si\u00a0?", 1100, 700);
}

/** `Suivi des lauréats`: progress, companies, reminders, evaluation. */
export function menuLaureats(): void {
  openPanel("Suivi", "Suivi des lauréats");
}
