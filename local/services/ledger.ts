/** Is told of every counted call before it happens; what it throws is thrown to the script. */
export type BeforeCall = (name: string, index: number) => void;

/** What a run cost: the calls that would each have gone to Google's servers, and the cells they carried. */
export class Ledger {
  calls: Record<string, number> = {};
  total = 0;
  cellsRead = 0;
  cellsWritten = 0;
  /** The place to let a call fail: `index` counts from 0 since the last reset. */
  beforeCall: BeforeCall | undefined;

  /** Counts a call such as `Range.setValues`. */
  count(name: string): void {
    const index = this.total;
    this.total += 1;
    this.calls[name] = (this.calls[name] ?? 0) + 1;
    this.beforeCall?.(name, index);
  }

  /** Starts again from nothing; `beforeCall` stays. */
  reset(): void {
    this.calls = {};
    this.total = 0;
    this.cellsRead = 0;
    this.cellsWritten = 0;
  }
}
