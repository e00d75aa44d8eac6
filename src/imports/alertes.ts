import { CHAMPS } from "../dossiers/champs.js";
import { columnLetters } from "../dossiers/column-letters.js";
import { quoted } from "../dossiers/text.js";
import { grouped } from "../rules/grouped.js";
import type { Ambiguite } from "./colonnes.js";
import { nomDe } from "./colonnes.js";
import type { ColonneRecue, Memoire, Nature } from "./fichier.js";

const CONTENUS: Readonly<Record<Nature, string>> = {
  vide: "rien",
  texte: "du texte",
  nombre: "des nombres",
  jour: "des dates",
  oui_non: "des oui ou non",
};

/** What the référent should look at before going on, in French. */
export function alertesDe(
  colonnes: readonly ColonneRecue[],
  ambigues: readonly Ambiguite[],
  memoire: Memoire | undefined,
): readonly string[] {
  const mapped = new Set(colonnes.flatMap(({ champ }) => (champ ? [champ] : [])));
  const open = ambigues.filter(({ champ }) => !mapped.has(champ));
  return [
    ...(memoire ? depuis(colonnes, memoire) : []),
    ...open.map(
      ({ champ, titres }) =>
        `Plusieurs colonnes pourraient donner ${quoted(CHAMPS[champ].titre)}\u00a0: ${titres.map(quoted).join(", ")}. Choisissez celle qui compte.`,
    ),
    ...doublons(colonnes),
  ];
}

/** What changed since this démarche was last imported. */
function depuis(colonnes: readonly ColonneRecue[], memoire: Memoire): readonly string[] {
  const here = new Map(colonnes.map((colonne) => [colonne.cle, colonne]));
  return memoire.colonnes.flatMap(({ cle, titre, champ, nature }) => {
    if (champ === "") return [];
    const field = quoted(CHAMPS[champ].titre);
    const now = here.get(cle);
    if (!now) {
      return [
        `La colonne ${quoted(titre)}, qui donnait ${field}, n’est plus dans le fichier. Rattachez une autre colonne, ou continuez sans elle\u00a0: les cellules déjà remplies restent.`,
      ];
    }
    if (now.nature === nature || now.nature === "vide" || nature === "vide") return [];
    return [
      `La colonne ${quoted(titre)} (${field}) contenait ${CONTENUS[nature]}, elle contient maintenant ${CONTENUS[now.nature]}.`,
    ];
  });
}

/** Columns of one header: told once each. */
function doublons(colonnes: readonly ColonneRecue[]): readonly string[] {
  const groups = grouped(colonnes, ({ doublon, table, cle }) =>
    doublon ? `${table}/${nomDe(cle)}` : undefined,
  );
  return [...groups.values()].map((group) => {
    const letters = group.map(({ position }) => columnLetters(position)).join(" et ");
    return `${group.length} colonnes s’appellent ${quoted(group[0]?.titre ?? "")} (${letters})\u00a0: vérifiez à quoi chacune est rattachée.`;
  });
}
