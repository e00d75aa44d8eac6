/** What pages of the add-in keep, each workbook's apart, in the storage of the page around them. */
export class Kept {
  /** @param workbook name of the workbook that is open */
  constructor(private readonly workbook: () => string) {}

  private get prefix(): string {
    return `fitn7.garde:${this.workbook()}:`;
  }

  /** Everything kept for the workbook, by key. */
  all(): Readonly<Record<string, string>> {
    const { prefix } = this;
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return Object.fromEntries(
      kept.map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? ""]),
    );
  }

  /** Keeps a text, or nothing more under a key; what has no room is not kept. */
  put(key: string, value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(this.prefix + key);
      else localStorage.setItem(this.prefix + key, value);
    } catch (error) {
      console.warn(error);
    }
  }
}
