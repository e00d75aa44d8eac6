import type { Ports } from "../app/ports.js";
import { luAttendu } from "../dossiers/text.js";
import { googlePorts } from "./classeur.js";
import { TITRE } from "./menu.js";
import { ensureWho } from "./qui.js";

/** Shows a page of the project at the right of the sheet. */
export function openPanel(page: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(page).setTitle(title));
}

/** Shows a page of the project over the sheet; sizes in pixels. */
export function openDialog(page: string, title: string, width: number, height: number): void {
  const output = HtmlService.createHtmlOutputFromFile(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(output, title);
}

/** Says something in a dialog. */
function inform(message: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(TITRE, message, ui.ButtonSet.OK);
}

/** Whether the person agreed. */
export function confirm(message: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(TITRE, message, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** What the user typed; `undefined` where the dialog was closed or left. */
export function ask(message: string): string | undefined {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(TITRE, message, ui.ButtonSet.OK_CANCEL);
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText().trim() : undefined;
}

/** Runs an action of the menu; what goes wrong is said in the dialog. */
export function told(action: (ports: Ports) => string | undefined): void {
  let message: string | undefined;
  try {
    if (ensureWho(ask)) message = action(googlePorts());
  } catch (error) {
    message = error instanceof Error ? error.message : String(error);
  }
  if (message !== undefined) inform(message);
}

/** One of a numbered list, by its number or its text. */
export function choose(
  question: string,
  items: readonly { cle: string; libelle: string }[],
): string | undefined {
  const list = items.map(({ libelle }, index) => `${index + 1}. ${libelle}`).join("\n");
  const answer = ask(`${question}\n\n${list}\n\nTapez le numéro de votre choix\u00a0:`);
  if (answer === undefined || answer === "") return undefined;
  const typed = answer.toLowerCase();
  const chosen = (items[Number(answer) - 1] ?? items.find(({ cle }) => cle.toLowerCase() === typed))
    ?.cle;
  if (chosen === undefined) {
    throw new Error(
      `Choix\u00a0: ${luAttendu(answer, `un numéro de 1 à ${items.length}`)} Rien n’a été modifié.`,
    );
  }
  return chosen;
}
