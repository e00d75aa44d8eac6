import type { WorkbookSnapshot } from "../../../local/engine/snapshot.js";
import { writeOds } from "../../../local/files/index.js";
import { type Atelier, atelier } from "../../app/aides/atelier.js";
import { depose, exportDe } from "../../app/aides/import.js";
import { classeur, jour, onglet, type Saisie } from "../../app/aides/saisie.js";

/** A text of somebody else's, for the place where it is asked for. */
export type Texte = (place: string) => string;

/** Texts as they should be. */
export const ORDINAIRES: Texte = (place) => `${place} d’exemple`;

const ENTETES = [
  "N° dossier",
  "Porteur",
  "Intitulé du projet",
  "Thème",
  "Population",
  "Coût total",
  "Subvention demandée",
  "Date de dépôt",
  "Date de fin",
  "État",
  "Comité",
  "Avis proposé",
  "Montant proposé",
  "Motif",
  "Montant accordé",
  "Conditions",
  "Décidé le",
  "Notifié le",
  "Conventionné le",
  "Engagé le",
  "Prestataires",
  "Contact",
];

const COMITE = "Comité de juillet";

/** The committee that is about to be held. */
const prochain = (texte: Texte): string => texte("Comité du 20").slice(0, 80);

/** Three lauréats, one refusal, four dossiers to be decided, of which two with a proposal. */
function lignes(texte: Texte): readonly (readonly Saisie[])[] {
  return Array.from({ length: 8 }, (_, index) => {
    const decided = index < 4;
    const refused = index === 3;
    return [
      index === 7 ? texte("Numéro") : `A${index + 1}`,
      texte(`Ville ${index}`),
      texte(`Projet ${index}`),
      index % 2 === 0 ? "3a" : "3c",
      1_500 + index * 700,
      40_000 + index * 1_000,
      20_000,
      jour("2021-05-03"),
      jour("2022-03-31"),
      decided ? (refused ? "Non retenu" : "Retenu") : "En instruction",
      decided ? COMITE : index === 6 ? "" : prochain(texte),
      index === 4 || index === 5 ? "favorable" : "",
      index === 4 || index === 5 ? 15_000 : "",
      refused || index === 5 ? texte("Motif") : "",
      decided && !refused ? 18_000.5 : "",
      decided ? texte("Condition") : "",
      decided ? jour("2021-07-06") : "",
      index < 2 ? jour("2021-07-08") : "",
      "",
      "",
      texte("Prestataire"),
      texte("Contact"),
    ];
  });
}

function types(texte: Texte, nom: string): WorkbookSnapshot {
  return classeur([
    onglet(nom, [ENTETES, ...lignes(texte)]),
    onglet("Comités", [
      ["Comité", "Date", "Présents", "Statut", "Votes"],
      [COMITE, jour("2021-07-06"), texte("Présent"), "tenu", texte("Vote")],
    ]),
    onglet("Entreprises", [
      [
        "N° dossier",
        "Entreprise",
        "SIRET",
        "Département du siège",
        "Montant de la commande",
        "Objet",
        "Date",
      ],
      ["A1", texte("Entreprise"), "", "59", 5_000, texte("Objet"), jour("2021-07-09")],
    ]),
    onglet("Journal", [
      ["Horodatage", "Qui", "Source", "N° dossier", "Champ", "Avant", "Après", "Lot"],
      ["2020-05-04 10:00:00", texte("Qui"), "Essai", "A1", "Motif", texte("Avant"), "", "l1"],
    ]),
  ]);
}

/** A préfecture at work: dossiers at every stage, a committee, a report made and not sent, a scenario kept. */
export function prefecture(texte: Texte = ORDINAIRES, nom = "Suivi"): Atelier {
  const opened = atelier(types(texte, nom));
  opened.api("apiInstaller", {
    guichet: "HDF",
    prefecture: texte("Préfecture").slice(0, 200),
    onglet: nom,
  });
  const { host } = opened;
  const row = host.values("Paramètres").length + 1;
  const area = { sheet: "Paramètres", row, column: 1, rows: 2, columns: 2 };
  const settings = [
    ["evaluation.impact", texte("Critère")],
    ["enveloppe", 200_000],
  ] as const;
  host.workbook.write(area, (at, column) => ({
    kind: "value",
    value: settings[at]?.[column] ?? "",
  }));
  opened.api("apiComiteColonnes", { propositions: true });
  opened.api("apiComiteCreer", {
    nom: prochain(texte),
    date: "2021-07-20",
    presents: texte("Présents"),
  });
  opened.api("apiRapportDitp", { mois: "2021-07", telQuel: true });
  opened.api("apiSimulationEnregistrer", {
    nom: texte("Scénario").slice(0, 60),
    guichet: "HDF",
    objectif: "Population",
    enveloppe: 5_000_000,
    lignes: [{ numero: "A5", choix: "Retenu", montant: 1_500_000 }],
  });
  return opened;
}

/** A region with nothing in it yet. */
export function region(): Atelier {
  const opened = atelier(classeur([onglet("Feuille 1", [["Région"]])]), {
    le: "2021-09-15T10:00:00Z",
  });
  opened.api("apiInstaller", { guichet: "IDF-V1" });
  return opened;
}

/** What a département sends to its region, as an .ods file. */
export function departement(texte: Texte = ORDINAIRES): Buffer {
  const { host, api } = atelier(types(texte, "Suivi"));
  api("apiInstaller", { guichet: "IDF-V1", prefecture: texte("Préfecture").slice(0, 200) });
  const { calculator } = host;
  return Buffer.from(
    writeOds(
      host.workbook.snapshot(),
      (...at) => calculator.value(...at),
      (...at) => calculator.spillOrigin(...at),
    ),
  );
}

/** An export of the platform, as a .csv file. */
export function exportCsv(texte: Texte = ORDINAIRES): Buffer {
  const [{ lignes: rows } = { lignes: [] }] = exportDe(
    ["A1", "A2", "B1", "B2"].map((numero) =>
      depose(numero, {
        "Entreprise raison sociale": texte(`Ville ${numero}`),
        "Intitulé du projet": texte(`Projet ${numero}`),
        "Présentation du projet": texte("Présentation"),
      }),
    ),
  ).onglets;
  // A null makes a file binary: it is refused as no table.
  const quoted = (cell: unknown) =>
    `"${String(cell).replaceAll("\u0000", "").replaceAll('"', '""')}"`;
  return Buffer.from(rows.map((row) => row.map(quoted).join(",")).join("\r\n"));
}
