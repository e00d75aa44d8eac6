/** Run in a process of its own, which the server ends when it takes too long: reads or writes a file. */
import { FichierIllisible, readWorkbookFile, writeOds, writeXlsx } from "../files/index.js";
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
  if (error instanceof FichierIllisible) return { kind: "unreadable", message: error.message };
  return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
}

// Ctrl-C reaches every process of the terminal: the server decides, and ends this one when it stops.
process.on("SIGINT", () => undefined);
process.once("message", async (task: Task) => {
  const answer = await perform(task).catch(refusal);
  process.send?.(answer, () => process.disconnect());
});
