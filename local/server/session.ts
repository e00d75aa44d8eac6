import { mkdir, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { WorkbookSnapshot } from "../engine/snapshot.js";
import { folderName } from "./data-folder.js";
import { onDisk, removeUnfinished } from "./durable.js";
import { lock } from "./lock.js";
import type {
  AjouterChangements,
  Choix,
  Classeur,
  EcrireClasseur,
  Enregistre,
  Etat,
  Sauvegarde,
} from "./protocole.js";
import { Refus } from "./refus.js";
import { type Meta, SaveFolder } from "./save-folder.js";
import { listSaves, noteLast, readLast } from "./saves.js";
import { Serial } from "./serial.js";
import { readExample, readSourceFile, type SourceFile } from "./source-file.js";

/** Dossiers are for the person who opened them: no other user of the computer reads the saves. */
const PRIVATE = { recursive: true, mode: 0o700 } as const;

export interface SessionOptions {
  /** The data folder. */
  readonly folder: string;
  /** The port that this server listens on. */
  readonly port: number;
  /** The example workbook. */
  readonly exemple: string;
  readonly read: (bytes: Uint8Array, nom: string) => Promise<WorkbookSnapshot>;
  readonly now: () => Date;
}

/** A workbook that is open; `pending` is its file, where that changed beside the work saved. */
export interface Open {
  readonly save: SaveFolder;
  pending?: { readonly snapshot: WorkbookSnapshot; readonly meta: Meta } | undefined;
}

/** The workbook that this server has open, and its save. Calls are taken one after the other. */
export class Session {
  private readonly queue = new Serial();
  private current: Open | undefined;
  private unlock: () => Promise<void> = async () => undefined;

  constructor(private readonly options: SessionOptions) {}

  /** The workbook, as a page takes it up. */
  read(): Promise<Classeur> {
    return this.queue.run(async () => this.describe());
  }

  /** Opens a file: with the work saved on it, where there is some. */
  open(file: SourceFile): Promise<Classeur> {
    const { nom, source, bytes, fingerprint } = file;
    const meta: Meta = { nom, ...(source && { source }), fichier: fingerprint };
    const { now } = this.options;
    const read = () => this.options.read(bytes, nom);
    return this.switchTo(folderName(nom, file.origin), async (path) => {
      const save = await SaveFolder.open(path, now);
      if (!save) return { save: await SaveFolder.create(path, meta, await read(), now) };
      try {
        if (save.meta.fichier?.sha256 === fingerprint.sha256) return { save };
        const snapshot = await read();
        if (!save.untouched) return { save, pending: { snapshot, meta } };
        await save.restart(snapshot, meta, now());
        return { save };
      } catch (error) {
        await save.close();
        throw error;
      }
    });
  }

  /** Opens a workbook that has a save: with its file where that can still be read, else without. */
  async reopen(id: string): Promise<Classeur> {
    const known = (await this.list()).find((save) => save.id === id);
    if (!known) throw unknownSave();
    const file = known.source && (await readSourceFile(known.source).catch(() => undefined));
    if (!file) return this.openSave(id);
    return this.open(file).catch(() => this.openSave(id));
  }

  async openExample(): Promise<Classeur> {
    return this.open(await readExample(this.options.exemple));
  }

  /** Opens the workbook that was open last; the example where there is none that can be opened. */
  async openLast(): Promise<Classeur> {
    const saves = await this.list();
    const last = await readLast(this.options.folder);
    const save = saves.find(({ id }) => id === last) ?? saves[0];
    if (!save) return this.openExample();
    try {
      return await this.reopen(save.id);
    } catch (error) {
      if (!(error instanceof Refus) || error.code === "verrou") throw error;
      return this.openExample();
    }
  }

  private openSave(id: string): Promise<Classeur> {
    return this.switchTo(id, async (path) => {
      const save = await SaveFolder.open(path, this.options.now);
      if (!save) throw unknownSave();
      return { save };
    });
  }

  list(): Promise<Sauvegarde[]> {
    return listSaves(this.options.folder);
  }

  write({ id, version, snapshot }: EcrireClasseur): Promise<Enregistre> {
    return this.change(id, ({ save }) => {
      checkVersion(save, version);
      return save.write(snapshot, this.options.now());
    });
  }

  append({ id, version, changements }: AjouterChangements): Promise<Enregistre> {
    return this.change(id, ({ save }) => {
      checkVersion(save, version);
      return save.append(changements, this.options.now());
    });
  }

  /** Answers the question of a file that changed: its content, or the work saved on the former one. */
  choose({ id, garder }: Choix): Promise<Classeur> {
    return this.queue.run(async () => {
      const open = this.opened(id);
      if (!open.pending) {
        throw new Refus("sans_choix", "Ce choix a déjà été fait\u00a0: rechargez la page.");
      }
      const { snapshot, meta } = open.pending;
      if (garder === "enregistre") await open.save.describe(meta);
      else await open.save.restart(snapshot, meta, this.options.now());
      open.pending = undefined;
      return this.describe();
    });
  }

  /** Runs a task on the workbook, unless it is no longer the one that is open. */
  change<T>(id: string, task: (open: Open) => Promise<T>): Promise<T> {
    return this.queue.run(async () => {
      const open = this.opened(id);
      if (!open.pending) return task(open);
      throw new Refus(
        "choix_attendu",
        "Le fichier a changé depuis son ouverture\u00a0: choisissez d’abord quelle version garder.",
      );
    });
  }

  /** Ends once all that was asked is written. */
  async close(): Promise<void> {
    await this.queue.close();
    await this.current?.save.close();
    this.current = undefined;
    await this.unlock();
  }

  private opened(id: string): Open {
    if (this.current?.save.id === id) return this.current;
    throw new Refus(
      "autre_classeur",
      "Un autre classeur a été ouvert dans une autre fenêtre\u00a0: rechargez cette page.",
    );
  }

  private switchTo(id: string, open: (path: string) => Promise<Open>): Promise<Classeur> {
    return this.queue.run(async () => {
      const path = join(this.options.folder, id);
      const same = this.current?.save.id === id;
      await onDisk("Le classeur", () => mkdir(path, PRIVATE));
      const unlock = same ? this.unlock : await lock(path, this.options.port);
      try {
        await removeUnfinished(path);
        const opened = await open(path);
        await this.current?.save.close();
        if (!same) await this.unlock();
        this.current = opened;
        this.unlock = unlock;
        await noteLast(this.options.folder, id);
      } catch (error) {
        if (!same) await unlock();
        // A folder made for a file that could not be read is empty: one that holds a save stays.
        await rmdir(path).catch(() => undefined);
        throw error;
      }
      return this.describe();
    });
  }

  private describe(): Classeur {
    if (!this.current) throw new Refus("introuvable", "Aucun classeur n’est ouvert.");
    const { save, pending } = this.current;
    const etat: Etat = pending ? "source_modifiee" : save.untouched ? "nouveau" : "restaure";
    const { nom, source } = save.meta;
    return {
      id: save.id,
      nom,
      ...(source && { source }),
      etat,
      version: save.version,
      snapshot: save.snapshot,
      changements: save.changements,
      ...(etat !== "nouveau" && { enregistreLe: save.enregistreLe }),
      avertissements: save.warnings,
    };
  }
}

function checkVersion(save: SaveFolder, version: number): void {
  if (version === save.version + 1) return;
  throw new Refus(
    "version",
    "Ce classeur a été modifié dans une autre fenêtre\u00a0: rechargez cette page pour reprendre le travail le plus récent.",
  );
}

function unknownSave(): Refus {
  return new Refus("introuvable", "Ce classeur n’est pas parmi ceux qui sont enregistrés.");
}
