import { once } from "../rules/once.js";
import { ACTIONS_FILE, ACTIONS_GLOBAL } from "./names.js";

/**
 * The actions, read and evaluated at most once per run. The code is this project's own file, between
 * the tags of one script element; nothing of a workbook is ever evaluated.
 */
const actions = once(() => {
  const page = HtmlService.createHtmlOutputFromFile(ACTIONS_FILE).getContent();
  const code = page.slice(page.indexOf(">") + 1, page.lastIndexOf("</script>"));
  const load = new Function(`${code}\nreturn ${ACTIONS_GLOBAL};`);
  return load() as Readonly<Record<string, (input: unknown) => unknown>>;
});

/**
 * Runs an action of the menu or of a page by its name.
 *
 * @param input what a page sent, or nothing
 */
export function action(name: string, input?: unknown): unknown {
  const run = actions()[name];
  if (!run) throw new Error(`Action inconnue\u00a0: ${name}.`);
  return run(input);
}
