import { copyFile, readFile, realpath, stat } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { createDurably, onDisk, replaceDurably } from "./durable.js";
import type { EnregistrerSous, FichierEcrit } from "./protocole.js";
import { Refus } from "./refus.js";
import type { Meta, SaveFolder } from "./save-folder.js";
import { fingerprintOf, readSourceFile } from "./source-file.js";

/** A name that every system takes, and that stays in its folder. */
const PLAIN_NAME = /^(?!\.)[^\p{Cc}/\\:*?"<>|]{1,200}$/u;

function checkName({ nom, format }: EnregistrerSous): void {
  if (PLAIN_NAME.test(nom) && extname(nom).toLowerCase() === `.${format}`) return;
  throw new Refus(
    "demande",
    `Nom de fichier refusé\u00a0: un nom sans dossier, terminé par .${format}, est attendu.`,
  );
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

async function checkUnchanged(source: string, meta: Meta): Promise<void> {
  const { sha256 } = fingerprintOf(await readFile(source));
  if (sha256 === meta.fichier?.sha256) return;
  throw new Refus(
    "source_modifiee",
    "Le fichier a été modifié par un autre programme depuis son ouverture\u00a0: il n’est pas remplacé.",
  );
}

/**
 * Writes a file beside the source of a workbook. One that exists is replaced on request alone, and
 * the source, of which a copy goes to the save folder, only where it is still what was opened.
 * @param write Makes the file's bytes, once nothing stands against it.
 */
export async function saveAs(
  save: SaveFolder,
  request: EnregistrerSous,
  write: (request: EnregistrerSous) => Promise<Uint8Array>,
): Promise<FichierEcrit> {
  checkName(request);
  const { source } = save.meta;
  if (!source) {
    throw new Refus(
      "sans_emplacement",
      "Ce classeur n’a pas été ouvert depuis un dossier\u00a0: téléchargez-le.",
    );
  }
  const chemin = join(dirname(source), request.nom);
  if (!request.ecraser) {
    if (await stat(chemin).catch(() => undefined)) throw alreadyThere(request.nom);
    await create(chemin, request.nom, await write(request));
    return { chemin };
  }
  const isSource = await isSameFile(chemin, source);
  const bytes = await write(request);
  await onDisk(`«\u00a0${request.nom}\u00a0»`, async () => {
    if (isSource) {
      if (!request.malgreModification) await checkUnchanged(source, save.meta);
      await copyFile(source, join(save.path, `source-precedente${extname(source)}`));
    }
    await replaceDurably(await realpath(chemin).catch(() => chemin), bytes);
  });
  if (isSource) {
    const { fingerprint } = await readSourceFile(source);
    await save.describe({ ...save.meta, fichier: fingerprint });
  }
  return { chemin };
}

async function create(path: string, nom: string, bytes: Uint8Array): Promise<void> {
  await onDisk(`«\u00a0${nom}\u00a0»`, async () => {
    try {
      await createDurably(path, bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      throw alreadyThere(nom);
    }
  });
}

function alreadyThere(nom: string): Refus {
  return new Refus("existe", `Un fichier «\u00a0${nom}\u00a0» existe déjà dans ce dossier.`);
}
