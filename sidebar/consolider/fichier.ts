import type { ResultatConsolider } from "../../src/app/region/protocole.js";
import { compter } from "../../src/dossiers/text.js";
import type { Tables } from "../../src/imports/tables.js";
import { formatEuros } from "../../src/rules/cents.js";
import { lireFichier } from "../import/lecture/fichier.js";
import { actionButton } from "../kit/bouton.js";
import { element, labelled } from "../kit/element.js";
import { messageOf, tell, tellWithActions } from "../kit/message.js";
import { script } from "./scripts.js";

type Apercu = Extract<ResultatConsolider, { kind: "apercu" | "fait" }>;

/** Tabs of a département's workbook that the region has no use for. */
const INUTILES = new Set(["Journal", "Annulation", "Territoires", "Modèles"]);

/**
 * Choosing a département's workbook, looking at what it brings, writing it.
 *
 * @param done told once a département was consolidated
 */
export function fichier(done: () => Promise<void>): HTMLElement {
  const input = element("input", { type: "file", accept: ".xlsx,.ods" });
  const place = element("div", {});
  input.addEventListener("change", async () => {
    place.replaceChildren();
    tell("", "");
    const file = input.files?.[0];
    if (!file) return;
    place.replaceChildren(element("p", {}, `Lecture de ${file.name}…`));
    const read = await lireFichier(file);
    if (read.kind === "refus") {
      place.replaceChildren();
      tell("erreur", read.message);
      return;
    }
    const onglets = read.lecture.tables.onglets.filter(({ nom }) => !INUTILES.has(nom));
    await look({ onglets }, "", place, done);
  });
  return element(
    "section",
    { "aria-label": "Consolider" },
    element("h2", {}, "Consolider un département"),
    element(
      "p",
      { class: "note" },
      "Choisissez le classeur entier d’un département (.xlsx ou .ods). Ses dossiers remplacent, dans «\u00a0Consolidé\u00a0», ceux de ce département seulement.",
    ),
    labelled("fichier", "Classeur du département", input),
    place,
  );
}

async function look(
  tables: Tables,
  departement: string,
  place: HTMLElement,
  done: () => Promise<void>,
): Promise<void> {
  try {
    const result = await script.consolider(tables, true, departement);
    show(result, tables, departement, place, done);
  } catch (error) {
    place.replaceChildren();
    tell("erreur", messageOf(error));
  }
}

function show(
  result: ResultatConsolider,
  tables: Tables,
  departement: string,
  place: HTMLElement,
  done: () => Promise<void>,
): void {
  if (result.kind === "refus") {
    if (departement === "") place.replaceChildren();
    tell("erreur", result.message);
    return;
  }
  if (result.kind === "departement") {
    const code = element("input", { placeholder: "77 ou Seine-et-Marne" });
    place.replaceChildren(
      element("p", { class: "message attention" }, result.message),
      labelled("departement", "Département", code),
      element(
        "div",
        { class: "actions" },
        actionButton("Continuer", "Lecture…", () => look(tables, code.value.trim(), place, done)),
      ),
    );
    code.focus();
    return;
  }
  const { obstacle } = result;
  const anyway = element("input", { type: "checkbox", id: "hors-territoire" });
  const write = actionButton(
    `Consolider le département ${result.departement}`,
    "Écriture…",
    async () => {
      const written = await script.consolider(tables, false, departement, anyway.checked);
      if (written.kind !== "fait") {
        tell("erreur", written.message);
        return;
      }
      place.replaceChildren();
      await done();
      tellWithActions("fait", written.message, [boutonAnnuler(written.lot ?? "", done)]);
    },
    true,
  );
  tell("", "");
  place.replaceChildren(
    element("h3", {}, `${result.departement} ${result.nom}`),
    element("p", {}, resume(result)),
    ...controles(result.controles),
    ...(obstacle === undefined
      ? []
      : [
          element("p", { class: "message erreur" }, obstacle),
          element(
            "label",
            { for: "hors-territoire" },
            anyway,
            " Ce n’est pas une erreur de fichier\u00a0: consolider quand même ce département",
          ),
        ]),
    element("div", { class: "actions" }, write),
  );
}

/** Takes the consolidation back. */
function boutonAnnuler(lot: string, done: () => Promise<void>): HTMLButtonElement {
  return actionButton("Annuler cette consolidation", "Annulation…", async () => {
    const { kind, message } = await script.annuler(lot);
    if (kind === "fait") await done();
    tell(kind === "fait" ? "fait" : "erreur", message);
  });
}

function resume({ onglet, dossiers, accorde, paye, remplaces }: Apercu): string {
  const count = compter(dossiers, "dossier", "dossiers");
  const former =
    remplaces === 0
      ? "Première consolidation de ce département."
      : `À la place de ${compter(remplaces, "ligne", "lignes")} de ce département.`;
  return `Onglet «\u00a0${onglet}\u00a0»\u00a0: ${count}, ${formatEuros(accorde)} accordés, ${formatEuros(paye)} payés. ${former}`;
}

function controles(textes: readonly string[]): readonly HTMLElement[] {
  if (textes.length === 0) {
    return [element("p", { class: "message fait" }, "Contrôles\u00a0: rien à signaler.")];
  }
  return [
    element("p", { class: "message attention" }, `Contrôles\u00a0: ${textes.length} à regarder.`),
    element("ul", {}, ...textes.map((text) => element("li", {}, text))),
  ];
}
