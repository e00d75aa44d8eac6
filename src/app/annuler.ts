import { CHAMPS } from "../dossiers/champs.js";
import { quoted } from "../dossiers/text.js";
import type { Contenu } from "../reports/plan.js";
import type { Champ } from "../rules/dossier.js";
import { type Trace, type TraceCellules, type TraceDossier, tracesDe } from "./annulation.js";
import { type Brut, memeBrut, texteBrut } from "./brut.js";
import { ecrireOutils } from "./ecrire-lot.js";
import { enregistrer, type ResultatEnregistrement } from "./enregistrer.js";
import { type GrilleDossiers, lireGrille } from "./grille-dossiers.js";
import { CHAMP_ANNULATION, type Changement } from "./journal.js";
import { changementDe, texteDeChamp } from "./journal-champ.js";
import type { OngletDossiers } from "./lire-suivi.js";
import type { Ecriture } from "./plan-enregistrement.js";
import type { Classeur, Operation, Ports, Refus } from "./ports.js";
import { refus } from "./ports.js";
import { retirerDossiers } from "./retirer-dossiers.js";

/** A cell that is not what the batch left there. */
export interface Ecart {
  /** Where, in French: "dossier 2300101, Montant accordé". */
  readonly ou: string;
  readonly ecrit: string;
  readonly maintenant: string;
}

/** What differs, and that nothing was undone. */
export interface Conflit {
  readonly kind: "conflit";
  readonly ecarts: readonly Ecart[];
  readonly message: string;
}

export type ResultatAnnulation =
  | Extract<ResultatEnregistrement, { kind: "fait" }>
  | Conflit
  | Refus;

/**
 * Undoes a batch: every cell it wrote gets back what it held, with its type, and its new rows go, as long as
 * nobody changed them since. Undoing is journaled like any change. To be called under the document's lock.
 *
 * @param lot batch, as `enregistrer` gave it
 * @returns the batch of the undoing; what differs, and then nothing is written; or a refusal
 */
export function annulerLot(
  ports: Ports,
  onglet: OngletDossiers,
  lot: string,
  source = "Annulation",
): ResultatAnnulation {
  const { classeur } = ports;
  const traces = tracesDe(classeur, lot);
  if (traces.length === 0) return tropAncien();
  const grille = lireGrille(classeur, onglet);
  if ("kind" in grille) return grille;
  const plan = retour(classeur, grille, traces);
  if (plan.ecarts.length > 0) return conflit(plan.ecarts);
  if (plan.vides.length > 0 && isVide(plan)) {
    retirer(classeur, onglet, plan.vides);
    return { kind: "fait", lot: "", changements: [], laissees: [] };
  }
  const done = enregistrer(ports, {
    onglet,
    ecritures: plan.ecritures,
    autres: plan.cellules,
    journal: [...plan.journal, annulationDe(lot)],
    source,
  });
  if (done.kind === "refus") return done;
  retirer(classeur, onglet, [...plan.retires, ...plan.vides]);
  return done;
}

/** Whether all was undone before, but for rows that hold their number alone. */
function isVide({ ecritures, cellules, journal }: Retour): boolean {
  return ecritures.length + cellules.length + journal.length === 0;
}

/** @throws Error in French where a service fails: the rows are empty by then, undoing again takes them away */
function retirer(classeur: Classeur, onglet: OngletDossiers, numeros: readonly string[]): void {
  try {
    retirerDossiers(classeur, onglet, numeros);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Tout est annulé, mais des lignes gardent leur numéro seul\u00a0: recommencez l’annulation pour les retirer. (${cause})`,
    );
  }
}

/**
 * The same for a batch of `ecrireOutils`, in a workbook with dossiers or without.
 *
 * @throws Error where the batch wrote into the référent's tab: that is `annulerLot`'s
 */
export function annulerOutils(
  ports: Ports,
  lot: string,
  source: string,
): { readonly kind: "fait"; readonly lot: string } | Conflit | Refus {
  const { classeur } = ports;
  const traces = tracesDe(classeur, lot);
  if (traces.length === 0) return tropAncien();
  const plan = retourVide();
  const read = lecture(classeur);
  for (const trace of traces) {
    if (trace.nature !== "cellules") throw new Error(`${lot}: wrote into ${trace.onglet}`);
    retourCellules(plan, trace, read(trace.onglet));
  }
  if (plan.ecarts.length > 0) return conflit(plan.ecarts);
  return {
    kind: "fait",
    lot: ecrireOutils(ports, plan.cellules, [...plan.journal, annulationDe(lot)], source),
  };
}

/** What the Journal says of a batch that was undone. */
function annulationDe(lot: string): Changement {
  return { champ: CHAMP_ANNULATION, avant: lot, apres: "annulé" };
}

function tropAncien(): Refus {
  return refus(
    "Cet enregistrement est trop ancien pour être annulé\u00a0: le Journal dit ce qui a changé. Rien n’a été modifié.",
  );
}

/**
 * What differs, whole.
 *
 * @example "dossier 2300101, Montant accordé : écrit « 9 000 € », maintenant « 8 000 € »"
 */
export function phraseEcart({ ou, ecrit, maintenant }: Ecart): string {
  return `${ou}\u00a0: écrit «\u00a0${ecrit}\u00a0», maintenant «\u00a0${maintenant}\u00a0»`;
}

function conflit(ecarts: readonly Ecart[]): Conflit {
  const shown = ecarts
    .slice(0, 5)
    .map(
      ({ ou, ecrit, maintenant }) =>
        `${ou}\u00a0: écrit ${quoted(ecrit)}, maintenant ${quoted(maintenant)}`,
    );
  const more = ecarts.length > shown.length ? ` et ${ecarts.length - shown.length} autres` : "";
  return {
    kind: "conflit",
    ecarts,
    message: `Ces cellules ont changé depuis\u00a0: ${shown.join("\u00a0; ")}${more}. Rien n’a été annulé.`,
  };
}

interface Retour {
  readonly ecarts: Ecart[];
  readonly ecritures: Ecriture[];
  readonly cellules: Operation[];
  readonly journal: Changement[];
  /** Numbers of the dossiers whose rows go. */
  readonly retires: string[];
  /** Numbers that an undoing which was cut short left alone on their rows. */
  readonly vides: string[];
}

function retour(classeur: Classeur, grille: GrilleDossiers, traces: readonly Trace[]): Retour {
  const plan = retourVide();
  const read = lecture(classeur);
  for (const trace of traces) {
    if (trace.nature === "cellules") retourCellules(plan, trace, read(trace.onglet));
    else if (trace.nature === "modifié") retourModifie(plan, grille, trace);
    else retourAjoute(plan, grille, trace);
  }
  return plan;
}

function retourVide(): Retour {
  return { ecarts: [], ecritures: [], cellules: [], journal: [], retires: [], vides: [] };
}

/** Reads each tab once. */
function lecture(classeur: Classeur): (onglet: string) => readonly (readonly Brut[])[] {
  const read = new Map<string, readonly (readonly Brut[])[]>();
  return (onglet) => {
    const rows = read.get(onglet) ?? classeur.lireBrut(onglet);
    read.set(onglet, rows);
    return rows;
  };
}

function retourModifie(
  plan: Retour,
  grille: GrilleDossiers,
  { numero, champs }: TraceDossier,
): void {
  const ligne = grille.lignes.get(numero);
  for (const [champ, { avant, apres }] of champs) {
    const colonne = grille.colonneDe(champ);
    const now = ligne && colonne ? grille.valeurDe(ligne, colonne) : undefined;
    if (now !== undefined && memeBrut(now, avant)) continue;
    if (now !== undefined && memeBrut(now, apres)) {
      plan.ecritures.push({ numero, champ, apres: avant });
    } else plan.ecarts.push(ecart(numero, champ, apres, now));
  }
}

/** A row that was added goes whole: whatever somebody typed in it since forbids it. */
function retourAjoute(
  plan: Retour,
  grille: GrilleDossiers,
  { numero, champs }: TraceDossier,
): void {
  const ligne = grille.lignes.get(numero);
  if (ligne === undefined) return;
  const row = grille.rows[ligne - 1] ?? [];
  const held = [...champs].some(([champ, { apres }]) => champ !== "numero" && !memeBrut(apres, ""));
  if (held && row.every((now, index) => index === grille.numeros || memeBrut(now, ""))) {
    plan.vides.push(numero);
    return;
  }
  const expected = new Map<number, { champ: Champ; apres: Brut }>();
  for (const [champ, { apres }] of champs) {
    const colonne = grille.colonneDe(champ);
    if (colonne !== undefined) expected.set(colonne, { champ, apres });
  }
  const before = plan.ecarts.length;
  row.forEach((now, index) => {
    const known = expected.get(index + 1);
    if (memeBrut(now, known?.apres ?? "") || grille.formuleDe(ligne, index + 1) !== "") return;
    const titre = String(grille.rows[grille.premiere - 2]?.[index] ?? "");
    plan.ecarts.push(
      known
        ? ecart(numero, known.champ, known.apres, now)
        : { ou: `dossier ${numero}, ${titre}`, ecrit: "", maintenant: texteBrut(now) },
    );
  });
  if (plan.ecarts.length > before) return;
  plan.retires.push(numero);
  for (const [champ, { avant }] of champs) {
    if (champ !== "numero") plan.ecritures.push({ numero, champ, apres: avant, muette: true });
  }
  plan.journal.push({ numero, champ: "Dossier", avant: "ajouté", apres: "retiré" });
}

function retourCellules(
  plan: Retour,
  { onglet, ligne, colonne, avant, apres }: TraceCellules,
  rows: readonly (readonly Brut[])[],
): void {
  const contenus = avant.map((row): readonly Contenu[] => [...row]);
  let same = true;
  apres.forEach((row, atRow) => {
    row.forEach((written, atColumn) => {
      const now = rows[ligne - 1 + atRow]?.[colonne - 1 + atColumn] ?? "";
      const former = avant[atRow]?.[atColumn] ?? "";
      if (!memeBrut(now, former)) same = false;
      if (memeBrut(now, written) || memeBrut(now, former)) return;
      plan.ecarts.push({
        ou: `onglet ${quoted(onglet)}, ligne ${ligne + atRow}`,
        ecrit: texteBrut(written),
        maintenant: texteBrut(now),
      });
    });
  });
  if (!same) plan.cellules.push({ op: "ecrire", onglet, ligne, colonne, contenus });
}

function ecart(numero: string, champ: Champ, apres: Brut, now: Brut | undefined): Ecart {
  return {
    ou: `dossier ${numero}, ${CHAMPS[champ].titre}`,
    ecrit: changementDe(numero, champ, "", apres).apres,
    maintenant:
      now === undefined
        ? "introuvable"
        : texteDeChamp(champ, now) === ""
          ? "vide"
          : changementDe(numero, champ, "", now).apres,
  };
}
