import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { framePolicy, INERT_POLICY, inlineScriptHashes, pagePolicy } from "./headers.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};
/** What the add-in's frames load: sandboxed, they are strangers to the page's origin. */
const FOR_FRAMES = /^cadre\b/;
const DIST = /^(?:Code\.js|appsscript\.json|[\w-]+\.html)$/;

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
  readonly policy: string;
  /** Whether a frame without the page's origin may load it. */
  readonly forFrames: boolean;
}

/** Where the server's own files are. */
export interface Places {
  /** Folder of the built page. */
  readonly page: string;
  /** Folder of the built add-in. */
  readonly dist: string;
}

/** Regular files under a folder whose type is known, with their path in it, `/` between its parts. */
async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith(".") || !TYPES[extname(entry.name)]) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), await readFile(path));
  }
  return files;
}

function withToken(index: Buffer, token: string): Buffer {
  const html = index.toString("utf8");
  const meta = `<meta name="fitn7-jeton" content="${token}">`;
  if (!/<head[^>]*>/i.test(html)) throw new Error("index.html n’a pas d’élément head");
  return Buffer.from(html.replace(/<head[^>]*>/i, (head) => head + meta));
}

function served(name: string, body: Buffer, policy: string): StaticFile {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return {
    type: TYPES[extname(name)] ?? "application/octet-stream",
    body,
    etag,
    policy,
    forFrames: FOR_FRAMES.test(name),
  };
}

/**
 * Reads once every file that the server gives, by the path of its address: nothing else is ever
 * given, and no address is turned into a file's path.
 */
export async function readStaticFiles(
  places: Places,
  token: string,
): Promise<ReadonlyMap<string, StaticFile>> {
  const page = await filesIn(places.page);
  const dist = [...(await filesIn(places.dist))].filter(([name]) => DIST.test(name));
  const index = page.get("index.html");
  if (!index) throw new Error(`index.html manque dans ${places.page}`);
  const hashes = inlineScriptHashes(
    dist.filter(([name]) => name.endsWith(".html")).map(([, body]) => body.toString("utf8")),
  );
  const files = new Map<string, StaticFile>();
  for (const [name, body] of page) {
    // A script's own policy holds where it is a worker.
    const policy = name.endsWith(".html") ? framePolicy(hashes) : pagePolicy(hashes);
    files.set(`/${name}`, served(name, body, policy));
  }
  for (const [name, body] of dist) files.set(`/dist/${name}`, served(name, body, INERT_POLICY));
  const home = served("index.html", withToken(index, token), pagePolicy(hashes));
  return files.set("/", home).set("/index.html", home);
}
