import { propositionDe } from "../../src/imports/correspondance.js";
import type {
  ColonneRecue,
  Correspondance,
  Lien,
  Memoire,
  Reconnaissance,
} from "../../src/imports/fichier.js";
import type { Champ } from "../../src/rules/dossier.js";

/** The mapping on the screen: what was proposed, and what the person chose instead. */
export class Rattachement {
  private readonly proposition: Correspondance;
  private readonly choisis = new Map<string, Champ | "">();

  constructor(readonly reconnu: Reconnaissance) {
    this.proposition = propositionDe(reconnu);
  }

  /** Puts a column into a field, or leaves it aside with `""`. */
  choisir({ cle, champ }: ColonneRecue, choix: Champ | ""): void {
    if (choix === (champ ?? "")) this.choisis.delete(cle);
    else this.choisis.set(cle, choix);
  }

  champDe({ cle, champ }: ColonneRecue): Champ | "" {
    return this.choisis.get(cle) ?? champ ?? "";
  }

  estChoisi({ cle }: ColonneRecue): boolean {
    return this.choisis.has(cle);
  }

  /** Columns by field: those that the person chose come before those that were proposed. */
  get correspondance(): Correspondance {
    const chosen = this.reconnu.colonnes.flatMap(({ cle }): Lien[] => {
      const champ = this.choisis.get(cle);
      return champ ? [{ cle, champ }] : [];
    });
    return [...chosen, ...this.proposition.filter(({ cle }) => !this.choisis.has(cle))];
  }

  /** The other columns of the file that give the same field as this one. */
  voisines(colonne: ColonneRecue): readonly ColonneRecue[] {
    const champ = this.champDe(colonne);
    if (champ === "") return [];
    return this.reconnu.colonnes.filter(
      (other) => other.cle !== colonne.cle && this.champDe(other) === champ,
    );
  }

  /** What is remembered for the next import. */
  get memoire(): Memoire["colonnes"] {
    return this.reconnu.colonnes.map((colonne) => ({
      cle: colonne.cle,
      titre: colonne.titre,
      champ: this.champDe(colonne),
      nature: colonne.nature,
    }));
  }

  get reprises(): number {
    return this.reconnu.colonnes.filter((colonne) => this.champDe(colonne) !== "").length;
  }
}
