/** Reads and writes files in a process of its own, which the server ends when one takes too long. */
import {
  FichierIllisible,
  FichierImpossible,
  readWorkbookFile,
  writeOds,
  writeXlsx,
} from "../files/index.js";
import type { Answer, Task } from "./file-process.js";
import { shownValues, spillOrigins } from "./shown-values.js";

async function perform(task: Task): Promise<Answer> {
  if (task.kind === "read") {
    return { kind: "snapshot", snapshot: await readWorkbookFile(task.bytes, task.nom) };
  }
  const { format, snapshot } = task.exporter;
  const write = format === "xlsx" ? writeXlsx : writeOds;
  const bytes = await write(snapshot, shownValues(task.exporter), spillOrigins(task.exporter));
  return { kind: "bytes", bytes };
}

function refusal(error: unknown): Answer {
  if (error instanceof FichierIllisible || error instanceof FichierImpossible) {
    return { kind: "refused", message: error.message };
  }
  return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
}

// Ctrl-C reaches every process of the terminal: the server decides, and this one ends with it.
process.on("SIGINT", () => undefined);
process.once("disconnect", () => process.exit());
process.on("message", async (task: Task) => {
  process.send?.(await perform(task).catch(refusal));
});
