import type { ResultatArchivage } from "../../src/app/archiver-journal.js";
import { compter } from "../../src/dossiers/text.js";
import { call } from "../kit/call.js";
import { byId } from "../kit/element.js";

function tell(text: string, kind: "" | "fait" | "erreur" = ""): void {
  const place = byId("etat");
  place.className = `message ${kind}`.trim();
  place.textContent = text;
}

/** Asks for packet after packet: a run of Google's ends after six minutes, a packet takes seconds. */
async function archive(): Promise<void> {
  const moved = new Map<string, number>();
  for (;;) {
    const { deplacees, onglet, encore, restantes } =
      await call<ResultatArchivage>("apiArchiverJournal");
    if (deplacees > 0) moved.set(onglet, (moved.get(onglet) ?? 0) + deplacees);
    const done = [...moved]
      .map(([nom, count]) => `${compter(count, "ligne")} vers «\u00a0${nom}\u00a0»`)
      .join(", ");
    const left = `Le journal garde ${compter(restantes, "ligne")}.`;
    if (!encore) {
      tell(done === "" ? `Aucune ligne d’une année passée. ${left}` : `${done}. ${left}`, "fait");
      return;
    }
    tell(`En cours\u00a0: ${done}…`);
  }
}

byId("archiver").addEventListener("click", async () => {
  const button = byId<HTMLButtonElement>("archiver");
  button.disabled = true;
  tell("En cours…");
  try {
    await archive();
  } catch (error) {
    tell(
      `${(error as Error).message} Ce qui est déjà déplacé l’est\u00a0: relancez pour finir.`,
      "erreur",
    );
  }
  button.disabled = false;
  button.focus();
});

byId("fermer").addEventListener("click", () => google.script.host.close());
byId("archiver").focus();
