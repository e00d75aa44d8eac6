import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { Client } from "./client.js";
import { EXEMPLE } from "./places.js";

const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const CHILD = fileURLToPath(new URL("./server-child.ts", import.meta.url));

export interface Child {
  readonly process: ChildProcess;
  /** What it printed so far. */
  readonly printed: () => string;
  /** Ends with the exit code, `null` where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Runs the command in a process of its own, ended with the test. */
export function spawnServer(
  { page, dist }: { readonly page: string; readonly dist: string },
  args: readonly string[],
): Child {
  const child = spawn(process.execPath, ["--import", TSX, CHILD, page, dist, EXEMPLE, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ended = once(child, "exit").then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { process: child, printed: () => printed, ended };
}

/** The client of a server that runs in a process of its own, once its workbook is open. */
export async function clientOf(child: Child): Promise<Client> {
  const deadline = Date.now() + 45_000;
  while (Date.now() < deadline && child.process.exitCode === null) {
    const port = /http:\/\/127\.0\.0\.1:(\d+)\/[\s\S]*Ctrl-C/.exec(child.printed())?.[1];
    if (port) return Client.of(Number(port));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server did not start: ${child.printed()}`);
}
