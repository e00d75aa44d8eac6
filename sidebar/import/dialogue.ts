import { compter } from "../../src/dossiers/text.js";
import { problemesDe } from "../../src/imports/correspondance.js";
import { elementsDe, extraire } from "../../src/imports/extraire.js";
import type { Extraction } from "../../src/imports/fichier.js";
import type { Apercu, ResultatSimple } from "../../src/imports/protocole.js";
import { reconnaitre } from "../../src/imports/reconnaitre.js";
import { groupThousands } from "../../src/rules/cents.js";
import type { Champ } from "../../src/rules/dossier.js";
import { button, element } from "../kit/element.js";
import { messageOf } from "../kit/message.js";
import { busy } from "../kit/occupe.js";
import { dire, montrer, peindre } from "./cadre.js";
import { ChoixApercu } from "./choix.js";
import { Rattachement } from "./correspondances.js";
import { ecranApercu } from "./ecrans/apercu.js";
import { ecranAttente } from "./ecrans/attente.js";
import { ecranColonnes } from "./ecrans/colonnes.js";
import { ecranContenu } from "./ecrans/contenu.js";
import { ecranFichier, type Ouvert } from "./ecrans/fichier.js";
import { ecranResultat } from "./ecrans/resultat.js";
import { type Envoi, envoyer, nouveauLot } from "./envoi.js";
import { lireAilleurs } from "./lecture/ailleurs.js";
import type { Lecture } from "./lecture/lire.js";
import { inMegabytes } from "./lecture/refus.js";
import { script } from "./scripts.js";

/** A file that was read, with its mapping. */
interface Ouverture {
  readonly lecture: Lecture;
  readonly rattachement: Rattachement;
}

/** What is being imported: what was taken from the file, and what is staged of it. */
interface Import {
  readonly lot: string;
  readonly choix: ChoixApercu;
  readonly extraction?: Extraction;
  readonly retour?: () => void;
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The import's dialog, from the file to the result. Nothing is written before `ecrire`. */
class Dialogue {
  private etat: Ouvert | undefined;

  constructor(private readonly script: string) {}

  /** Asks what the sheet holds; said and asked again where the call fails. */
  async ouvrir(): Promise<void> {
    try {
      const answer = await script.ouvrir();
      if (answer.kind === "ouvert") {
        this.etat = answer;
        return this.fichier();
      }
      this.ferme(answer.message);
    } catch (error) {
      this.ferme(messageOf(error));
    }
  }

  private ferme(message: string): void {
    const again = button("Réessayer", () => busy(again, "Lecture…", () => this.ouvrir()), {
      class: "principal",
    });
    montrer(
      "Fichier",
      element(
        "section",
        {},
        element("h2", { tabindex: -1 }, "Import impossible pour l’instant"),
        element("p", { class: "message erreur" }, message),
        element("div", { class: "actions" }, again),
      ),
    );
  }

  private get ouvert(): Ouvert {
    if (!this.etat) throw new Error("The workbook was not read.");
    return this.etat;
  }

  private fichier(): void {
    montrer(
      "Fichier",
      ecranFichier({
        etat: this.ouvert,
        choisi: (file) => void this.lire(file),
        refuse: (message) => dire("erreur", message),
        reprendre: (lot) => void this.apercu({ lot: lot.lot, choix: new ChoixApercu() }),
        abandonner: (lot, bouton) =>
          void busy(bouton, "Abandon…", () => this.quitter(() => script.abandonner(lot.lot))),
      }),
    );
  }

  private async lire(file: File): Promise<void> {
    let stopped = false;
    const reading = lireAilleurs(file, this.script);
    const { vue } = ecranAttente({
      titre: "Lecture du fichier",
      texte: `«\u00a0${file.name}\u00a0» (${inMegabytes(file.size)}) est lu par votre navigateur…`,
      arreter: {
        libelle: "Arrêter la lecture",
        action: () => {
          stopped = true;
          reading.arreter();
          this.fichier();
          dire("attention", "Lecture arrêtée. Rien n’a été envoyé.");
        },
      },
    });
    montrer("Fichier", vue);
    const read = await reading.resultat;
    if (stopped) return;
    if (read.kind === "refus") return this.refuserFichier(file.name, read.message);
    const reconnu = reconnaitre(read.lecture.tables, {
      fichier: file.name,
      memoires: this.ouvert.memoires,
    });
    if (reconnu.kind === "non_reconnu") return this.refuserFichier(file.name, reconnu.message);
    if (reconnu.lignes === 0) {
      return this.refuserFichier(
        file.name,
        `le tableau «\u00a0${reconnu.onglet}\u00a0» n’a aucune ligne sous ses en-têtes.`,
      );
    }
    this.contenu({ lecture: read.lecture, rattachement: new Rattachement(reconnu) });
  }

  private refuserFichier(name: string, message: string): void {
    this.fichier();
    dire("erreur", `«\u00a0${name}\u00a0»\u00a0: ${message}`);
  }

  private contenu(ouverture: Ouverture): void {
    const { lecture, rattachement } = ouverture;
    montrer(
      "Contenu",
      ecranContenu({
        etat: this.ouvert,
        lecture,
        rattachement,
        problemes: this.problemes(rattachement),
        colonnes: () => this.colonnes(ouverture),
        apercu: () => void this.envoi(ouverture, () => this.contenu(ouverture)),
        autre: () => this.fichier(),
        charger: (departements, bouton) =>
          void busy(bouton, "Chargement…", () => this.charger(departements, ouverture)),
      }),
    );
  }

  private problemes({ reconnu, correspondance }: Rattachement): readonly string[] {
    return problemesDe(reconnu, correspondance);
  }

  private async charger(texte: string, ouverture: Ouverture): Promise<void> {
    const departements = texte.split(/[\s,;]+/).filter((code) => code !== "");
    if (departements.length === 0)
      return dire("erreur", "Tapez au moins un numéro de département, par exemple 59.");
    try {
      const answer = await script.territoires(departements);
      if (answer.kind === "refus") return dire("erreur", answer.message);
      this.etat = { ...this.ouvert, territoires: answer.territoires };
      this.contenu(ouverture);
      dire("fait", answer.message);
    } catch (error) {
      dire("erreur", messageOf(error));
    }
  }

  private colonnes(ouverture: Ouverture): void {
    const { rattachement } = ouverture;
    montrer(
      "Colonnes",
      ecranColonnes({
        etat: this.ouvert,
        rattachement,
        problemes: () => this.problemes(rattachement),
        apercu: () => void this.envoi(ouverture, () => this.colonnes(ouverture)),
        retour: () => this.contenu(ouverture),
      }),
    );
  }

  /** Takes the mapped columns and sends them to the staging tab, where they wait for the preview. */
  private async envoi({ lecture, rattachement }: Ouverture, retour: () => void): Promise<void> {
    montrer(
      "Aperçu",
      ecranAttente({ titre: "Préparation", texte: "Lecture des colonnes retenues…" }).vue,
    );
    await peindre();
    const extraction = extraire(lecture.tables, rattachement.reconnu, rattachement.correspondance);
    const elements = elementsDe(extraction);
    if (elements.length === 0) {
      retour();
      const [first] = extraction.refusees;
      const why = first ? ` Ligne ${first.ligne}\u00a0: ${first.pourquoi}.` : "";
      return dire("erreur", `Aucun dossier à importer dans ce fichier.${why}`);
    }
    const lot = nouveauLot();
    const fin = {
      fichier: lecture.nom,
      demarche: rattachement.reconnu.demarche,
      colonnes: rattachement.memoire,
    };
    await this.expedier(
      { lot, elements, fin, debut: 0 },
      { lot, choix: new ChoixApercu(), extraction, retour },
    );
  }

  private async expedier(envoi: Envoi, un: Import): Promise<void> {
    let stopped = false;
    const total = envoi.elements.length;
    const recu = (lignes: number) => `${groupThousands(lignes)} sur ${compter(total, "ligne")}`;
    const stop = () => {
      stopped = true;
      un.retour?.();
      dire("attention", "Envoi arrêté. Rien n’a été écrit dans votre suivi.");
      void script.abandonner(un.lot).catch(() => undefined);
    };
    const { vue, avancer } = ecranAttente({
      titre: "Envoi vers le classeur",
      texte: recu(envoi.debut),
      total,
      arreter: { libelle: "Arrêter l’envoi", action: stop },
    });
    montrer("Aperçu", vue);
    avancer(envoi.debut, recu(envoi.debut));
    try {
      const whole = await envoyer(envoi, {
        etager: script.etager,
        progres: (lignes) => avancer(lignes, recu(lignes)),
        arrete: () => stopped,
        attendre: pause,
      });
      if (whole) await this.apercu(un);
    } catch (error) {
      if (stopped) return;
      un.retour?.();
      dire(
        "erreur",
        `${messageOf(error)} ${groupThousands(envoi.debut)} lignes sur ${groupThousands(total)} sont déjà envoyées, rien n’est écrit dans votre suivi.`,
        button("Reprendre l’envoi", () => void this.expedier(envoi, un), { class: "principal" }),
      );
    }
  }

  private async apercu(un: Import): Promise<void> {
    montrer(
      "Aperçu",
      ecranAttente({
        titre: "Comparaison avec votre suivi",
        texte: "Le classeur compare le fichier aux dossiers déjà suivis…",
      }).vue,
    );
    try {
      const answer = await script.apercu(un.lot);
      if (answer.kind === "apercu") return this.montrerApercu(un, answer);
      this.reessayerApercu(un, answer.message);
    } catch (error) {
      this.reessayerApercu(un, messageOf(error));
    }
  }

  private reessayerApercu(un: Import, message: string): void {
    if (un.retour) un.retour();
    else this.fichier();
    dire(
      "erreur",
      message,
      button("Réessayer l’aperçu", () => void this.apercu(un), { class: "principal" }),
    );
  }

  private montrerApercu(un: Import, apercu: Apercu): void {
    montrer(
      "Aperçu",
      ecranApercu({
        apercu,
        extraction: un.extraction,
        choix: un.choix,
        ajouter: (champs, bouton) =>
          void busy(bouton, "Ajout…", () => this.ajouterColonnes(un, champs)),
        ecrire: () => void this.ecrire(un, apercu),
        retour: un.retour,
        abandonner: (bouton) =>
          void busy(bouton, "Abandon…", () => this.quitter(() => script.abandonner(un.lot))),
      }),
    );
  }

  private async ajouterColonnes(un: Import, champs: readonly Champ[]): Promise<void> {
    if (champs.length === 0) return dire("attention", "Cochez au moins une colonne à ajouter.");
    try {
      const answer = await script.colonnes(champs);
      if (answer.kind === "refus") return dire("erreur", answer.message);
      await this.apercu(un);
      dire(
        "fait",
        `Colonnes ajoutées à droite de votre onglet\u00a0: ${answer.titres.join(", ")}.`,
      );
    } catch (error) {
      dire("erreur", messageOf(error));
    }
  }

  /** Gives an import up or takes it back, then starts again from the file. */
  private async quitter(action: () => Promise<ResultatSimple>): Promise<void> {
    try {
      const answer = await action();
      if (answer.kind === "refus") return dire("erreur", answer.message);
      await this.ouvrir();
      dire("fait", answer.message);
    } catch (error) {
      dire("erreur", messageOf(error));
    }
  }

  private async ecrire(un: Import, apercu: Apercu): Promise<void> {
    montrer(
      "Aperçu",
      ecranAttente({
        titre: "Écriture dans votre suivi",
        texte: "Tout est écrit en une fois, ou rien ne l’est. Ne fermez pas cette fenêtre…",
      }).vue,
    );
    try {
      const answer = await script.appliquer(un.lot, apercu.empreinte, un.choix.envoye);
      if (answer.kind === "fait") {
        montrer(
          "Résultat",
          ecranResultat({
            fait: answer,
            annuler: () => this.demanderAnnulation(answer.lot),
            autre: () => void this.ouvrir(),
            fermer: () => google.script.host.close(),
          }),
        );
        return;
      }
      this.montrerApercu(un, apercu);
      if (answer.kind === "refus") return dire("erreur", answer.message);
      dire(
        "attention",
        `${answer.message}\n${answer.differences.slice(0, 10).join("\n")}`,
        button("Voir le nouvel aperçu", () => void this.apercu(un), { class: "principal" }),
      );
    } catch (error) {
      this.montrerApercu(un, apercu);
      dire("erreur", messageOf(error));
    }
  }

  private demanderAnnulation(lot: string): void {
    const sure = button(
      "Oui, annuler l’import",
      () => void busy(sure, "Annulation…", () => this.quitter(() => script.annuler(lot))),
      { class: "principal" },
    );
    dire(
      "attention",
      "Annuler cet import\u00a0? Les dossiers ajoutés sont retirés et chaque case modifiée reprend sa valeur d’avant.",
      sure,
    );
    sure.focus();
  }
}

/** Starts the dialog. @param texteDuScript the page's own script, that a worker runs to read files */
export function demarrer(texteDuScript: string): void {
  // A file dropped beside its place must not replace the page.
  for (const type of ["dragover", "drop"]) {
    window.addEventListener(type, (event) => event.preventDefault());
  }
  void new Dialogue(texteDuScript).ouvrir();
}
