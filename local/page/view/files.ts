import type { Sauvegarde } from "../../server/protocole.js";
import type { Loaded } from "../messages.js";
import type { Server } from "../server.js";
import { askChoice, openDialog, tellDialog } from "./dialogs.js";
import { byId, element } from "./element.js";
import type { Saving } from "./saving.js";
import type { Status } from "./status.js";
import { dayAndTime } from "./time-text.js";

const ACCEPTED = ".xlsx,.ods,.csv";

/** Opens another workbook in place of the one that is shown. */
export class Files {
  constructor(
    private readonly server: Server,
    private readonly saving: Saving,
    private readonly status: Status,
    private readonly workbook: Loaded,
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

  /** Opens a file. */
  open(file: File): Promise<void> {
    return this.replace(file.name, () => this.server.openFile(file));
  }

  openExample(): Promise<void> {
    return this.replace("l’exemple", () => this.server.openExample());
  }

  /** Shows the workbooks that were worked on here, and opens the one that is chosen. */
  async chooseSaved(): Promise<void> {
    try {
      const saves = await this.server.list();
      const others = saves.filter(({ id }) => id !== this.workbook.id);
      if (others.length === 0) {
        await tellDialog("Classeurs enregistrés", "Aucun autre classeur n’est enregistré ici.");
      } else this.showSaved(others);
    } catch (error) {
      await tellDialog("Classeurs enregistrés", message(error));
    }
  }

  private showSaved(saves: readonly Sauvegarde[]): void {
    const dialog = openDialog("Classeurs enregistrés", () => undefined);
    const lines = saves.map(({ id, nom, source, enregistreLe }) => {
      const button = element(
        "button",
        { type: "button", class: "classeur" },
        element("strong", {}, nom),
        element("span", {}, `Enregistré le ${dayAndTime(new Date(enregistreLe))}`),
        ...(source ? [element("span", {}, source)] : []),
      );
      button.addEventListener("click", () => {
        dialog.close();
        void this.replace(nom, () => this.server.reopen(id));
      });
      return element("li", {}, button);
    });
    const about =
      "Le travail en cours reste enregistré\u00a0: vous le retrouverez dans cette liste.";
    dialog.append(
      element("p", { class: "texte" }, about),
      element("ul", { class: "classeurs" }, ...lines),
    );
    dialog.showModal();
    dialog.querySelector<HTMLElement>(".classeur")?.focus();
  }

  /** Opens a workbook; what is not saved yet is asked about first. */
  private async replace(name: string, open: () => Promise<unknown>): Promise<void> {
    if (this.saving.pending) {
      const go = await askChoice(
        "Ouvrir un autre classeur",
        "Les dernières modifications ne sont pas encore enregistrées. Ouvrir quand même un autre classeur\u00a0?",
        [
          { key: "non", caption: "Attendre" },
          { key: "oui", caption: "Ouvrir quand même" },
        ],
      );
      if (go !== "oui") return;
    }
    this.status.busy(`Ouverture de ${name}`);
    try {
      await open();
      location.reload();
    } catch (error) {
      await tellDialog("Ouverture impossible", message(error));
    } finally {
      this.status.busy(null);
    }
  }

  private acceptDrops(): void {
    const place = byId("corps");
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const free = () => document.querySelector("dialog[open]") === null;
    document.addEventListener(
      "dragover",
      (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        event.stopPropagation();
        if (free()) place.classList.add("depot");
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
        if (file && free()) void this.open(file);
      },
      true,
    );
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
