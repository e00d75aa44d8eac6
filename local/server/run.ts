import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { basename, resolve } from "node:path";
import { folderName } from "./data-folder.js";
import { readInProcess } from "./file-process.js";
import { type Options, readOptions } from "./options.js";
import type { Classeur } from "./protocole.js";
import { Refus } from "./refus.js";
import { listen, makeServer } from "./server.js";
import { Session } from "./session.js";
import { absolutePath, readSourceFile } from "./source-file.js";
import { type Places, readStaticFiles } from "./static-files.js";

/** Milliseconds left to answers under way when the server stops. */
const LAST_ANSWERS = 2000;

export interface Surroundings extends Places {
  /** The example workbook. */
  readonly exemple: string;
  readonly print: (line: string) => void;
}

export interface Running {
  readonly port: number;
  /** Stops listening, once what was asked is written. */
  stop(): Promise<void>;
}

async function openFirst(session: Session, fichier: string | undefined) {
  if (fichier === undefined) return session.openLast();
  try {
    return await session.open(await readSourceFile(fichier));
  } catch (error) {
    if (!(error instanceof Refus) || error.code !== "introuvable") throw error;
    const path = await absolutePath(fichier);
    return session.reopen(folderName(basename(path), path)).catch(() => {
      throw error;
    });
  }
}

function presentation(port: number, options: Options, { nom, etat, enregistreLe }: Classeur) {
  const time = (iso: string) =>
    new Date(iso).toLocaleString("fr-FR", { dateStyle: "short", timeStyle: "short" });
  const state = {
    nouveau: "",
    restaure: enregistreLe ? `, avec le travail enregistré le ${time(enregistreLe)}` : "",
    source_modifiee:
      ", modifié depuis votre travail enregistré\u00a0: la page demande lequel garder",
  }[etat];
  const taken = options.port !== 0 && options.port !== port;
  return [
    ...(taken ? [`Le port ${options.port} est pris\u00a0: ${port} le remplace.`] : []),
    `Classeur\u00a0: ${nom}${state}.`,
    `Travail enregistré dans\u00a0: ${resolve(options.donnees)}`,
    `Ouvrez dans un navigateur\u00a0: http://127.0.0.1:${port}/`,
    "Ctrl-C pour arrêter.",
  ];
}

function closing(server: Server): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
    server.close(() => {
      clearTimeout(timer);
      done();
    });
    server.closeIdleConnections();
  });
}

/**
 * Starts the server and opens a workbook.
 * @throws Refus in French where that cannot be done; nothing is left listening
 */
export async function start(args: readonly string[], around: Surroundings): Promise<Running> {
  const options = readOptions(args);
  const token = randomBytes(24).toString("base64url");
  const files = await readStaticFiles(around, token);
  let opened: (session: Session) => void = () => undefined;
  const opening = new Promise<Session>((resolve) => {
    opened = resolve;
  });
  const server = makeServer({ files, token, session: opening, log: around.print });
  const port = await listen(server, options.port);
  const session = new Session({
    folder: resolve(options.donnees),
    port,
    exemple: around.exemple,
    read: readInProcess,
    now: () => new Date(),
  });
  const stop = async () => {
    await closing(server);
    await session.close();
  };
  try {
    const classeur = await openFirst(session, options.fichier);
    opened(session);
    for (const line of presentation(port, options, classeur)) around.print(line);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

/** The command: starts, then stops on Ctrl-C. */
export async function run(args: readonly string[], around: Surroundings): Promise<void> {
  try {
    const running = await start(args, around);
    let stopping = false;
    // npm and the terminal may both pass a Ctrl-C on: the second one must not cut a write short.
    const stop = async () => {
      if (stopping) return;
      stopping = true;
      around.print("Arrêt…");
      await running.stop();
      around.print("Serveur arrêté\u00a0: tout ce qui était enregistré est sur le disque.");
      process.exit(0);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    around.print(error instanceof Refus ? message : `Erreur imprévue\u00a0: ${message}`);
    process.exit(1);
  }
}
