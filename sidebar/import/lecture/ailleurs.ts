import { lireFichier, type Resultat } from "./fichier.js";
import { RAISONS } from "./refus.js";

/** What a worker has and a page lacks, as far as reading needs it. */
interface Travailleur {
  onmessage: ((event: { readonly data: File }) => void) | null;
  postMessage(message: Resultat | typeof PRET): void;
}

/** What a worker says once it runs: an error before is the browser's, that allows none. */
const PRET = "prêt";

/** Reading that goes on beside the page. */
export interface LectureEnCours {
  readonly resultat: Promise<Resultat>;
  /** Stops it at once: its result never comes. */
  readonly arreter: () => void;
}

/** Whether this script runs in a worker: a page has a document. */
export const dansUnTravailleur = typeof document === "undefined";

/** The worker's side: each file that comes is read. */
export function servirLectures(): void {
  const self = globalThis as unknown as Travailleur;
  self.onmessage = ({ data }) => {
    void lireFichier(data).then((resultat) => self.postMessage(resultat));
  };
  self.postMessage(PRET);
}

/**
 * Reads a file in a worker that runs the page's own script, so that the page stays lively and the
 * reading can be stopped; in the page itself where the browser allows no worker.
 *
 * @param script text of the page's script; its first line leads to `servirLectures` in a worker
 */
export function lireAilleurs(fichier: File, script: string): LectureEnCours {
  const worker = startWorker(script);
  if (!worker) return { resultat: lireFichier(fichier), arreter: () => undefined };
  let ready = false;
  const resultat = new Promise<Resultat>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Resultat | typeof PRET>) => {
      ready = true;
      if (data === PRET) return;
      worker.terminate();
      resolve(data);
    };
    worker.onerror = () => {
      worker.terminate();
      resolve(ready ? { kind: "refus", message: RAISONS.delai } : lireFichier(fichier));
    };
  });
  worker.postMessage(fichier);
  return { resultat, arreter: () => worker.terminate() };
}

function startWorker(script: string): Worker | undefined {
  if (script === "") return undefined;
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } catch {
    return undefined;
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
