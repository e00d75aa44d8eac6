import { openPanel, told } from "./dialogues.js";

/** `Comité de sélection`: the sidebar in which a committee is run. */
export function menuComite(): void {
  told(() => {
    openPanel("Comite", "Comité de sélection");
    return undefined;
  });
}
