import { button, element } from "../kit/element.js";
import { busy } from "../kit/occupe.js";

/** Columns that the référent's tab lacks, and what can be done about it. */
interface Manquantes {
  readonly combien: number;
  /** Which they are and what for. */
  readonly message: string;
  readonly ajouter: () => Promise<void>;
  /** Looks again, once a title was changed in the tab. */
  readonly relire: () => Promise<void>;
}

/** Says which columns are missing, and offers to add them or to look again. */
export function colonnesManquantes({
  combien,
  message,
  ajouter,
  relire,
}: Manquantes): readonly HTMLElement[] {
  const these = combien > 1 ? "ces colonnes" : "cette colonne";
  const add = button(`Ajouter ${these}`, () => busy(add, "Ajout…", ajouter), {
    class: "principal",
  });
  const again = button("Relire mon tableau", () => busy(again, "Lecture…", relire));
  return [
    element("p", {}, message),
    element("p", { class: "note" }, "Ce qui est ajouté se place, vide, à droite de votre tableau."),
    element("div", { class: "actions" }, add, again),
  ];
}
