/** What a sandboxed frame of the add-in and the page say to each other. */
export type FromFrame =
  | {
      readonly fitn7: "call";
      readonly id: number;
      readonly name: string;
      readonly args: readonly unknown[];
    }
  | { readonly fitn7: "close" }
  | { readonly fitn7: "size"; readonly width?: number; readonly height?: number }
  /** The frame's page keeps a text under a key, or nothing more. */
  | { readonly fitn7: "keep"; readonly key: string; readonly value: string | null }
  /** The script gives the keyboard back to the grid. */
  | { readonly fitn7: "toGrid" }
  /** A key that the frame's page did not take for itself. */
  | { readonly fitn7: "key"; readonly key: PageKey };

/** Keys that mean something to the page around the frame. */
export type PageKey = "Escape" | "F6";

export type ToFrame =
  | { readonly fitn7: "result"; readonly id: number; readonly value: unknown }
  | { readonly fitn7: "failure"; readonly id: number; readonly message: string }
  /** The keyboard comes to the frame. */
  | { readonly fitn7: "focus" };
