import { GoogleError } from "./errors.js";
import { handOut, membersOf } from "./hand-out.js";
import type { Kind } from "./kind.js";
import { utf8 } from "./utf8.js";

const VALUE_LIMIT = 9 * 1_024;
const STORE_LIMIT = 500 * 1_024;

export interface PropertyStores {
  readonly document: Map<string, string>;
  readonly script: Map<string, string>;
  readonly user: Map<string, string>;
}

type Store = Map<string, string>;
const { read, write } = membersOf<Store>();
const { free } = membersOf<PropertyStores>();

const PROPERTIES: Kind<Store> = {
  family: "PropertiesService",
  name: "Properties",
  members: {
    getProperty: read("string", ({ state }, key: string) => state.get(key) ?? null),
    getProperties: read("", ({ state }) => Object.fromEntries(state)),
    getKeys: read("", ({ state }) => [...state.keys()]),
    setProperty: write(
      "string string | string number | string boolean",
      ({ state, self }, key: string, value: unknown) => {
        store(state, [[key, String(value)]]);
        return self;
      },
    ),
    setProperties: write(
      "object | object boolean",
      ({ state, self }, values: Record<string, unknown>, replaceAll = false) => {
        const entries = Object.entries(values).map(([key, value]) => [key, String(value)] as const);
        store(state, entries, replaceAll);
        return self;
      },
    ),
    deleteProperty: write("string", ({ state, self }, key: string) => {
      state.delete(key);
      return self;
    }),
    deleteAllProperties: write("", ({ state, self }) => {
      state.clear();
      return self;
    }),
  },
};

function store(into: Store, entries: (readonly [string, string])[], replaceAll = false): void {
  for (const [, value] of entries) {
    if (utf8(value).length > VALUE_LIMIT) throw new GoogleError("Argument too large: value");
  }
  const next = new Map([...(replaceAll ? [] : into), ...entries]);
  let size = 0;
  for (const [key, value] of next) size += utf8(key).length + utf8(value).length;
  if (size > STORE_LIMIT) {
    throw new GoogleError(
      "You have exceeded the property storage quota. Please remove some properties and try again.",
    );
  }
  into.clear();
  for (const [key, value] of next) into.set(key, value);
}

export const PROPERTIES_SERVICE: Kind<PropertyStores> = {
  family: "PropertiesService",
  name: "PropertiesService",
  members: {
    getDocumentProperties: free("", ({ state, context }) =>
      handOut(context, PROPERTIES, state.document),
    ),
    getScriptProperties: free("", ({ state, context }) =>
      handOut(context, PROPERTIES, state.script),
    ),
    getUserProperties: free("", ({ state, context }) => handOut(context, PROPERTIES, state.user)),
  },
};
