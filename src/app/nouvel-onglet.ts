import type { Kind } from "../dossiers/champs.js";
import { type Colonne, NOM_INSTRUCTION, NOM_PARAMETRES, type Onglet } from "../dossiers/onglets.js";
import { GRID_ROWS } from "./etape.js";
import type { Operation, Zone } from "./ports.js";
import { runsOf } from "./runs.js";

/** Ends the name of a tab that is being made. */
export const EN_COURS = " (en cours)";

/**
 * A new tab: headers, formats, validation lists, frozen header, widths, protection. It gets its name last:
 * a tab of that name is whole, and what a run that was cut short left is made anew.
 */
export function creerOnglet(onglet: Onglet): readonly Operation[] {
  const begun = `${onglet.nom}${EN_COURS}`;
  return [
    { op: "supprimer", onglet: begun },
    ...contenuDe(onglet, begun),
    { op: "renommer", onglet: begun, nom: onglet.nom },
  ];
}

function contenuDe({ nom: own, colonnes, protege }: Onglet, nom: string): readonly Operation[] {
  const header: Zone = { ligne: 1, colonne: 1, lignes: 1, colonnes: colonnes.length };
  const body = (index: number, width = 1): Zone => ({
    ligne: 2,
    colonne: index + 1,
    lignes: GRID_ROWS - 1,
    colonnes: width,
  });
  const operations: Operation[] = [{ op: "creer", onglet: nom }];
  if (colonnes.length > 0) {
    operations.push(
      {
        op: "ecrire",
        onglet: nom,
        ligne: 1,
        colonne: 1,
        contenus: [colonnes.map(({ titre }) => titre)],
      },
      { op: "entete", onglet: nom, zone: header },
      { op: "figer", onglet: nom, lignes: 1 },
    );
  }
  for (const { value: kind, start, length } of runsOf(colonnes.map((c) => c.kind))) {
    if (isFormatted(own, kind)) {
      operations.push({ op: "format", onglet: nom, zone: body(start, length), kind });
    }
  }
  colonnes.forEach(({ nom: champ, liste, largeur }, index) => {
    if (champ === "motifs") operations.push({ op: "couper", onglet: nom, zone: body(index) });
    if (liste) operations.push({ op: "liste", onglet: nom, zone: body(index), valeurs: liste });
    if (largeur)
      operations.push({ op: "largeur", onglet: nom, colonne: index + 1, pixels: largeur });
  });
  if (own === NOM_INSTRUCTION) operations.push(...conditionsInstruction(colonnes, nom));
  if (protege) operations.push({ op: "proteger", onglet: nom, description: protege });
  return operations;
}

/**
 * Whether a column of a new tab gets its format: settings are formatted one by one, and a formula in a
 * plain-text cell would stay a text.
 */
function isFormatted(nom: string, kind: Kind): boolean {
  return nom !== NOM_PARAMETRES && !(nom === NOM_INSTRUCTION && kind === "text");
}

/** Colours of the outcome on `Instruction`. */
function conditionsInstruction(colonnes: readonly Colonne[], onglet: string): readonly Operation[] {
  const zone: Zone = {
    ligne: 2,
    colonne: colonnes.findIndex(({ nom }) => nom === "issue") + 1,
    lignes: GRID_ROWS - 1,
    colonnes: 1,
  };
  return [
    {
      op: "conditions",
      onglet,
      regles: [
        { zone, quand: { texteCommence: "Éligible" }, couleur: "vert" },
        { zone, quand: { texteCommence: "Inéligible" }, couleur: "rouge" },
        { zone, quand: { texteCommence: "À vérifier" }, couleur: "orange" },
      ],
    },
  ];
}
