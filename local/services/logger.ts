import type { ServiceContext } from "./context.js";
import { handOut, membersOf } from "./hand-out.js";
import type { Kind } from "./kind.js";

const { free } = membersOf<undefined>();

const log = free("any...", ({ context, self }, ...values: unknown[]) => {
  context.log(line(values));
  return self;
});

const LOGGER: Kind<undefined> = { family: "Logger", name: "Logger", members: { log } };

const write = free("any...", ({ context }, ...values: unknown[]) => {
  context.log(line(values));
});

const CONSOLE: Kind<undefined> = {
  family: "console",
  name: "console",
  members: {
    log: write,
    info: write,
    warn: write,
    error: write,
    time: free("string", () => undefined),
    timeEnd: free("string", () => undefined),
  },
};

/** A log line, `%s` and `%d` of the first value filled with the others. */
function line(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== "string") return values.map(String).join(" ");
  const filled = first.replace(/%[sdj]/g, (field) => (rest.length ? String(rest.shift()) : field));
  return [filled, ...rest.map(String)].join(" ");
}

/** `Logger` and `console`. */
export function loggers(context: ServiceContext): { Logger: object; console: object } {
  return {
    Logger: handOut(context, LOGGER, undefined),
    console: handOut(context, CONSOLE, undefined),
  };
}
