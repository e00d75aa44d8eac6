import { carried, refuseUncarriable } from "./carriable.js";
import { keepManners, takeFocus } from "./manners.js";
import type { FromFrame, ToFrame } from "./protocol.js";
import { giveStorage } from "./storage.js";

/**
 * `google.script` for a page of the add-in, in a sandboxed frame: calls go to the local page by
 * messages, with the limits that Google sets.
 */

type Handler = ((value: unknown, user?: unknown) => void) | undefined;

interface Handlers {
  readonly success?: Handler;
  readonly failure?: Handler;
  readonly user?: unknown;
}

/** Calls that run at once; the next ones wait for their turn. */
const MOST_AT_ONCE = 10;

const running = new Map<number, Handlers>();
const waiting: { readonly message: FromFrame; readonly id: number; readonly handlers: Handlers }[] =
  [];
let nextId = 1;

function send(message: FromFrame): void {
  window.parent.postMessage(message, "*");
}

function startWaiting(): void {
  while (running.size < MOST_AT_ONCE) {
    const next = waiting.shift();
    if (!next) return;
    running.set(next.id, next.handlers);
    send(next.message);
  }
}

function call(name: string, args: readonly unknown[], handlers: Handlers): void {
  for (const [at, arg] of args.entries()) refuseUncarriable(arg, at);
  const id = nextId++;
  const message = { fitn7: "call", id, name, args: args.map(carried) } as const;
  waiting.push({ message, id, handlers });
  startWaiting();
}

/** `google.script.run`: any public name is a function, those that set handlers give another runner. */
function runner(handlers: Handlers): object {
  const setters: Record<string, (value: unknown) => object> = {
    withSuccessHandler: (value) => runner({ ...handlers, success: value as Handler }),
    withFailureHandler: (value) => runner({ ...handlers, failure: value as Handler }),
    withUserObject: (value) => runner({ ...handlers, user: value }),
  };
  return new Proxy(setters, {
    get: (known, name) => {
      if (typeof name !== "string" || name.endsWith("_")) return undefined;
      return known[name] ?? ((...args: unknown[]) => call(name, args, handlers));
    },
  });
}

window.addEventListener("message", ({ data, source }: MessageEvent<ToFrame>) => {
  if (source !== window.parent || typeof data !== "object" || !data?.fitn7) return;
  if (data.fitn7 === "focus") {
    takeFocus();
    return;
  }
  const handlers = running.get(data.id);
  if (!handlers) return;
  running.delete(data.id);
  startWaiting();
  if (data.fitn7 === "result") handlers.success?.(data.value, handlers.user);
  else if (handlers.failure) handlers.failure(new Error(data.message), handlers.user);
  else console.error(data.message);
});

keepManners(send);
giveStorage(send);

Object.assign(window, {
  google: {
    script: {
      run: runner({}),
      host: {
        close: () => send({ fitn7: "close" }),
        setHeight: (height: number) => send({ fitn7: "size", height }),
        setWidth: (width: number) => send({ fitn7: "size", width }),
        editor: { focus: () => send({ fitn7: "toGrid" }) },
      },
    },
  },
});
