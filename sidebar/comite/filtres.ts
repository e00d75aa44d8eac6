import type { LigneAgenda } from "../../src/app/comite/protocole.js";
import { ISSUES } from "../../src/rules/motif.js";
import { THEMES } from "../../src/rules/theme.js";
import { element } from "../kit/element.js";
import { avancement, type Filtre } from "./agenda.js";
import { champ, select } from "./champ.js";

/**
 * The search and the lists that narrow an agenda.
 *
 * @param lignes what is narrowed: only what occurs there is offered
 * @param avecDecision whether decided and undecided dossiers can be told apart
 * @param change called at each change with the whole filter
 */
export function filtres(
  lignes: readonly LigneAgenda[],
  filtre: Filtre,
  avecDecision: boolean,
  change: (filtre: Filtre) => void,
): HTMLElement {
  const { decides, total } = avancement(lignes);
  const search = champ(
    "Rechercher",
    element("input", {
      type: "search",
      value: filtre.recherche,
      placeholder: "N°, porteur, intitulé",
    }),
  );
  const quoi = champ(
    "Afficher",
    select(
      [
        { cle: "a_decider", libelle: `À décider (${total - decides})` },
        { cle: "decides", libelle: `Décidés (${decides})` },
        { cle: "tous", libelle: `Tous (${total})` },
      ],
      filtre.quoi,
    ),
  );
  const themes = new Map(lignes.map(({ theme, themeLibelle }) => [theme, themeLibelle]));
  const theme = champ(
    "Thème",
    select(
      [
        { cle: "", libelle: "Tous" },
        ...THEMES.filter((code) => themes.has(code)).map((code) => ({
          cle: code,
          libelle: labelOf(code, themes.get(code)),
        })),
      ],
      filtre.theme,
    ),
  );
  const issue = champ(
    "Éligibilité",
    select(
      [{ cle: "", libelle: "Toutes" }, ...ISSUES.map((cle) => ({ cle, libelle: cle }))],
      filtre.issue,
    ),
  );
  const read = (): void =>
    change({
      quoi: avecDecision ? (quoi.field.value as Filtre["quoi"]) : "tous",
      theme: theme.field.value as Filtre["theme"],
      issue: issue.field.value as Filtre["issue"],
      recherche: search.field.value,
    });
  search.field.addEventListener("input", read);
  for (const { field } of [quoi, theme, issue]) field.addEventListener("change", read);
  const lists = [...(avecDecision ? [quoi.box] : []), theme.box, issue.box];
  return element(
    "div",
    { role: "search" },
    search.box,
    element("div", { class: "cote-a-cote" }, ...lists),
  );
}

const labelOf = (code: string, libelle = "") =>
  libelle === "" || libelle.startsWith(code) ? libelle || code : `${code} – ${libelle}`;
