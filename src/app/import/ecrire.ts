import { compter, quoted } from "../../dossiers/text.js";
import { retenir } from "../../imports/dernier-import.js";
import type { Choix } from "../../imports/protocole.js";
import { enregistrer, type ResultatEnregistrement } from "../enregistrer.js";
import type { Changement } from "../journal.js";
import type { Ajout, Ecriture } from "../plan-enregistrement.js";
import type { Ports } from "../ports.js";
import { ecrireDerniers, preparerDerniers } from "./derniers.js";
import { ecrireEntreprises } from "./entreprises.js";
import type { Apport, Prepare, Projet } from "./preparer.js";

/** What an import wrote. */
export interface Ecrit {
  readonly resultat: ResultatEnregistrement;
  readonly nouveaux: number;
  readonly changes: number;
  readonly entreprises: number;
}

/**
 * Writes an import in one batch: new rows, ticked cells, companies, and what the hidden tab keeps to tell
 * imported values from typed ones. To be called under the document's lock.
 *
 * @param choix dossiers and cells left out, cells added
 */
export function ecrireImport(
  ports: Ports,
  prepared: Prepare,
  apport: Apport,
  { comparaison, entreprises }: Projet,
  { laisser = [], cases = [] }: Choix = {},
): Ecrit {
  const { classeur } = ports;
  const left = new Set(laisser);
  const ticks = new Map(cases.map(({ numero, champ, ecrire }) => [`${numero}/${champ}`, ecrire]));
  const { titres } = prepared.etat;
  const ajouts = comparaison.nouveaux
    .filter(({ numero }) => !left.has(numero))
    .map(({ numero, contenus }): Ajout => {
      const own = [...contenus].filter(([champ]) => titres.has(champ));
      return { numero, contenus: new Map(own) };
    });
  const ecritures = comparaison.changes
    .filter(({ numero }) => !left.has(numero))
    .flatMap(({ numero, cases: proposed }) =>
      proposed
        .filter(({ champ, coche }) => ticks.get(`${numero}/${champ}`) ?? coche)
        .map(({ champ, contenu }): Ecriture => ({ numero, champ, apres: contenu })),
    );
  const kept = new Map(
    [...comparaison.valeurs]
      .filter(([numero]) => !left.has(numero))
      .map(([numero, valeurs]) => {
        const before = prepared.derniers.parNumero.get(numero);
        return [numero, retenir(valeurs, apport.demarche, before)] as const;
      }),
  );
  const changed = new Set(ecritures.map(({ numero }) => numero)).size;
  const companies = ecrireEntreprises(prepared.entreprises, entreprises.nouvelles);
  const last = ecrireDerniers(prepared.derniers, kept);
  if (last.length > 0) classeur.appliquer(preparerDerniers(classeur));
  const resultat = enregistrer(ports, {
    onglet: prepared.onglet,
    ecritures,
    ajouts,
    autres: [...companies, ...last],
    journal: journalDe(apport, ajouts.length, changed, entreprises.nouvelles),
    source: "Importer",
  });
  return {
    resultat,
    nouveaux: ajouts.length,
    changes: changed,
    entreprises: entreprises.nouvelles.length,
  };
}

/** The Journal's lines besides those of the fields: each company, and the import as a whole. */
function journalDe(
  { fichier }: Apport,
  added: number,
  changed: number,
  companies: Projet["entreprises"]["nouvelles"],
): readonly Changement[] {
  if (added + changed + companies.length === 0) return [];
  const summary = [
    compter(added, "nouveau dossier", "nouveaux dossiers"),
    compter(changed, "dossier modifié", "dossiers modifiés"),
    compter(companies.length, "entreprise", "entreprises"),
  ].join(", ");
  return [
    ...companies.map(({ numero, nom }) => ({
      numero,
      champ: "Entreprise",
      avant: "",
      apres: nom,
    })),
    {
      champ: "Import",
      avant: "",
      apres: fichier === "" ? summary : `${quoted(fichier)}\u00a0: ${summary}`,
    },
  ];
}
