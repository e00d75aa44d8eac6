import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { WorkbookSnapshot } from "../engine/snapshot.js";
import { LONGEST_TASK, TASK_MEMORY } from "./limits.js";
import type { Exporter } from "./protocole.js";
import { Refus } from "./refus.js";
import { Serial } from "./serial.js";

export type Task =
  | { readonly kind: "read"; readonly bytes: Uint8Array; readonly nom: string }
  | { readonly kind: "write"; readonly exporter: Exporter };

export type Answer =
  | { readonly kind: "snapshot"; readonly snapshot: WorkbookSnapshot }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "refused" | "failed"; readonly message: string };

const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const CHILD = fileURLToPath(new URL("./file-task.ts", import.meta.url));
/** One task at a time: each may take a large part of the memory. */
const queue = new Serial();
/** A process that waits for the next task: starting one takes longer than most files. */
let waiting: ChildProcess | undefined;

function takeProcess(): ChildProcess {
  const kept = waiting?.connected ? waiting : undefined;
  waiting = undefined;
  kept?.ref();
  kept?.channel?.ref();
  return (
    kept ??
    fork(CHILD, [], {
      execArgv: ["--import", TSX, `--max-old-space-size=${TASK_MEMORY}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    })
  );
}

/** Keeps a process for the next task, without keeping the server from ending. */
function keepProcess(child: ChildProcess): void {
  child.removeAllListeners();
  child.unref();
  child.channel?.unref();
  waiting = child;
}

/** Runs a task in another process: what a file makes it do, the server survives. */
function perform(task: Task, longest: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = takeProcess();
    const stop = (why: string, cause?: unknown) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => undefined).kill("SIGKILL");
      reject(new Refus("illisible", why, { cause }));
    };
    const timer = setTimeout(
      () => stop("Ce classeur demande trop de temps\u00a0: il n’est pas traité."),
      longest,
    );
    child.once("message", (answer: Answer) => {
      clearTimeout(timer);
      keepProcess(child);
      resolve(answer);
    });
    child.once("error", (error) => stop("Ce classeur n’a pas pu être traité.", error));
    child.once("exit", () =>
      stop("Ce classeur demande trop de mémoire\u00a0: il n’est pas traité."),
    );
    child.send(task, (error) => {
      if (error) stop("Ce classeur n’a pas pu être traité.", error);
    });
  });
}

/** Reads a workbook file; refuses, in French, one that cannot be read in time. */
export async function readInProcess(
  bytes: Uint8Array,
  nom: string,
  longest = LONGEST_TASK,
): Promise<WorkbookSnapshot> {
  const answer = await queue.run(() => perform({ kind: "read", bytes, nom }, longest));
  if (answer.kind === "snapshot") return answer.snapshot;
  if (answer.kind === "refused") throw new Refus("illisible", answer.message);
  throw new Refus("illisible", "Ce fichier n’a pas pu être lu.", { cause: answer });
}

/** Writes a workbook as a file's bytes. */
export async function writeInProcess(
  exporter: Exporter,
  longest = LONGEST_TASK,
): Promise<Uint8Array> {
  const answer = await queue.run(() => perform({ kind: "write", exporter }, longest));
  if (answer.kind === "bytes") return answer.bytes;
  if (answer.kind === "refused") throw new Refus("illisible", answer.message);
  throw new Refus("illisible", `Ce classeur n’a pas pu être écrit en .${exporter.format}.`, {
    cause: answer,
  });
}
