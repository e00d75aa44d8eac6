import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Whether LibreOffice is there to be asked; a test that cannot ask it says so. */
export const LIBREOFFICE = spawnSync("soffice", ["--version"]).status === 0;

if (!LIBREOFFICE) console.warn("LibreOffice is not installed: what it would say is not asked.");

/**
 * Has LibreOffice convert files of a folder, in a profile of its own.
 *
 * @param format an extension, or a filter with its options
 * @param to folder under `folder` where the converted files go, each under its own name
 */
export function convert(
  folder: string,
  files: readonly string[],
  format: string,
  to: string,
): void {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const sources = files.map((file) => join(folder, file));
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${profile}`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      join(folder, to),
      ...sources,
    ],
    { stdio: "ignore", timeout: 110_000 },
  );
}
