import { compter } from "../../../src/dossiers/text.js";
import type { Extraction } from "../../../src/imports/fichier.js";
import type { Apercu } from "../../../src/imports/protocole.js";
import { groupThousands } from "../../../src/rules/cents.js";
import type { Champ } from "../../../src/rules/dossier.js";
import { button, element } from "../../kit/element.js";
import type { ChoixApercu } from "../choix.js";
import { type Onglet, onglets } from "../onglets.js";
import { changes } from "./apercu-changes.js";
import { collectivites } from "./apercu-collectivites.js";
import {
  contradictions,
  disparus,
  douteuses,
  entreprisesEtAvis,
  refusees,
} from "./apercu-listes.js";
import { nouveaux } from "./apercu-nouveaux.js";
import { choixColonnes } from "./choix-colonnes.js";
import { warnings } from "./contenu.js";

export interface EcranApercu {
  readonly apercu: Apercu;
  /** Absent where an import of another day is taken up again: its file is not at hand. */
  readonly extraction?: Extraction;
  readonly choix: ChoixApercu;
  readonly ajouter: (champs: readonly Champ[], bouton: HTMLButtonElement) => void;
  readonly ecrire: () => void;
  readonly retour?: () => void;
  readonly abandonner: (bouton: HTMLButtonElement) => void;
}

/** Everything that would be written, and everything that would not, before anything is. */
export function ecranApercu(options: EcranApercu): HTMLElement {
  const { apercu, choix, ajouter, ecrire, retour, abandonner } = options;
  const total = element("p", { class: "total", role: "status" });
  const write = button("", () => write.getAttribute("aria-disabled") !== "true" && ecrire(), {
    class: "principal",
  });
  const drop = button("Abandonner", () => abandonner(drop));
  const refresh = () => {
    const { nouveaux: added, changes: changed, cases, entreprises } = choix.compte(apercu);
    const nothing = added + cases + entreprises === 0;
    write.textContent = nothing ? "Rien à écrire" : `Écrire dans «\u00a0${apercu.onglet}\u00a0»`;
    write.setAttribute("aria-disabled", String(nothing));
    const written = [
      ...(added > 0 ? [compter(added, "nouveau dossier", "nouveaux dossiers")] : []),
      ...(cases > 0
        ? [
            `${compter(cases, "case modifiée", "cases modifiées")} dans ${compter(changed, "dossier")}`,
          ]
        : []),
      ...(entreprises > 0 ? [compter(entreprises, "entreprise")] : []),
    ];
    total.textContent = `Sera écrit\u00a0: ${nothing ? "rien" : written.join(", ")}. ${compter(apercu.inchanges, "dossier inchangé", "dossiers inchangés")}.`;
  };
  refresh();
  const shown = tabs(options, refresh);
  const firstFilled = shown.findIndex(({ nombre }) => nombre > 0);
  return element(
    "section",
    { class: "apercu" },
    element("h2", { tabindex: -1 }, `Aperçu de l’import de «\u00a0${apercu.fichier}\u00a0»`),
    warnings(apercu.avertissements),
    choixColonnes(apercu, ajouter),
    total,
    onglets("Détail de l’aperçu", shown, Math.max(0, firstFilled)),
    element(
      "div",
      { class: "actions bas" },
      write,
      ...(retour ? [button("Revenir aux colonnes", retour)] : []),
      drop,
    ),
  );
}

/** The tabs, with how much each holds: those without anything are left out, the first two apart. */
function tabs(
  options: EcranApercu,
  refresh: () => void,
): readonly (Onglet & { readonly nombre: number })[] {
  const { apercu, extraction, choix } = options;
  const refused = [...(extraction?.refusees ?? []), ...apercu.refusees];
  const doubtful = extraction?.douteuses ?? [];
  const opinions = extraction?.avis ?? [];
  const { nouvelles, presentes, ecarts } = apercu.entreprises;
  const counted = (label: string, items: readonly unknown[], contenu: () => HTMLElement) => ({
    libelle: label,
    nombre: items.length,
    contenu,
  });
  return [
    counted("Nouveaux", apercu.nouveaux, () => nouveaux(apercu.nouveaux, choix, refresh)),
    counted("Modifiés", apercu.changes, () => changes(apercu.changes, choix, refresh)),
    counted("Collectivité à choisir", apercu.aChoisir, () =>
      collectivites(apercu.aChoisir, choix, refresh),
    ),
    counted("Contradictions", apercu.contradictions, () => contradictions(apercu.contradictions)),
    counted("Refusés", refused, () => refusees(refused)),
    counted("Cellules à vérifier", doubtful, () => douteuses(doubtful)),
    counted("Disparus de l’export", apercu.disparus, () => disparus(apercu.disparus)),
    {
      libelle: "Entreprises et avis",
      nombre: nouvelles + presentes + ecarts.length + opinions.length,
      contenu: () => entreprisesEtAvis(apercu.entreprises, opinions),
    },
  ]
    .filter(({ nombre }, index) => index < 2 || nombre > 0)
    .map(({ libelle, nombre, contenu }) => ({
      nombre,
      libelle: `${libelle} (${groupThousands(nombre)})`,
      contenu,
    }));
}
