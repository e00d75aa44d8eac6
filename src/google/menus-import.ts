import { openDialog } from "./dialogues.js";

/** `Importer des dossiers`: choose a file, map its columns, look, then write. */
export function menuImporter(): void {
  openDialog("Import", "Importer des dossiers", 960, 680);
}
