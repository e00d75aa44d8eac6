import { fileURLToPath } from "node:url";
import { Atelier, example } from "./atelier.js";

/** Makes the picture of the README anew: `npx tsx test/page/capture.ts`. */
const atelier = await Atelier.start(example("suivi-marne.xlsx"));
await atelier.menu("FITN7", "Installer le suivi");
await atelier.answer({ text: "Camille Martin" });
await atelier.answer();
await atelier.showSheet("Enveloppes");
await atelier.goTo("H10");
await atelier.saved();
await atelier.page.screenshot({
  path: fileURLToPath(new URL("../../docs/capture.png", import.meta.url)),
});
await atelier.stop();
