import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";

interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where programs keep a person's data on this system. */
export function userDataFolder(
  { platform, env, home }: System = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
  },
): string {
  if (platform === "win32") return join(env.APPDATA || join(home, "AppData", "Roaming"), "fitn7");
  if (platform === "darwin") return join(home, "Library", "Application Support", "fitn7");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "fitn7");
}

/**
 * Name of a workbook's save folder: readable, and one for each origin.
 * @param origin The file's absolute path, or what else tells it from another of the same name.
 * @example folderName("suivi.xlsx", "/home/a/suivi.xlsx") // "suivi.xlsx-" and 12 hexadecimal digits
 */
export function folderName(nom: string, origin: string): string {
  const readable = nom
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "_")
    .replace(/^\.+/, "")
    .slice(0, 60);
  return `${readable}-${createHash("sha256").update(origin).digest("hex").slice(0, 12)}`;
}
