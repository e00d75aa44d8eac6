import { button, element } from "../kit/element.js";
import { messageOf, tell } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { sayDone } from "./annuler.js";
import { saisieIllisible, scenarioDe } from "./etat.js";
import { script } from "./scripts.js";
import type { Session } from "./session.js";

/** Keeps the scenario under a name, in the workbook's tab. */
export function garder(session: Session): HTMLElement {
  const { brouillon } = session;
  const name = element("input", { id: "nom", maxlength: 60, value: brouillon.nomSaisi });
  name.addEventListener("input", () => {
    brouillon.nomSaisi = name.value;
  });
  const keep = button("Enregistrer le scénario", () =>
    busy(keep, "Enregistrement…", async () => {
      const nom = name.value.trim();
      if (nom === "") {
        tell("erreur", "Donnez un nom au scénario.");
        name.focus();
        return;
      }
      const wrong = saisieIllisible(brouillon);
      if (wrong !== undefined) {
        tell("erreur", wrong);
        return;
      }
      if (nom !== brouillon.nom && isTaken(session, nom) && !replaces(nom)) return;
      try {
        const result = await script.enregistrer({ ...scenarioDe(brouillon), nom });
        if (result.kind === "fait") {
          brouillon.nom = nom;
          brouillon.nomSaisi = nom;
          brouillon.change = false;
          session.garder(result.scenarios);
          session.redraw();
          sayDone(session, result);
        } else tell("erreur", result.message);
      } catch (error) {
        tell("erreur", messageOf(error));
      }
    }),
  );
  return element(
    "div",
    { class: "reglages" },
    element("div", {}, element("label", { for: "nom" }, "Nom du scénario"), name),
    element("div", {}, keep),
  );
}

function isTaken({ ouvert }: Session, nom: string): boolean {
  return ouvert.scenarios.some((scenario) => scenario.nom === nom);
}

function replaces(nom: string): boolean {
  return window.confirm(`Un scénario «\u00a0${nom}\u00a0» existe déjà. Le remplacer\u00a0?`);
}

/** Takes a kept scenario away, after asking; nothing for one that was never kept. */
export function supprimer(session: Session): readonly HTMLElement[] {
  const { nom } = session.brouillon;
  if (!isTaken(session, nom)) return [];
  const drop = button("Supprimer ce scénario", () =>
    busy(drop, "Suppression…", async () => {
      if (!window.confirm(`Supprimer le scénario «\u00a0${nom}\u00a0»\u00a0?`)) return;
      try {
        const result = await script.supprimer(nom);
        if (result.kind === "fait") {
          session.garder(result.scenarios);
          session.prendre(undefined);
          sayDone(session, result);
        } else tell("erreur", result.message);
      } catch (error) {
        tell("erreur", messageOf(error));
      }
    }),
  );
  return [element("div", { class: "actions" }, drop)];
}
