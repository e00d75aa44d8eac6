import { departementName } from "./collectivites.js";
import type { PlatformDossier } from "./platform.js";
import type { Theme } from "./projects.js";

/** A cell of an export: a value, or a time of Paris that a workbook holds as a real date. */
export type ExportCell = string | number | boolean | undefined | { readonly time: string };

export interface ExportColumn {
  readonly header: string;
  readonly cell: (item: PlatformDossier) => ExportCell;
}

/** The platform's columns of March 2021, or those of January 2026. */
export type Kind = 2021 | 2026;

const LEGAL_FORMS: Record<string, readonly [code: string, name: string]> = {
  Commune: ["7210", "Commune et commune nouvelle"],
  "Communauté de communes": ["7346", "Communauté de communes"],
  "Communauté d'agglomération": ["7348", "Communauté d'agglomération"],
  "Communauté urbaine": ["7343", "Communauté urbaine"],
  Métropole: ["7344", "Métropole"],
  Département: ["7220", "Département"],
  "Syndicat mixte": ["7355", "Syndicat mixte ouvert"],
};

const NATURES: Record<Theme, string> = {
  "3a": "3a - Être accompagné par un expert du numérique",
  "3b": "3b - Former les agents au numérique",
  "3c": "3c - Transformer la relation aux usagers",
  "3d": "3d - Innover avec un laboratoire territorial",
  ADS: "",
};

/** The label of the form's SIRET field for a supplier. */
export const SUPPLIER_LABEL = "SIRET du prestataire pressenti";

const capitals = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .toUpperCase();

const column = (header: string, cell: ExportColumn["cell"]): ExportColumn => ({ header, cell });
const empty = (header: string): ExportColumn => ({ header, cell: () => undefined });
const time = (value: string | undefined): ExportCell => (value ? { time: value } : undefined);

function legalName({ dossier: { porteur } }: PlatformDossier): string {
  if (porteur.type !== "Commune") return capitals(porteur.nom);
  return capitals(`Commune ${/^[AEIOUÉÈH]/.test(porteur.nom) ? "d'" : "de "}${porteur.nom}`);
}

const ASSOCIATION = [
  "Association RNA",
  "Association titre",
  "Association objet",
  "Association date de création",
  "Association date de déclaration",
  "Association date de publication",
].map(empty);

/** The block of columns on the establishment. */
export function establishmentColumns(kind: Kind): ExportColumn[] {
  return [
    column("Établissement SIRET", ({ dossier }) => dossier.porteur.siret),
    column("Établissement siège social", () => true),
    column("Établissement NAF", () => "8411Z"),
    column("Établissement libellé NAF", () => "Administration publique générale"),
    column("Établissement Adresse", (item) =>
      item.dossier.porteur.siege
        ? `${legalName(item)}\r\n${item.dossier.porteur.codePostal} ${capitals(item.dossier.porteur.siege)}\r\nFRANCE`
        : undefined,
    ),
    empty("Établissement numero voie"),
    empty("Établissement type voie"),
    empty("Établissement nom voie"),
    empty("Établissement complément adresse"),
    column("Établissement code postal", ({ dossier }) => dossier.porteur.codePostal || undefined),
    column("Établissement localité", ({ dossier }) => capitals(dossier.porteur.siege) || undefined),
    column(
      "Établissement code INSEE localité",
      ({ dossier }) => dossier.porteur.siegeInsee || undefined,
    ),
    column("Entreprise SIREN", ({ dossier }) => dossier.porteur.siren),
    empty("Entreprise capital social"),
    empty("Entreprise numero TVA intracommunautaire"),
    column("Entreprise forme juridique", ({ dossier }) => LEGAL_FORMS[dossier.porteur.type]?.[1]),
    column(
      "Entreprise forme juridique code",
      ({ dossier }) => LEGAL_FORMS[dossier.porteur.type]?.[0],
    ),
    empty("Entreprise nom commercial"),
    column("Entreprise raison sociale", legalName),
    column("Entreprise SIRET siège social", ({ dossier }) => dossier.porteur.siret),
    empty("Entreprise code effectif entreprise"),
    empty("Entreprise date de création"),
    ...(kind === 2026 ? [column("Entreprise état administratif", () => "actif")] : []),
    empty("Entreprise nom"),
    empty("Entreprise prénom"),
    ...ASSOCIATION,
  ];
}

/** The columns before the establishment's. */
export function accountColumns(kind: Kind): ExportColumn[] {
  return [
    column("ID", ({ dossier }) => dossier.numero),
    column("Email", ({ dossier }) => `dossier-${dossier.numero}@example.org`),
    ...(kind === 2026 ? [column("FranceConnect ?", () => false)] : []),
  ];
}

/** Only workbooks have it alone: a CSV has the whole establishment. */
export const LEGAL_NAME = column("Entreprise raison sociale", legalName);

/** The columns on the dossier's state. */
export function stateColumns(kind: Kind): ExportColumn[] {
  return [
    column(kind === 2026 ? "À archiver" : "Archivé", () => false),
    column("État du dossier", ({ etat }) => etat),
    column("Dernière mise à jour le", ({ updated }) => time(updated)),
    ...(kind === 2026
      ? [
          column("Dernière mise à jour du dossier le", ({ filed, updated }) =>
            time(filed ?? updated),
          ),
        ]
      : []),
    column("Déposé le", ({ filed }) => time(filed)),
    column("Passé en instruction le", ({ examined }) => time(examined)),
    column("Traité le", ({ treated }) => time(treated)),
    column("Motivation de la décision", ({ reason }) => reason),
    column("Instructeurs", ({ instructors }) => instructors || undefined),
  ];
}

function communeColumns(kind: Kind): ExportColumn[] {
  const label = "Commune";
  return [
    column(label, ({ dossier: { porteur } }) =>
      porteur.siege ? `${porteur.siege} (${porteur.codePostal})` : undefined,
    ),
    column(
      `${label} (Code ${kind === 2026 ? "INSEE" : "insee"})`,
      ({ dossier }) => dossier.porteur.siegeInsee || undefined,
    ),
    ...(kind === 2026
      ? [
          column(`${label} (Département)`, ({ dossier: { porteur } }) =>
            porteur.siege
              ? `${porteur.departement} – ${departementName(porteur.departement)}`
              : undefined,
          ),
        ]
      : []),
  ];
}

/** The form's fields, then the instructors' private notes. "Observations" is a label of both. */
export function fieldColumns(kind: Kind): ExportColumn[] {
  const accepted = (item: PlatformDossier) => item.etat === "Accepté";
  return [
    column("Nom de l'entité ou de l'organisme", ({ dossier }) => dossier.porteur.nom),
    column("Nom et prénom du contact", () => "Contact fictif"),
    column("Téléphone du contact", () => "0300000000"),
    ...communeColumns(kind),
    column("Population de la collectivité", ({ dossier }) => dossier.porteur.population),
    column("Nature du projet", ({ dossier }) => NATURES[dossier.theme]),
    column("Intitulé du projet", ({ dossier }) => dossier.intitule),
    column("Présentation du projet", ({ dossier }) => dossier.presentation),
    column("Coût global du projet", ({ dossier }) => dossier.cout),
    column("Financement demandé", ({ dossier }) => dossier.demande),
    column("Date de fin du projet", ({ dossier }) => dossier.fin),
    column("Le projet a-t-il déjà commencé ?", () => "Non"),
    column("Document de présentation", ({ dossier }) => `presentation-${dossier.numero}.pdf`),
    column(SUPPLIER_LABEL, ({ dossier }) => dossier.orders[0]?.company.siret),
    column("Engagement du signataire", ({ etat }) => (etat === "Brouillon" ? "off" : "on")),
    column("Observations", ({ dossier }) => dossier.relance),
    column("Montant accordé", (item) => (accepted(item) ? item.dossier.accorde : undefined)),
    column("Date du comité", (item) => (accepted(item) ? item.dossier.decide : undefined)),
    column("Observations", ({ dossier }) => dossier.commentaire),
  ];
}
