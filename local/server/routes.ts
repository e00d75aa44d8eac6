import type { IncomingMessage } from "node:http";
import { readBytes, readJson } from "./body.js";
import { writeInProcess } from "./file-process.js";
import { LARGEST } from "./limits.js";
import type { Exporter, Format } from "./protocole.js";
import { Refus } from "./refus.js";
import { saveAs } from "./save-as.js";
import type { Session } from "./session.js";
import {
  readAjouterChangements,
  readChoix,
  readEcrireClasseur,
  readEnregistrerSous,
  readExporter,
  readRouvrir,
} from "./shapes.js";
import { chosenFile } from "./source-file.js";

/** Bytes to download; any other answer is sent as JSON. */
export class Download {
  constructor(
    readonly type: string,
    readonly bytes: Uint8Array,
  ) {}
}

export interface Call {
  readonly session: Session;
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
}

type Route = (call: Call) => Promise<unknown>;

const MIME: Readonly<Record<Format, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
};

/** The last part of a file's name, whatever the system that it comes from. */
function fileName(query: URLSearchParams): string {
  const nom =
    (query.get("nom") ?? "")
      .replace(/\p{Cc}/gu, "")
      .split(/[/\\]/)
      .at(-1) ?? "";
  if (nom !== "" && nom.length <= 200) return nom;
  throw new Refus(
    "demande",
    "Demande non comprise\u00a0: le nom du fichier manque ou est trop long.",
  );
}

async function download(exporter: Exporter): Promise<Download> {
  return new Download(MIME[exporter.format], await writeInProcess(exporter));
}

/** What each path of the API does, by method. */
export const ROUTES: ReadonlyMap<string, Readonly<Record<string, Route>>> = new Map(
  Object.entries<Record<string, Route>>({
    "/api/classeur": {
      GET: ({ session }) => session.read(),
      PUT: async ({ session, request }) =>
        session.write(readEcrireClasseur(await readJson(request, LARGEST.workbook))),
    },
    "/api/changements": {
      POST: async ({ session, request }) =>
        session.append(readAjouterChangements(await readJson(request, LARGEST.changes))),
    },
    "/api/ouvrir": {
      POST: async ({ session, request, query }) =>
        session.open(chosenFile(fileName(query), await readBytes(request, LARGEST.file))),
    },
    "/api/choix": {
      POST: async ({ session, request }) =>
        session.choose(readChoix(await readJson(request, LARGEST.small))),
    },
    "/api/classeurs": { GET: ({ session }) => session.list() },
    "/api/rouvrir": {
      POST: async ({ session, request }) =>
        session.reopen(readRouvrir(await readJson(request, LARGEST.small)).id),
    },
    "/api/exemple": { POST: ({ session }) => session.openExample() },
    "/api/exporter": {
      POST: async ({ request }) =>
        download(readExporter(await readJson(request, LARGEST.workbook))),
    },
    "/api/enregistrer-sous": {
      POST: async ({ session, request }) => {
        const asked = readEnregistrerSous(await readJson(request, LARGEST.workbook));
        return session.change(asked.id, ({ save }) =>
          saveAs(save, asked, (it) => writeInProcess(it)),
        );
      },
    },
  }),
);
