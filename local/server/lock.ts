import { readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { createDurably } from "./durable.js";
import { Refus } from "./refus.js";

interface Holder {
  readonly pid: number;
  readonly port: number;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: 1000 });
    const done = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", done(true)).once("error", done(false)).once("timeout", done(false));
  });
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const { pid, port } = JSON.parse(await readFile(path, "utf8")) as Partial<Holder>;
    return pid && port ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

async function isHeldElsewhere(holder: Holder, port: number): Promise<boolean> {
  if (holder.pid === process.pid || holder.port === port) return false;
  return isRunning(holder.pid) && (await answers(holder.port));
}

/**
 * Keeps a save folder for this server alone, until what is returned is called. A lock left by a
 * server that was killed is taken over.
 * @param port The port that this server listens on.
 */
export async function lock(folder: string, port: number): Promise<() => Promise<void>> {
  const path = join(folder, "verrou.json");
  const take = () => createDurably(path, JSON.stringify({ pid: process.pid, port }));
  try {
    await take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = await readHolder(path);
    if (holder && (await isHeldElsewhere(holder, port))) {
      throw new Refus(
        "verrou",
        `Ce classeur est déjà ouvert par un autre serveur\u00a0: http://127.0.0.1:${holder.port}/`,
      );
    }
    await rm(path, { force: true });
    await take();
  }
  return () => rm(path, { force: true });
}
