import { parseArgs } from "node:util";
import { userDataFolder } from "./data-folder.js";
import { Refus } from "./refus.js";

const USAGE = "npm start [-- FICHIER] [--donnees DOSSIER] [--port NUMÉRO]";
const DEFAULT_PORT = 8137;

export interface Options {
  /** The file to open; left out, the workbook that was open last, else the example. */
  readonly fichier?: string;
  readonly donnees: string;
  readonly port: number;
}

function readPort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port === 0 || (port >= 1024 && port < 65_536)) return port;
  throw new Refus(
    "demande",
    `--port\u00a0: lu «\u00a0${text}\u00a0», attendu un nombre de 1024 à 65535 (0\u00a0: un port libre).`,
  );
}

/** Reads the command line. */
export function readOptions(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const read = () =>
    parseArgs({
      args: [...args],
      options: { donnees: text, port: text },
      allowPositionals: true,
    });
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read();
  } catch (cause) {
    throw new Refus("demande", `Options non comprises. Attendu\u00a0: ${USAGE}`, { cause });
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1 || values.donnees === "") {
    throw new Refus("demande", `Options non comprises. Attendu\u00a0: ${USAGE}`);
  }
  const [fichier] = positionals;
  const donnees = values.donnees ?? userDataFolder();
  return { ...(fichier && { fichier }), donnees, port: readPort(values.port) };
}
