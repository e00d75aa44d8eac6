import type { Cell } from "../../dossiers/cell.js";
import { NOMS_CHAMPS } from "../../dossiers/champs.js";
import { NOM_CORRESPONDANCES } from "../../dossiers/onglets.js";
import type { Memoire, Nature } from "../../imports/fichier.js";
import type { Champ } from "../../rules/dossier.js";
import { grouped } from "../../rules/grouped.js";
import { ongletCache } from "../onglet-cache.js";
import type { Classeur, Operation } from "../ports.js";

const TITRES = ["Démarche", "Clé", "Colonne du fichier", "Champ", "Contenu"];
const NATURES: readonly string[] = ["vide", "texte", "nombre", "jour", "oui_non"];

/** A column of a démarche, as a row of the tab holds it. */
interface LigneMemoire {
  readonly demarche: string;
  readonly colonne: Memoire["colonnes"][number];
}

/**
 * How the columns of each démarche were mapped last time. They stand in a hidden tab, not in a property:
 * a form may have more labels than a property holds, and a copy of the workbook keeps them.
 */
export function lireMemoires(classeur: Classeur): readonly Memoire[] {
  const rows = classeur.lire(NOM_CORRESPONDANCES).lignes.slice(1).flatMap(lireLigne);
  return [...grouped(rows, ({ demarche }) => demarche)].map(([demarche, own]) => ({
    demarche,
    colonnes: own.map(({ colonne }) => colonne),
  }));
}

function lireLigne(row: readonly Cell[]): readonly LigneMemoire[] {
  const [demarche = "", cle = "", titre = "", champ = "", nature = ""] = row.map(String);
  if (cle === "" || !NATURES.includes(nature)) return [];
  const known = champ === "" || NOMS_CHAMPS.includes(champ as Champ);
  const colonne = {
    cle,
    titre,
    champ: (known ? champ : "") as Champ | "",
    nature: nature as Nature,
  };
  return [{ demarche, colonne }];
}

/** Remembers a mapping in place of the démarche's former one; nothing where it is the same. */
export function ecrireMemoire(classeur: Classeur, memoire: Memoire): readonly Operation[] {
  const known = lireMemoires(classeur);
  const before = known.find(({ demarche }) => demarche === memoire.demarche);
  if (before && JSON.stringify(before.colonnes) === JSON.stringify(memoire.colonnes)) return [];
  const rows = [...known.filter((one) => one !== before), memoire].flatMap(
    ({ demarche, colonnes }) =>
      colonnes.map(({ cle, titre, champ, nature }) => [demarche, cle, titre, champ, nature]),
  );
  const former = classeur.derniereLigne(NOM_CORRESPONDANCES) - 1;
  const empty = Array.from({ length: Math.max(0, former - rows.length) }, () =>
    TITRES.map(() => ""),
  );
  return [
    ...ongletCache(classeur, NOM_CORRESPONDANCES, TITRES),
    {
      op: "ecrire",
      onglet: NOM_CORRESPONDANCES,
      ligne: 2,
      colonne: 1,
      contenus: [...rows, ...empty],
    },
  ];
}
