import type { ColonnesManquantes } from "../app/colonnes-requises.js";
import type { Ports, Refus } from "../app/ports.js";
import { dossierDeLaLigne } from "../app/suites/dossier-actif.js";
import { marquerEtat } from "../app/suites/etats.js";
import { faireInformation } from "../app/suites/information.js";
import type { ResultatOnglet } from "../app/suites/protocole.js";
import { faireReleve } from "../app/suites/releve.js";
import { suitesDuComite } from "../app/suites/suites.js";
import { readDay } from "../dossiers/readers.js";
import { luAttendu, quoted } from "../dossiers/text.js";
import { formatDay } from "../rules/day.js";
import type { EtatSuite } from "../rules/suites.js";
import { avecColonnes } from "./colonnes.js";
import { ask, choose, told } from "./dialogues.js";
import { ouvrirLettres } from "./entrees-suites.js";

/** Which committee: asked where there are several. */
function chooseComite(ports: Ports): string | Refus | undefined {
  const found = avecColonnes(ports, () => suitesDuComite(ports));
  if (found.kind === "refus") return found;
  const { comites } = found;
  if (comites.length === 0) {
    return {
      kind: "refus",
      message:
        "Aucun comité n’a encore de date. Renseignez l’onglet «\u00a0Comités\u00a0», ou la colonne «\u00a0Décidé le\u00a0».",
    };
  }
  const [only] = comites;
  return comites.length === 1 ? only?.cle : choose("Quel comité\u00a0?", [...comites]);
}

/** Makes a tab of a committee and says what was made. */
function makeTab(
  make: (ports: Ports, comite: string) => ResultatOnglet | ColonnesManquantes,
): void {
  told((ports) => {
    const comite = chooseComite(ports);
    if (comite === undefined) return undefined;
    if (typeof comite !== "string") return comite.message;
    const result = avecColonnes(ports, () => make(ports, comite));
    if (result.kind === "refus") return result.message;
    return [result.message, result.avertissements.join("\n")].filter(Boolean).join("\n\n");
  });
}

/** `Relevé de décisions`. */
export function menuReleve(): void {
  makeTab(faireReleve);
}

/** `Information régionale`. */
export function menuInformation(): void {
  makeTab(faireInformation);
}

/** `Lettres`: the dialog that previews and prints them. */
export function menuLettres(): void {
  told(() => {
    ouvrirLettres();
    return undefined;
  });
}

/** `Faire avancer le dossier`: the dossier of the active row goes to its next state, or is abandoned. */
export function menuAvancer(): void {
  told((ports) => {
    const found = dossierDeLaLigne(ports);
    if (found.kind === "refus") return found.message;
    const { numero, libelle, etats } = found;
    const vers = choose(
      `${libelle}\n\nQue devient-il\u00a0?`,
      etats.map((etat) => ({ cle: etat, libelle: etat })),
    ) as EtatSuite | undefined;
    if (vers === undefined) return undefined;
    const jour = vers === "Payé" ? undefined : askDay(ports, vers);
    if (vers !== "Payé" && jour === undefined) return undefined;
    const result = avecColonnes(ports, () =>
      marquerEtat(ports, { numeros: [numero], vers, ...(jour !== undefined && { jour }) }),
    );
    if (result.kind === "refus") return result.message;
    const [ligne] = result.lignes;
    return [`Dossier ${numero}\u00a0: ${ligne?.message ?? ""}`, ...(ligne?.avis ?? [])].join(
      "\n\n",
    );
  });
}

/** A day as a person types it; today where nothing is typed. */
function askDay({ contexte }: Ports, vers: string): string | undefined {
  const today = contexte.maintenant().slice(0, 10);
  const typed = ask(
    `Date de ${quoted(vers)} (JJ/MM/AAAA). Laissez vide pour aujourd’hui, ${formatDay(today)}\u00a0:`,
  );
  if (typed === undefined) return undefined;
  const reading = readDay(typed);
  if (reading.ok) return reading.value ?? today;
  throw new Error(`Date\u00a0: ${luAttendu(typed, reading.attendu)} Rien n’a été modifié.`);
}
