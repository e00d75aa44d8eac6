/** The part of a browser's storage that is used here. */
export interface Stockage {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

/**
 * What the browser keeps between two openings of a page. In a frame of another site it may refuse, or keep
 * it apart: nothing here fails then, and nothing is promised.
 */
export class Garde {
  /**
   * @param stockage gives the storage, `() => localStorage`; reading it throws where the browser refuses
   * @param prefixe begins every key of these, so that others' are left alone
   */
  constructor(
    private readonly stockage: () => Stockage,
    private readonly prefixe: string,
  ) {}

  /** What was kept under a key; nothing where there is none, or where it can't be read. */
  lire(cle: string): unknown {
    return this.attempt((storage) => {
      const text = storage.getItem(this.prefixe + cle);
      return text === null ? undefined : JSON.parse(text);
    }, undefined);
  }

  /** @returns whether it is kept */
  ecrire(cle: string, valeur: unknown): boolean {
    return this.attempt((storage) => {
      storage.setItem(this.prefixe + cle, JSON.stringify(valeur));
      return true;
    }, false);
  }

  effacer(cle: string): void {
    this.attempt((storage) => storage.removeItem(this.prefixe + cle), undefined);
  }

  /** The keys kept so far, prefix apart. */
  cles(): readonly string[] {
    return this.attempt(
      (storage) =>
        Object.keys(storage).flatMap((key) =>
          key.startsWith(this.prefixe) ? [key.slice(this.prefixe.length)] : [],
        ),
      [],
    );
  }

  /** Reading the storage itself may throw, and so does writing where it is full. */
  private attempt<T>(use: (storage: Stockage) => T, otherwise: T): T {
    try {
      return use(this.stockage());
    } catch {
      return otherwise;
    }
  }
}
