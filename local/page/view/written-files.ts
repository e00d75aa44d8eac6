import type { Exporter, Format } from "../../server/protocole.js";
import type { Loaded } from "../messages.js";
import { type Server, ServerError } from "../server.js";
import { askChoice, askQuestion, tellDialog } from "./dialogs.js";
import { element } from "./element.js";
import type { Engine } from "./engine.js";
import type { Status } from "./status.js";

const LOST: Readonly<Record<Format, string>> = {
  xlsx: "Les graphiques, les images et les protections de plages n’y sont pas.",
  ods: "Les valeurs et les formules y sont\u00a0; les couleurs, les largeurs, les listes de choix, les graphiques et les images n’y sont pas.",
};

type Agreed = { readonly ecraser?: true; readonly malgreModification?: true };

/** Makes files of the workbook: to download, or beside the file that it was opened from. */
export class WrittenFiles {
  constructor(
    private readonly engine: Engine,
    private readonly server: Server,
    private readonly status: Status,
    private readonly workbook: Loaded,
  ) {}

  /** Whether the workbook was opened from a folder that files can be written to. */
  get hasFolder(): boolean {
    return this.workbook.source !== undefined;
  }

  /** Makes a file of the workbook and hands it to the browser to keep. */
  download(format: Format): Promise<void> {
    return this.make(format, async (content) => {
      const url = URL.createObjectURL(await this.server.export(content));
      element("a", { href: url, download: `${this.base}.${format}` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    });
  }

  /** Writes a file in the folder of the source, under a name that is asked for. */
  async saveBeside(): Promise<void> {
    const { button, text } = await askQuestion(
      {
        kind: "prompt",
        title: "Enregistrer à côté du fichier",
        text: `Le fichier est écrit dans le dossier de «\u00a0${this.workbook.nom}\u00a0». Donnez-lui un nom terminé par .xlsx ou .ods\u00a0:`,
        buttons: "OK_CANCEL",
      },
      `${this.base}.xlsx`,
    );
    if (button !== "OK") return;
    const nom = text.trim();
    const format = /\.(xlsx|ods)$/i.exec(nom)?.[1]?.toLowerCase() as Format | undefined;
    if (!format) {
      await tellDialog(
        "Enregistrement impossible",
        `Le nom «\u00a0${nom}\u00a0» ne se termine ni par .xlsx ni par .ods.`,
      );
      return;
    }
    await this.make(format, (content) => this.write(nom, format, content));
  }

  /** Writes it; what stands against it is asked about, one thing after the other. */
  private async write(
    nom: string,
    format: Format,
    content: Exporter,
    agreed: Agreed = {},
  ): Promise<void> {
    try {
      const asked = { ...content, ...agreed, id: this.workbook.id, nom };
      const { chemin } = await this.server.saveAs(asked);
      this.status.toast("Fichier écrit", `${chemin}\n${LOST[format]}`, 10);
    } catch (error) {
      const more = error instanceof ServerError ? OBSTACLES[error.code] : undefined;
      if (!more || !(error instanceof Error)) throw error;
      this.status.busy(null);
      const go = await askChoice("Remplacer le fichier", `${error.message}\n\n${LOST[format]}`, [
        { key: "non", caption: "Annuler" },
        { key: "oui", caption: "Remplacer" },
      ]);
      if (go === "oui") await this.write(nom, format, content, { ...agreed, ...more });
    }
  }

  private async make(format: Format, use: (content: Exporter) => Promise<void>): Promise<void> {
    this.status.busy(`Préparation du fichier .${format}`);
    try {
      await use(await this.engine.request<Exporter>({ type: "export", format }));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      await tellDialog("Enregistrement impossible", why);
    } finally {
      this.status.busy(null);
    }
  }

  /** The workbook's name without its extension. */
  private get base(): string {
    return this.workbook.nom.replace(/\.(xlsx|ods|csv)$/i, "");
  }
}

/** What a person may agree to, by the server's refusal. */
const OBSTACLES: Readonly<Record<string, Agreed>> = {
  existe: { ecraser: true },
  source_modifiee: { malgreModification: true },
};
