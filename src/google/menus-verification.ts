import { told } from "./dialogues.js";
import { raconter, verifierInstallation } from "./verification/verifier.js";

/** `Vérifier l'installation`: a référent runs it once in the real sheet. */
export function menuVerifier(): void {
  told(() => raconter(verifierInstallation()));
}

/** The same for the command line and for tests. */
export const apiVerifier = () => verifierInstallation();
