import { fileURLToPath } from "node:url";
import { Atelier, example } from "./atelier.js";

/** Makes the picture of the README anew: `npx tsx test/page/capture.ts`. */
const atelier = await Atelier.start(example("suivi-marne.xlsx"));
const panel = atelier.page.frameLocator("#volet iframe");
const press = (name: string | RegExp) => panel.getByRole("button", { name }).first().click();

await atelier.menu("FITN7", "Installer le suivi");
await atelier.answer({ text: "Camille Martin" });
await atelier.answer();
await atelier.showSheet("Enveloppes");
await atelier.goTo("G10");
await atelier.menu("FITN7", /^Comité de sélection/);
await press("Ajouter ces colonnes");
await press("Créer le comité");
await press("Inscrire des dossiers");
await press("Cocher tous les dossiers trouvés");
await press(/^Inscrire \d+ dossiers/);
await panel.getByText("0 décidé sur 9").waitFor();
await atelier.page.keyboard.press("Alt+ArrowDown");
await panel.getByRole("radio", { name: "Favorable", exact: true }).check();
await panel.getByLabel("Montant (€)").pressSequentially("15100");
await panel.getByRole("heading", { name: "Décision", exact: true }).scrollIntoViewIfNeeded();
await panel.locator("#decision").evaluate((decision) => decision.scrollIntoView());
await atelier.saved();
await atelier.page.screenshot({
  path: fileURLToPath(new URL("../../docs/capture.png", import.meta.url)),
});
await atelier.stop();
