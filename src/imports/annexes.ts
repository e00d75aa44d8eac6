import { type Cell, isEmpty } from "../dossiers/cell.js";
import { normalise } from "../dossiers/text.js";
import { AVIS, CHAMP_DOSSIER, ETABLISSEMENTS } from "./colonnes-plateforme.js";
import type { AvisLu, EntrepriseLue } from "./fichier.js";
import { positionDe, sousColonnes, type TableRecue, type Tables, tableNommee } from "./tables.js";
import { texteDe } from "./valeurs.js";

/** Whether a tab is a repetition of companies: "(123456) Entreprises retenues". */
export function estEntreprises({ nom }: TableRecue): boolean {
  return /^\(\d+\)/.test(nom) && /(entreprise|prestataire|fournisseur)/.test(normalise(nom));
}

/** The companies of all repetition sheets; one without a dossier or a name says nothing. */
export function entreprisesDe({ onglets }: Tables): readonly EntrepriseLue[] {
  return onglets.filter(estEntreprises).flatMap((table) =>
    sousColonnes(table, [
      "dossier id",
      nameOf(table),
      "siret",
      "departement du siege",
      "montant",
    ]).flatMap(({ ligne, cells }) => {
      const [numero = "", nom = "", siret = "", departement = "", montant = ""] = cells;
      return isEmpty(numero) || isEmpty(nom)
        ? []
        : [
            {
              ligne,
              numero: texteDe(numero),
              nom: texteDe(nom),
              siret: texteDe(siret),
              departement,
              montant,
            },
          ];
    }),
  );
}

/** What the form calls the company's name. */
function nameOf({ lignes: [headers = []] }: TableRecue): string {
  const names = ["raison sociale", "entreprise", "nom de l entreprise", "prestataire", "nom"];
  return names.find((name) => positionDe(headers, name) >= 0) ?? "raison sociale";
}

/** The opinions of the platform's experts, without anyone's address. */
export function avisDe(tables: Tables): readonly AvisLu[] {
  const table = tableNommee(tables, AVIS);
  if (!table) return [];
  return sousColonnes(table, ["dossier id", "question", "reponse", "reponse oui non", "repondu le"])
    .map(({ cells: [numero = "", question = "", reponse = "", ouiNon = "", reponduLe = ""] }) => ({
      numero: texteDe(numero),
      question: texteDe(question),
      reponse: [ouiNon, reponse]
        .map(texteDe)
        .filter((text) => text !== "")
        .join("\u00a0: "),
      reponduLe: texteDe(reponduLe),
    }))
    .filter(({ numero }) => numero !== "");
}

/** In a workbook, the applicant's row of `Etablissements` by dossier: the one whose `Champ` is "Dossier". */
export function etablissementsDe(tables: Tables): ReadonlyMap<string, readonly Cell[]> {
  const table = tableNommee(tables, ETABLISSEMENTS.onglet);
  if (!table) return new Map();
  const [headers = [], ...rows] = table.lignes;
  const id = positionDe(headers, ETABLISSEMENTS.numero);
  const champ = positionDe(headers, ETABLISSEMENTS.champ);
  if (id < 0 || champ < 0) return new Map();
  return new Map(
    rows.flatMap((row) =>
      normalise(String(row[champ] ?? "")) === CHAMP_DOSSIER
        ? [[texteDe(row[id] ?? ""), row] as const]
        : [],
    ),
  );
}
