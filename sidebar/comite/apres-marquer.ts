import type { ColonnesManquantes } from "../../src/app/colonnes-requises.js";
import type {
  DemandeEtat,
  LigneEtat,
  ResultatAnnulationSuites,
  ResultatEtat,
} from "../../src/app/suites/protocole.js";
import { call } from "../kit/call.js";
import { ajouterColonnes } from "../kit/colonnes.js";
import { button, element } from "../kit/element.js";
import { messageOf } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import type { AutourDesSuites } from "./apres-suites.js";

/**
 * Marks dossiers as they were chosen. The answer stays below the list where nothing was written, with what
 * is left ticked.
 *
 * @param results where the answer of each dossier is shown
 * @param reload reads the committee's dossiers anew
 */
export async function marquer(
  demande: DemandeEtat,
  autour: AutourDesSuites,
  results: HTMLElement,
  reload: () => Promise<void>,
): Promise<void> {
  try {
    const answer = await call<ResultatEtat | ColonnesManquantes>("apiMarquerEtat", demande);
    if (answer.kind === "colonnes") {
      askColumns(answer, demande, autour, results, reload);
      return;
    }
    if (answer.kind === "refus") {
      autour.tell("erreur", answer.message);
      return;
    }
    const { lot, lignes, message } = answer;
    if (lot === "") results.replaceChildren(detail(lignes));
    else await Promise.all([reload(), autour.changed()]);
    const undo = button("Annuler", () =>
      busy(undo, "Annulation…", () => takeBack(lot, autour, reload)),
    );
    const refused = lignes.some(({ ok }) => !ok);
    const said = [message, ...lignes.flatMap(phrasesOf)].join("\n");
    autour.tell(refused ? "attention" : "fait", said, lot === "" ? [] : [undo]);
  } catch (error) {
    autour.tell("erreur", messageOf(error));
  }
}

async function takeBack(
  lot: string,
  autour: AutourDesSuites,
  reload: () => Promise<void>,
): Promise<void> {
  try {
    const answer = await call<ResultatAnnulationSuites>("apiSuitesAnnuler", { lot });
    if (answer.kind === "fait") await Promise.all([reload(), autour.changed()]);
    autour.tell(answer.kind === "fait" ? "fait" : "erreur", answer.message);
  } catch (error) {
    autour.tell("erreur", messageOf(error));
  }
}

/** What is said of a dossier above the screen: a refusal, or what is worth knowing. */
function phrasesOf({ numero, porteur, ok, message, avis }: LigneEtat): readonly string[] {
  const who = `${numero}${porteur === "" ? "" : `, ${porteur}`}`;
  return [
    ...(ok ? [] : [`✗ ${who}\u00a0: ${message}`]),
    ...avis.map((text) => `! ${who}\u00a0: ${text}`),
  ];
}

function detail(lignes: readonly LigneEtat[]): HTMLElement {
  return element("ul", {}, ...lignes.flatMap(phrasesOf).map((text) => element("li", {}, text)));
}

function askColumns(
  { champs, message }: ColonnesManquantes,
  demande: DemandeEtat,
  autour: AutourDesSuites,
  results: HTMLElement,
  reload: () => Promise<void>,
): void {
  const add = button("Ajouter cette colonne", () =>
    busy(add, "Ajout…", async () => {
      try {
        const refusal = await ajouterColonnes(champs);
        if (refusal === undefined) await marquer(demande, autour, results, reload);
        else autour.tell("erreur", refusal);
      } catch (error) {
        autour.tell("erreur", messageOf(error));
      }
    }),
  );
  autour.tell("attention", message, [add]);
}
