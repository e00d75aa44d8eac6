import type { WorkbookModel } from "../../engine/model/index.js";
import { type Image, restoreImage, takeImage } from "./image.js";

const MOST_STEPS = 50;
/** Cells kept over all steps: bounds the memory that a large workbook takes. */
const MOST_CELLS = 1_500_000;

/** Steps that a person can take back, each as the workbook was before it. */
export class History {
  private readonly past: Image[] = [];
  private readonly future: Image[] = [];
  private latest: { readonly key: string; readonly image: Image } | undefined;

  constructor(private readonly workbook: WorkbookModel) {}

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** A text that differs after every change, those of the document's properties included. */
  get stamp(): string {
    const { version, properties } = this.workbook;
    return `${version} ${JSON.stringify([...properties])}`;
  }

  /** The workbook as it is; asked for between two steps, the next one need not wait for it. */
  now(): Image {
    const key = this.stamp;
    if (this.latest?.key !== key) this.latest = { key, image: takeImage(this.workbook) };
    return this.latest.image;
  }

  /** Runs one step; one that changes nothing is not kept. */
  step<T>(run: () => T): T {
    const { version } = this.workbook;
    const before = this.now();
    try {
      return run();
    } finally {
      if (this.workbook.version !== version) this.keep(before);
    }
  }

  undo(): boolean {
    return this.swap(this.past, this.future);
  }

  redo(): boolean {
    return this.swap(this.future, this.past);
  }

  private keep(before: Image): void {
    this.past.push(before);
    this.future.length = 0;
    const cells = () => this.past.reduce((sum, image) => sum + size(image), 0);
    while (this.past.length > MOST_STEPS || (this.past.length > 1 && cells() > MOST_CELLS)) {
      this.past.shift();
    }
  }

  private swap(from: Image[], to: Image[]): boolean {
    const image = from.pop();
    if (!image) return false;
    to.push(this.now());
    restoreImage(this.workbook, image);
    return true;
  }
}

function size({ snapshot }: Image): number {
  return snapshot.sheets.reduce((sum, { cells }) => sum + cells.length, 0);
}
