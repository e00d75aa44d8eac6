import { openDialog } from "./dialogues.js";

/** `Simulation`: scenarios of decisions, that touch nothing of the dossiers. */
export function menuSimulation(): void {
  openDialog("Simulation", "Simulation\u00a0: et si\u00a0?", 1100, 700);
}
