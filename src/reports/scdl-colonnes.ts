/**
 * The columns of the open-data schema "scdl/subventions" 2.1.1, in its order, with the patterns it
 * publishes. Decision reference, beneficiary's SIRET and scheme are marked optional in its table and
 * required in its text: they are filled where they are known.
 */
export const COLONNES_SCDL = [
  { nom: "nomAttribuant", obligatoire: true },
  { nom: "idAttribuant", obligatoire: true, forme: /^\d{14}$/ },
  { nom: "dateConvention", obligatoire: true, forme: /^\d{4}-\d{2}-\d{2}$/ },
  { nom: "referenceDecision", obligatoire: false },
  { nom: "nomBeneficiaire", obligatoire: true },
  { nom: "idBeneficiaire", obligatoire: true, forme: /^\d{14}$/ },
  { nom: "rnaBeneficiaire", obligatoire: false, forme: /^W\d{9}$/ },
  { nom: "objet", obligatoire: true, forme: /^[\s\S]{1,256}$/ },
  { nom: "montant", obligatoire: true, forme: /^\d+(\.\d+)?$/ },
  {
    nom: "nature",
    obligatoire: true,
    forme:
      /^(aide en numéraire|aide en nature|aide en numéraire;aide en nature|aide en nature;aide en numéraire)$/,
  },
  { nom: "conditionsVersement", obligatoire: true, forme: /^[\s\S]{1,256}$/ },
  {
    nom: "datesPeriodeVersement",
    obligatoire: true,
    forme: /^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/,
  },
  { nom: "idRAE", obligatoire: false, forme: /^.{1,5}$/ },
  { nom: "notificationUE", obligatoire: true, forme: /^(oui|non)$/ },
  { nom: "pourcentageSubvention", obligatoire: true, forme: /^(1(\.0+)?|0\.(0[1-9]|[1-9])\d*)$/ },
  { nom: "dispositifAide", obligatoire: false },
] as const satisfies readonly {
  readonly nom: string;
  readonly obligatoire: boolean;
  readonly forme?: RegExp;
}[];

export type ColonneScdl = (typeof COLONNES_SCDL)[number]["nom"];

/** A grant under the schema: every value as the file writes it, "" where there is none. */
export type LigneScdl = Readonly<Record<ColonneScdl, string>>;

/** Columns of a grant that the schema would refuse. @example colonnesInvalides({ …, idAttribuant: "123" }) // ["idAttribuant"] */
export function colonnesInvalides(ligne: LigneScdl): readonly ColonneScdl[] {
  return COLONNES_SCDL.filter((colonne) => {
    const value = ligne[colonne.nom];
    if (value === "") return colonne.obligatoire;
    return "forme" in colonne && !colonne.forme.test(value);
  }).map(({ nom }) => nom);
}
