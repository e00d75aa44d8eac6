import { archiverJournal } from "../app/archiver-journal.js";
import { googlePorts } from "./classeur.js";
import { openDialog } from "./dialogues.js";

/** `Archiver le journal`: the page asks for one packet after another until none is left. */
export function menuArchiver(): void {
  openDialog("Archives", "Archiver le journal", 460, 260);
}

/** Moves one packet of lines of a former year. */
export const apiArchiverJournal = () => archiverJournal(googlePorts());
