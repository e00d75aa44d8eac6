import { findHeaderRow, readEntetes } from "../dossiers/headers.js";
import { propositionDe } from "../imports/correspondance.js";
import { extraire } from "../imports/extraire.js";
import { reconnaitre } from "../imports/reconnaitre.js";
import type { Tables } from "../imports/tables.js";
import { ecrireImport } from "./import/ecrire.js";
import { preparer, projeter } from "./import/preparer.js";
import { installer } from "./installer.js";
import type { Ports, Refus } from "./ports.js";
import { refus } from "./ports.js";

export type ResultatImport =
  | {
      readonly kind: "export";
      readonly onglet: string;
      readonly nouveaux: number;
      readonly dejaPresents: number;
      readonly entreprises: number;
      /** Lines not taken in, and why. */
      readonly refusees: readonly string[];
      /** Columns of the file that go into no field. */
      readonly ignorees: readonly string[];
    }
  /** A référent's own workbook: it is opened as it is, nothing is taken in. */
  | { readonly kind: "suivi"; readonly onglet: string }
  | Refus;

/**
 * Takes in the tables of a file without a preview: a platform's export brings its new dossiers into the
 * référent's tab (made where there is none), under the mapping its columns propose; dossiers that are there
 * already are left as they are. A tracking workbook is recognised and left as it is.
 */
export function importerTables(ports: Ports, tables: Tables): ResultatImport {
  const reconnu = reconnaitre(tables);
  if (reconnu.kind !== "reconnu" || reconnu.format !== "plateforme") {
    return reconnaitreSuivi(tables);
  }
  const installed = installer(ports);
  if (installed.kind === "refus") return installed;
  if (installed.kind === "choix") {
    return refus(
      `Plusieurs onglets peuvent être votre liste de dossiers\u00a0: ${installed.candidats.join(", ")}. Lancez FITN7 ▸ Installer le suivi pour choisir.`,
    );
  }
  return ports.sousVerrou(() => {
    const prepared = preparer(ports.classeur);
    if ("kind" in prepared) return prepared;
    const correspondance = propositionDe(reconnu);
    const { lignes, entreprises, refusees } = extraire(tables, reconnu, correspondance);
    const known = new Set(prepared.etat.lignes.map(({ numero }) => numero));
    const fresh = new Set(lignes.map(({ numero }) => numero).filter((one) => !known.has(one)));
    const apport = {
      demarche: reconnu.demarche,
      fichier: "",
      dossiers: lignes.filter(({ numero }) => fresh.has(numero)),
      entreprises: entreprises.filter(({ numero }) => fresh.has(numero)),
    };
    const written = ecrireImport(ports, prepared, apport, projeter(prepared, apport));
    if (written.resultat.kind === "refus") return written.resultat;
    const mapped = new Set(correspondance.map(({ cle }) => cle));
    return {
      kind: "export",
      onglet: prepared.onglet.nom,
      nouveaux: written.nouveaux,
      dejaPresents: lignes.length - fresh.size,
      entreprises: written.entreprises,
      refusees: refusees.map(({ ligne, pourquoi }) => `ligne ${ligne}\u00a0: ${pourquoi}`),
      ignorees: reconnu.colonnes
        .filter(({ cle, table }) => table === "dossiers" && !mapped.has(cle))
        .map(({ titre }) => titre),
    };
  });
}

function reconnaitreSuivi({ onglets }: Tables): ResultatImport {
  const filled = onglets.filter(({ lignes }) => lignes.length > 0);
  if (filled.length === 0) return refus("Le fichier ne contient aucune ligne.");
  const found = filled.find(({ lignes }) => {
    const index = findHeaderRow(lignes);
    const columns = index === undefined ? undefined : readEntetes(lignes[index] ?? []).colonnes;
    return columns?.has("numero") || columns?.has("porteur");
  });
  return found
    ? { kind: "suivi", onglet: found.nom }
    : refus(
        "Ni un export de la plateforme, ni un tableau de suivi\u00a0: aucune ligne d’en-têtes reconnue dans les dix premières lignes (par exemple «\u00a0N° dossier\u00a0», «\u00a0Porteur\u00a0», «\u00a0Coût total\u00a0»).",
      );
}
