import { rememberedOf } from "../engine/remembered.js";
import type { ServiceContext } from "./context.js";
import { enumeration, enumName } from "./enumeration.js";
import { GoogleError } from "./errors.js";
import { handOut, membersOf } from "./hand-out.js";
import { pageOf } from "./html.js";
import { type Kind, stateOf } from "./kind.js";
import type { Button, ButtonSet, Menu, MenuEntry, UiPort } from "./ui-port.js";

interface UiState {
  readonly port: UiPort;
  readonly buttons: Readonly<Record<string, object>>;
}

interface MenuState {
  readonly port: UiPort;
  readonly caption: string;
  readonly entries: MenuEntry[];
}

interface PromptState {
  readonly button: object;
  readonly text: string;
}

const { free } = membersOf<UiState>();
const menus = membersOf<MenuState>();
const prompts = membersOf<PromptState>();

const MENU: Kind<MenuState> = {
  family: "Ui",
  name: "Menu",
  members: {
    addItem: menus.free(
      "string string",
      ({ state, self }, caption: string, functionName: string) => {
        state.entries.push({ kind: "item", caption, functionName });
        return self;
      },
    ),
    addSeparator: menus.free("", ({ state, self }) => {
      state.entries.push({ kind: "separator" });
      return self;
    }),
    addSubMenu: menus.free("Menu", ({ state, self }, menu: object) => {
      state.entries.push({ kind: "menu", menu: menuOf(menu) });
      return self;
    }),
    addToUi: menus.free("", ({ state, self }) => {
      state.port.menu(menuOf(self));
    }),
  },
};

function menuOf(menu: object): Menu {
  const { caption, entries } = stateOf(MENU, menu);
  return { caption, entries: [...entries] };
}

const PROMPT_RESPONSE: Kind<PromptState> = {
  family: "Ui",
  name: "PromptResponse",
  members: {
    getSelectedButton: prompts.free("", ({ state }) => state.button),
    getResponseText: prompts.free("", ({ state }) => state.text),
  },
};

const MEMBERS: Kind<UiState>["members"] = {
  createMenu: free("string", ({ state, context }, caption: string) =>
    handOut(context, MENU, { port: state.port, caption, entries: [] }),
  ),
  createAddonMenu: free("", ({ state, context }) =>
    handOut(context, MENU, { port: state.port, caption: "Extensions", entries: [] }),
  ),
  alert: free("string | string ButtonSet | string string ButtonSet", ({ state }, ...args) =>
    buttonOf(state, state.port.alert(message(args))),
  ),
  prompt: free(
    "string | string ButtonSet | string string ButtonSet",
    ({ state, context }, ...args) => {
      const { button, text } = state.port.prompt(message(args));
      return handOut(context, PROMPT_RESPONSE, { button: buttonOf(state, button), text });
    },
  ),
  showSidebar: free("HtmlOutput", ({ state }, page: object) => {
    state.port.page("sidebar", pageOf(page));
  }),
  showModalDialog: free("HtmlOutput string", ({ state }, page: object, title: string) => {
    state.port.page("modal", pageOf(page, title));
  }),
  showModelessDialog: free("HtmlOutput string", ({ state }, page: object, title: string) => {
    state.port.page("modeless", pageOf(page, title));
  }),
};

function message(args: unknown[]): { title: string; text: string; buttons: ButtonSet } {
  const texts = args.filter((arg) => typeof arg === "string");
  const buttons = args.find((arg) => typeof arg === "object" && arg !== null);
  return {
    title: texts.length > 1 ? (texts[0] ?? "") : "",
    text: texts.at(-1) ?? "",
    buttons: buttons ? (enumName(buttons) as ButtonSet) : "OK",
  };
}

function buttonOf(state: UiState, button: Button): object {
  const found = state.buttons[button];
  if (!found) throw new Error(`Unknown button: ${button}`);
  return found;
}

const uiKind = rememberedOf((context: ServiceContext) => {
  const Button = enumeration(context, "Button", "CLOSE OK CANCEL YES NO");
  const ButtonSet = enumeration(context, "ButtonSet", "OK OK_CANCEL YES_NO YES_NO_CANCEL");
  const kind: Kind<UiState> = {
    family: "Ui",
    name: "Ui",
    members: MEMBERS,
    constants: { Button, ButtonSet },
  };
  return { kind, buttons: Button as UiState["buttons"] };
});

/** The `Ui` of the spreadsheet; Google's refusal where nobody is in front of it. */
export function uiOf(context: ServiceContext): object {
  if (!context.ui || context.mode === "custom") {
    throw new GoogleError("Cannot call SpreadsheetApp.getUi() from this context.");
  }
  const { kind, buttons } = uiKind(context);
  return handOut(context, kind, { port: context.ui, buttons });
}
