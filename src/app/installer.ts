import { titresInconnus } from "../dossiers/headers.js";
import {
  NOM_DOSSIERS,
  NOM_ENVELOPPES,
  NOM_JOURNAL,
  NOM_PAIEMENTS,
  ONGLETS,
  onglet,
  ongletDossiers,
} from "../dossiers/onglets.js";
import { GUICHET_PAR_DEFAUT, type Parametres } from "../dossiers/parametres.js";
import { nommer, normalise, quoted } from "../dossiers/text.js";
import { LIBELLES_TYPE } from "../rules/collectivite.js";
import type { Champ } from "../rules/dossier.js";
import { ETATS } from "../rules/etat.js";
import { GUICHET_IDS, type GuichetId } from "../rules/guichet.js";
import { creerAnnulation } from "./annulation.js";
import { completerParametres } from "./completer-parametres.js";
import { blocEnveloppe, type ColonnesPaiements, guichetsDesBlocs } from "./enveloppes.js";
import type { Etape } from "./etape.js";
import { commencee, commencer, type InstallationCommencee } from "./installation-commencee.js";
import { journaliser } from "./journal.js";
import {
  ambiguites,
  candidats,
  champsManquants,
  lireDossiers,
  type OngletDossiers,
  ongletChoisi,
} from "./lire-suivi.js";
import { creerOnglet } from "./nouvel-onglet.js";
import { lireParametres, rafraichirCache, texteDe } from "./parametres.js";
import type { Classeur, Operation, Ports, Refus } from "./ports.js";
import { refus } from "./ports.js";
import { poserInstruction } from "./poser-instruction.js";
import { titresDe } from "./titres.js";

/** What the installer may be told beforehand. */
export interface OptionsInstallation {
  /** The référent's tab, where several could be. */
  readonly onglet?: string;
  /** First values of settings. */
  readonly guichet?: GuichetId;
  readonly prefecture?: string;
}

export type ResultatInstallation =
  | {
      readonly kind: "fait";
      readonly onglet: string;
      /** What was made, in French; nothing where all was there. */
      readonly fait: readonly string[];
      readonly avertissements: readonly string[];
    }
  | { readonly kind: "choix"; readonly candidats: readonly string[] }
  | Refus;

/** Validation lists of a tab `Dossiers` made here. */
const LISTES: Readonly<Partial<Record<Champ, readonly string[]>>> = {
  guichet: GUICHET_IDS,
  type: Object.values(LIBELLES_TYPE),
  etat: ETATS,
};

/**
 * Makes what the workbook lacks and only that: tabs, settings, the formula of `Instruction`, a block
 * of `Enveloppes` for each guichet in use. The référent's own tab is chosen once and never touched.
 *
 * @returns what was made; the candidates where several tabs could be the référent's; or a refusal
 */
export function installer(ports: Ports, options: OptionsInstallation = {}): ResultatInstallation {
  return ports.sousVerrou(() => installerSousVerrou(ports, options));
}

function installerSousVerrou(ports: Ports, options: OptionsInstallation): ResultatInstallation {
  const begun = commencee<OptionsInstallation>(ports);
  const finished = begun ? finir(ports, begun) : [];
  const planned = planifier(ports.classeur, options);
  if (planned.kind !== "plan") return planned;
  const { operations, onglet, avertissements } = planned;
  if (planned.fait.length > 0) {
    const last = derniereDuJournal(ports.classeur);
    appliquer(ports, operations, commencer(ports, options, planned.fait, last));
  }
  const fait = [...finished, ...planned.fait];
  if (fait.length > 0) rafraichirCache(lireParametres(ports.classeur), ports.cache);
  return { kind: "fait", onglet, fait, avertissements };
}

/** Makes what an installation that was cut short still lacks. @returns all that it made, in both runs */
function finir(ports: Ports, begun: InstallationCommencee<OptionsInstallation>): readonly string[] {
  const left = planifier(ports.classeur, begun.options);
  if (left.kind !== "plan") {
    ports.installation.oublier();
    return [];
  }
  appliquer(ports, left.operations, begun);
  return begun.fait;
}

/** Makes the rest of an installation, journals the whole of it and forgets that it was begun. */
function appliquer(
  { classeur, contexte, installation }: Ports,
  operations: readonly Operation[],
  { fait, lot }: InstallationCommencee<OptionsInstallation>,
): void {
  const changes = fait.map((apres) => ({ champ: "Installation", avant: "", apres }));
  const last = derniereDuJournal(classeur);
  classeur.appliquer([
    ...operations,
    ...journaliser(changes, last, "Installer le suivi", contexte, lot),
  ]);
  installation.oublier();
}

/** Last row of the Journal, its header where it is still to be made. */
const derniereDuJournal = (classeur: Classeur): number =>
  Math.max(1, classeur.derniereLigne(NOM_JOURNAL));

type PlanInstallation =
  | {
      readonly kind: "plan";
      readonly onglet: string;
      readonly operations: readonly Operation[];
      readonly fait: readonly string[];
      readonly avertissements: readonly string[];
    }
  | Extract<ResultatInstallation, { kind: "choix" | "refus" }>;

/** What the workbook lacks as it is now. */
function planifier(classeur: Classeur, options: OptionsInstallation): PlanInstallation {
  const settings = lireParametres(classeur);
  const chosen = choisirOnglet(classeur, settings.parametres, options.onglet);
  if (chosen.kind !== "onglet") return chosen;
  const own = chosen.onglet;

  const noms = classeur.noms();
  const missing = ONGLETS.filter(({ nom }) => !noms.includes(nom));
  const nom = own?.nom ?? NOM_DOSSIERS;
  const guichet = settings.parametres.guichet ?? options.guichet;
  const guichets = guichetsEnUsage(own, settings.parametres, guichet);

  const made = [...(own ? [] : [ongletDossiers(LISTES)]), ...missing];
  const steps: readonly Etape[] = [
    ...made.map((tab) => ({
      operations: creerOnglet(tab),
      fait: [`onglet ${quoted(tab.nom)}`],
    })),
    { operations: creerAnnulation(classeur), fait: [] },
    completerParametres(classeur, settings, guichets, {
      guichet: guichet ?? "",
      prefecture: options.prefecture ?? "",
      onglet_dossiers: nom,
    }),
    poserInstruction(classeur, own, nom),
    poserEnveloppes(classeur, noms, guichets),
  ];
  return {
    kind: "plan",
    onglet: nom,
    operations: steps.flatMap((step) => step.operations),
    fait: steps.flatMap((step) => step.fait),
    avertissements: own ? [...ambiguites(own), ...colonnesDeCote(own)] : [],
  };
}

/** What a dossier's examination and decision rest on most. */
const ATTENDUS: readonly Champ[] = [
  "porteur",
  "theme",
  "population",
  "cout",
  "demande",
  "autres",
  "depot",
  "etat",
  "montant_accorde",
  "date_decision",
  "fin",
];

/** How many titles are named. */
const NOMMES = 15;

/** The columns whose title says nothing to the program, and what one of them may hold all the same. */
function colonnesDeCote(own: OngletDossiers): readonly string[] {
  const unknown = titresInconnus(own.entetes);
  if (unknown.length === 0) return [];
  const missing = champsManquants(own, ATTENDUS);
  const left = `Titres inconnus, colonnes laissées de côté et jamais modifiées\u00a0: ${nommer(unknown.map(quoted), NOMMES)}.`;
  return [
    missing.length === 0
      ? left
      : `${left} Si l’une d’elles tient une de ces informations, donnez-lui ce titre\u00a0: ${titresDe(missing)}.`,
  ];
}

type Choix =
  | { readonly kind: "onglet"; readonly onglet: OngletDossiers | undefined }
  | Extract<ResultatInstallation, { kind: "choix" | "refus" }>;

/** The référent's tab: the one chosen before, the one just chosen, or the only one it can be. */
function choisirOnglet(
  classeur: Classeur,
  parametres: Parametres,
  asked: string | undefined,
): Choix {
  const nom = asked ?? texteDe(parametres, "onglet_dossiers");
  if (nom !== "" && classeur.noms().includes(nom)) {
    const onglet = ongletChoisi(classeur, nom);
    return "kind" in onglet ? onglet : { kind: "onglet", onglet };
  }
  if (asked !== undefined) return refus(`L’onglet ${quoted(asked)} n’existe pas dans ce classeur.`);
  const found = candidats(classeur);
  return found.length > 1
    ? { kind: "choix", candidats: found.map((tab) => tab.nom) }
    : { kind: "onglet", onglet: found[0] };
}

/** The workbook's guichet first, then those that rows name. */
function guichetsEnUsage(
  own: OngletDossiers | undefined,
  parametres: Parametres,
  guichet: GuichetId | undefined,
): readonly GuichetId[] {
  const rows = own?.entetes.colonnes.has("guichet")
    ? lireDossiers(own, { ...parametres, guichet })
    : [];
  return [...new Set([guichet ?? GUICHET_PAR_DEFAUT, ...rows.map((row) => row.guichet.id)])];
}

/** One block of `Enveloppes` for each guichet that has none. */
export function poserEnveloppes(
  classeur: Classeur,
  noms: readonly string[],
  guichets: readonly GuichetId[],
): Etape {
  const rows = noms.includes(NOM_ENVELOPPES) ? classeur.lire(NOM_ENVELOPPES).lignes : [];
  const present = guichetsDesBlocs(rows);
  const missing = guichets.filter((guichet) => !present.has(guichet));
  if (missing.length === 0) return { operations: [], fait: [] };
  const paiements = colonnesPaiements(classeur, noms);
  let row = rows.length === 0 ? 1 : rows.length + 2;
  const operations: Operation[] = [];
  const fait: string[] = [];
  for (const id of missing) {
    const bloc = blocEnveloppe(id, row, paiements);
    operations.push(...bloc.operations);
    row += bloc.hauteur + 1;
    fait.push(`enveloppe ${id}`);
  }
  return { operations, fait };
}

/** Where the référent's own `Paiements` has its number and amount; a tab still to be made follows the contract. */
function colonnesPaiements(classeur: Classeur, noms: readonly string[]): ColonnesPaiements {
  const contract = onglet(NOM_PAIEMENTS).colonnes.map(({ titre }) => titre);
  const own = noms.includes(NOM_PAIEMENTS)
    ? (classeur.lire(NOM_PAIEMENTS).lignes[0] ?? [])
    : contract;
  const at = (titre: string) => {
    const position = own.findIndex((header) => normalise(String(header)) === normalise(titre));
    return position < 0 ? contract.indexOf(titre) : position;
  };
  return { numero: at("N° dossier"), montant: at("Montant") };
}
