/** The names of the buttons a person can press; `CLOSE` is the cross of a dialog. */
export type Button = "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";
export type ButtonSet = "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";

/** One line of a menu. */
export type MenuEntry =
  | { readonly kind: "item"; readonly caption: string; readonly functionName: string }
  | { readonly kind: "separator" }
  | { readonly kind: "menu"; readonly menu: Menu };

export interface Menu {
  readonly caption: string;
  readonly entries: readonly MenuEntry[];
}

/** A page that the script shows. */
export interface Page {
  readonly title: string;
  readonly content: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** The person in front of the spreadsheet. */
export interface UiPort {
  /** A menu was added to the menu bar; one of the same caption gives way. */
  menu(menu: Menu): void;
  alert(message: { title: string; text: string; buttons: ButtonSet }): Button;
  prompt(message: { title: string; text: string; buttons: ButtonSet }): {
    button: Button;
    text: string;
  };
  page(kind: "sidebar" | "modal" | "modeless", page: Page): void;
  toast(message: { title: string; text: string; seconds: number }): void;
}
