import type { Exporter, Format } from "../../server/protocole.js";
import type { Server } from "../server.js";
import { askChoice, tellDialog } from "./dialogs.js";
import { byId, element } from "./element.js";
import type { Engine } from "./engine.js";
import type { Saving } from "./saving.js";
import type { Status } from "./status.js";

const ACCEPTED = ".xlsx,.ods,.csv";

/** Opens and saves files through the local server. */
export class Files {
  constructor(
    private readonly engine: Engine,
    private readonly server: Server,
    private readonly saving: Saving,
    private readonly status: Status,
    private readonly name: string,
  ) {
    this.acceptDrops();
  }

  /** Asks for a file and opens it. */
  choose(): void {
    const input = element("input", { type: "file", accept: ACCEPTED });
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) void this.open(file);
    });
    input.click();
  }

  /** Opens a file in place of the workbook that is shown. */
  async open(file: File): Promise<void> {
    if (this.saving.pending) {
      const go = await askChoice(
        "Ouvrir un fichier",
        "Les dernières modifications ne sont pas encore enregistrées. Ouvrir quand même cet autre fichier\u00a0?",
        [
          { key: "non", caption: "Attendre" },
          { key: "oui", caption: "Ouvrir quand même" },
        ],
      );
      if (go !== "oui") return;
    }
    this.status.busy(`Ouverture de ${file.name}`);
    try {
      await this.server.openFile(file);
      location.reload();
    } catch (error) {
      await tellDialog("Ouverture impossible", message(error));
    } finally {
      this.status.busy(null);
    }
  }

  /** Makes a file of the workbook and hands it to the browser to keep. */
  async download(format: Format): Promise<void> {
    this.status.busy(`Préparation du fichier .${format}`);
    try {
      const body = await this.engine.request<Exporter>({ type: "export", format });
      const blob = await this.server.export(body);
      const url = URL.createObjectURL(blob);
      const base = this.name.replace(/\.(xlsx|ods|csv)$/i, "");
      element("a", { href: url, download: `${base}.${format}` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (error) {
      await tellDialog("Enregistrement impossible", message(error));
    } finally {
      this.status.busy(null);
    }
  }

  private acceptDrops(): void {
    const place = byId("corps");
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    document.addEventListener(
      "dragover",
      (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        if (!document.querySelector("dialog[open]")) place.classList.add("depot");
      },
      true,
    );
    document.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) place.classList.remove("depot");
    });
    document.addEventListener(
      "drop",
      (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        place.classList.remove("depot");
        const [file] = event.dataTransfer?.files ?? [];
        if (file && !document.querySelector("dialog[open]")) void this.open(file);
      },
      true,
    );
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
