/** User property that keeps a name where Google gives no address. */
const CLE_NOM = "fitn7.nom";

/** Who runs the script, for the Journal: the address, else the name given once, else nothing. */
export function whoRuns(): string {
  const email = Session.getActiveUser().getEmail();
  return email === "" ? (PropertiesService.getUserProperties().getProperty(CLE_NOM) ?? "") : email;
}

/**
 * Makes sure the Journal can say who: where Google gives no address, a name is asked once and kept for
 * this user alone.
 *
 * @param ask shows a question and gives the answer, `undefined` where the dialog was left
 * @returns whether to go on: not where the dialog was left; without a name, where nothing was typed
 */
export function ensureWho(ask: (question: string) => string | undefined): boolean {
  if (whoRuns() !== "") return true;
  const name = ask(
    "Votre adresse n’est pas connue ici. Tapez votre nom pour le Journal\u00a0; il ne sera plus demandé.",
  );
  if (name) PropertiesService.getUserProperties().setProperty(CLE_NOM, name);
  return name !== undefined;
}
