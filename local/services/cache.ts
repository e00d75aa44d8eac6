import type { ServiceContext } from "./context.js";
import { GoogleError } from "./errors.js";
import { handOut, membersOf } from "./hand-out.js";
import type { Kind } from "./kind.js";
import { utf8 } from "./utf8.js";

const VALUE_LIMIT = 100 * 1_024;
const KEY_LIMIT = 250;
const DEFAULT_SECONDS = 600;
const MOST_SECONDS = 21_600;

/** Cached texts with the instant at which each is forgotten. */
export type CacheStore = Map<string, { readonly value: string; readonly until: number }>;

const { read, write } = membersOf<CacheStore>();
const { free } = membersOf<undefined>();

const CACHE: Kind<CacheStore> = {
  family: "CacheService",
  name: "Cache",
  members: {
    get: read("string", ({ state, context }, key: string) => fresh(state, key, context) ?? null),
    getAll: read("list", ({ state, context }, keys: string[]) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const value = fresh(state, key, context);
          return value === undefined ? [] : [[key, value]];
        }),
      ),
    ),
    put: write(
      "string string | string string number",
      ({ state, context }, key: string, value: string, seconds = DEFAULT_SECONDS) => {
        keep(state, context, key, value, seconds);
      },
    ),
    putAll: write(
      "object | object number",
      ({ state, context }, values: Record<string, string>, seconds = DEFAULT_SECONDS) => {
        for (const [key, value] of Object.entries(values)) {
          keep(state, context, key, value, seconds);
        }
      },
    ),
    remove: write("string", ({ state }, key: string) => {
      state.delete(key);
    }),
    removeAll: write("list", ({ state }, keys: string[]) => {
      for (const key of keys) state.delete(key);
    }),
  },
};

function fresh(store: CacheStore, key: string, context: ServiceContext): string | undefined {
  const found = store.get(key);
  if (!found || found.until > context.now()) return found?.value;
  store.delete(key);
  return undefined;
}

function keep(
  store: CacheStore,
  context: ServiceContext,
  key: string,
  value: string,
  seconds: number,
): void {
  if (key.length > KEY_LIMIT) throw new GoogleError("Argument too large: key");
  if (utf8(value).length > VALUE_LIMIT) throw new GoogleError("Argument too large: value");
  const lasting = Math.min(Math.max(seconds, 0), MOST_SECONDS);
  store.set(key, { value, until: context.now() + lasting * 1_000 });
}

function cacheOf(context: ServiceContext, scope: "document" | "script" | "user"): object | null {
  const store = context.caches.get(scope);
  return store ? handOut(context, CACHE, store) : null;
}

export const CACHE_SERVICE: Kind<undefined> = {
  family: "CacheService",
  name: "CacheService",
  members: {
    getDocumentCache: free("", ({ context }) => cacheOf(context, "document")),
    getScriptCache: free("", ({ context }) => cacheOf(context, "script")),
    getUserCache: free("", ({ context }) => cacheOf(context, "user")),
  },
};
