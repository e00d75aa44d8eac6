import { CHAMPS } from "../../src/dossiers/champs.js";
import type { Champ } from "../../src/rules/dossier.js";
import type { Garde } from "../kit/garde.js";
import { type Brouillon, brouillonDe, type Fiche, tauxAligne } from "./brouillon.js";
import {
  type BrouillonGarde,
  type Empreintes,
  empreintesDe,
  isPerime,
  lireGarde,
} from "./brouillon-garde.js";

/** Where a draft belongs: workbook, committee, dossier. */
export interface Place {
  readonly classeur: string;
  readonly comite: string;
}

/** A dossier whose draft was kept. */
export interface BrouillonLaisse {
  readonly comite: string;
  readonly numero: string;
}

/** What is said of a draft that is not recorded. */
export interface EtatBrouillon {
  /** Whether it will be there once the page was closed. */
  readonly garde: boolean;
  /** Instant it was typed, where it was found again. */
  readonly repris?: string;
  /** What changed of the dossier since it was typed, by the title of the field. */
  readonly changes: readonly string[];
}

interface Connu {
  /** What the sheet holds. */
  readonly shown: Brouillon;
  readonly typed: Brouillon;
  /** Of the dossier as it was shown to whoever typed; nothing where it is to be taken anew. */
  readonly vu?: Empreintes;
  readonly garde: boolean;
  readonly repris?: string;
}

const asText = (brouillon: Brouillon) => JSON.stringify(brouillon);
const differs = ({ shown, typed }: Connu) => asText(shown) !== asText(typed);

/**
 * What is typed and not recorded yet, dossier by dossier: in the page, and in the browser for as long as it
 * agrees to, so that a sidebar closed by accident loses nothing. Nothing but what the form holds is kept.
 */
export class Brouillons {
  private readonly known = new Map<string, Connu>();

  /**
   * @param place where the person is now
   * @param now the instant, ISO
   */
  constructor(
    private readonly garde: Garde,
    private readonly place: () => Place,
    private readonly now: () => string,
  ) {}

  /** The draft of a dossier that is shown: what was typed earlier, else what the sheet holds. */
  start(fiche: Fiche, enSeance: boolean): Brouillon {
    const shown = brouillonDe(fiche, enSeance);
    const cle = this.cleOf(fiche.numero);
    const before = this.known.get(cle) ?? this.found(cle, shown);
    const draft = before && differs(before) ? before : undefined;
    const typed = draft ? tauxAligne(draft.typed, fiche.cadre) : shown;
    this.set(cle, {
      shown,
      typed,
      vu: draft?.vu ?? empreintesDe(fiche.vu),
      garde: false,
      ...(draft?.repris !== undefined && { repris: draft.repris }),
    });
    return typed;
  }

  /** Keeps what stands in the form of a dossier that is shown. */
  keep(fiche: Fiche, typed: Brouillon): void {
    const cle = this.cleOf(fiche.numero);
    const known = this.known.get(cle);
    if (!known) return;
    const { repris: _, ...rest } = known;
    this.set(cle, { ...rest, typed, vu: empreintesDe(fiche.vu) });
  }

  /** Whether something typed about a dossier is not recorded. */
  has(numero: string): boolean {
    const cle = this.cleOf(numero);
    const known = this.known.get(cle);
    return known ? differs(known) : lireGarde(this.garde.lire(cle)) !== undefined;
  }

  /** What to say of the draft of a dossier that is shown; nothing where there is none. */
  etat({ numero, vu, criteres }: Fiche): EtatBrouillon | undefined {
    const known = this.known.get(this.cleOf(numero));
    if (!known || !differs(known)) return undefined;
    const { garde, repris, vu: before = {} } = known;
    const now = empreintesDe(vu);
    const changed = Object.keys(now).filter((key) => key in before && before[key] !== now[key]);
    return {
      garde,
      changes: changed.map((key) =>
        key in CHAMPS
          ? CHAMPS[key as Champ].titre
          : `Note – ${criteres.find(({ code }) => key.endsWith(`.${code}`))?.libelle ?? key}`,
      ),
      ...(repris !== undefined && { repris }),
    };
  }

  /** The scores of a dossier are recorded: of what is typed, the rest is still a draft. */
  noted(numero: string, notes: Brouillon["notes"]): void {
    const cle = this.cleOf(numero);
    const known = this.known.get(cle);
    if (!known) return;
    const { vu: _, ...rest } = known;
    this.set(cle, { ...rest, shown: { ...known.shown, notes } });
  }

  /** Forgets a draft. @returns what was typed */
  drop(numero: string): Brouillon | undefined {
    const cle = this.cleOf(numero);
    const typed = this.known.get(cle)?.typed;
    this.known.delete(cle);
    this.garde.effacer(cle);
    return typed;
  }

  /** Dossiers of the workbook with a draft, this page's or an earlier one's; those too old go. */
  laisses(): readonly BrouillonLaisse[] {
    const { classeur } = this.place();
    const typed = [...this.known].flatMap(([cle, known]) => (differs(known) ? [cle] : []));
    const left = this.garde.cles().filter((cle) => {
      const read = lireGarde(this.garde.lire(cle));
      const good = read !== undefined && !isPerime(read, this.now());
      if (!good) this.garde.effacer(cle);
      return good;
    });
    return [...new Set([...typed, ...left])].flatMap((cle): readonly BrouillonLaisse[] => {
      const [own, comite = "", numero = ""] = partsOf(cle);
      return own === classeur ? [{ comite, numero }] : [];
    });
  }

  /** A committee of the workbook goes by another name: its drafts follow. */
  renommer(avant: string, apres: string): void {
    const { classeur } = this.place();
    for (const { comite, numero } of this.laisses()) {
      if (comite !== avant) continue;
      const [from, to] = [keyOf(classeur, avant, numero), keyOf(classeur, apres, numero)];
      const known = this.known.get(from);
      const kept = this.garde.lire(from);
      this.known.delete(from);
      this.garde.effacer(from);
      if (known) this.set(to, known);
      else this.garde.ecrire(to, kept);
    }
  }

  private found(cle: string, shown: Brouillon): Connu | undefined {
    const read = lireGarde(this.garde.lire(cle));
    if (!read) return undefined;
    const notes = Object.keys(shown.notes).map((code) => [
      code,
      read.typed.notes[code] ?? shown.notes[code],
    ]);
    const typed = { ...read.typed, notes: Object.fromEntries(notes) };
    return { shown, typed, vu: read.vu, garde: true, repris: read.quand };
  }

  /** Remembers, and keeps in the browser what differs from the sheet. */
  private set(cle: string, known: Connu): void {
    if (!differs(known)) {
      this.garde.effacer(cle);
      this.known.set(cle, { ...known, garde: false });
      return;
    }
    const { typed, vu = {}, repris } = known;
    const kept: BrouillonGarde = { quand: repris ?? this.now(), typed, vu };
    this.known.set(cle, { ...known, garde: this.garde.ecrire(cle, kept) });
  }

  private cleOf(numero: string): string {
    const { classeur, comite } = this.place();
    return keyOf(classeur, comite, numero);
  }
}

const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);

function partsOf(cle: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(cle);
    return Array.isArray(read) ? read.map(String) : [];
  } catch {
    return [];
  }
}
