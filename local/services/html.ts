import type { ServiceContext } from "./context.js";
import { GoogleError, NotImplementedError } from "./errors.js";
import { handOut, membersOf } from "./hand-out.js";
import { type Kind, stateOf } from "./kind.js";
import type { Page } from "./ui-port.js";

interface OutputState {
  title: string;
  content: string;
  width: number | undefined;
  height: number | undefined;
}

const { free } = membersOf<OutputState>();
const service = membersOf<undefined>();
const template = membersOf<{ readonly source: string }>();

const HTML_OUTPUT: Kind<OutputState> = {
  family: "HtmlService",
  name: "HtmlOutput",
  members: {
    getContent: free("", ({ state }) => state.content),
    getTitle: free("", ({ state }) => state.title),
    getWidth: free("", ({ state }) => state.width ?? null),
    getHeight: free("", ({ state }) => state.height ?? null),
    setContent: setter("string", "content"),
    setTitle: setter("string", "title"),
    setWidth: setter("number", "width"),
    setHeight: setter("number", "height"),
    append: free("string", ({ state, self }, more: string) => {
      state.content += more;
      return self;
    }),
  },
};

function setter<K extends keyof OutputState>(takes: string, key: K) {
  return free(takes, ({ state, self }, value: OutputState[K]) => {
    state[key] = value;
    return self;
  });
}

const HTML_TEMPLATE: Kind<{ readonly source: string }> = {
  family: "HtmlService",
  name: "HtmlTemplate",
  members: {
    getRawContent: template.free("", ({ state }) => state.source),
    evaluate: template.free("", ({ state, context }) => {
      if (state.source.includes("<?")) {
        throw new NotImplementedError("HtmlTemplate.evaluate of a page with scriptlets");
      }
      return output(context, state.source);
    }),
  },
};

function output(context: ServiceContext, content: string): object {
  return handOut(context, HTML_OUTPUT, { title: "", content, width: undefined, height: undefined });
}

function file(context: ServiceContext, name: string): string {
  const found = context.html.get(name.replace(/\.html$/, ""));
  if (found === undefined) throw new GoogleError(`No HTML file named ${name} was found.`);
  return found;
}

/** What a script shows: an `HtmlOutput`, or a text that is its content. */
export function pageOf(shown: object | string, title?: string): Page {
  if (typeof shown === "string") {
    return { title: title ?? "", content: shown, width: undefined, height: undefined };
  }
  const state = stateOf(HTML_OUTPUT, shown);
  return { ...state, title: title ?? state.title };
}

export const HTML_SERVICE: Kind<undefined> = {
  family: "HtmlService",
  name: "HtmlService",
  members: {
    createHtmlOutput: service.free(" | string", ({ context }, content = "") =>
      output(context, content),
    ),
    createHtmlOutputFromFile: service.read("string", ({ context }, name: string) =>
      output(context, file(context, name)),
    ),
    createTemplate: service.free("string", ({ context }, source: string) =>
      handOut(context, HTML_TEMPLATE, { source }),
    ),
    createTemplateFromFile: service.read("string", ({ context }, name: string) =>
      handOut(context, HTML_TEMPLATE, { source: file(context, name) }),
    ),
  },
};
