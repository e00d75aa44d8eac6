/** What a sandboxed frame of the add-in and the page say to each other. */
export type FromFrame =
  | {
      readonly fitn7: "call";
      readonly id: number;
      readonly name: string;
      readonly args: readonly unknown[];
    }
  | { readonly fitn7: "close" }
  | { readonly fitn7: "size"; readonly width?: number; readonly height?: number };

export type ToFrame =
  | { readonly fitn7: "result"; readonly id: number; readonly value: unknown }
  | { readonly fitn7: "failure"; readonly id: number; readonly message: string };
