/** A part of the page that the keyboard goes to, in the order in which F6 visits them. */
const PARTS = ["grid", "menus", "panel"] as const;
export type Part = (typeof PARTS)[number];

/** Where the keyboard is in the page, and how it gets elsewhere. */
export class Parts {
  private readonly ways = new Map<Part, () => boolean>();
  private at: Part = "grid";

  /** @param focus gives the keyboard to a part; `false` where it is not shown */
  add(part: Part, focus: () => boolean): void {
    this.ways.set(part, focus);
  }

  goTo(part: Part): boolean {
    const there = this.ways.get(part)?.() ?? false;
    if (there) this.at = part;
    return there;
  }

  /** Goes to the next part that is shown. */
  next(): void {
    const from = PARTS.indexOf(this.at);
    const others = [...PARTS.slice(from + 1), ...PARTS.slice(0, from)];
    others.some((part) => this.goTo(part));
  }
}
