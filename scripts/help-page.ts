import { EXPLICATIONS } from "../src/dossiers/explications.js";
import { phrasesDe } from "../src/dossiers/phrases.js";
import { PHRASES_DECISION } from "../src/dossiers/phrases-decision.js";
import { FUNCTIONS } from "../src/functions/index.js";
import type { FunctionDeclaration } from "../src/functions/types.js";
import { GUICHETS } from "../src/guichets/index.js";
import { DOCUMENTS, formatCitation } from "../src/rules/citation.js";
import type { Guichet } from "../src/rules/guichet.js";
import { CODES_MOTIF, type CodeMotif } from "../src/rules/motif.js";
import { reglagesOf } from "../src/rules/reglages.js";
import { typeset } from "../src/rules/typographie.js";

/** Text made safe for HTML. */
function htmlOf(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

function functionSection({
  name,
  summary,
  parameters,
  returns,
  source,
  examples,
}: FunctionDeclaration) {
  const rows = parameters.map(
    (parameter) =>
      `<tr><th scope="row"><code>${parameter.name}</code></th><td>${htmlOf(parameter.help)}</td></tr>`,
  );
  return `<section><h3 id="${name}"><code>${name}(${parameters
    .map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name))
    .join("; ")})</code></h3>
<p>${htmlOf(summary)}</p>
<table><tbody>${rows.join("")}</tbody></table>
<p>Résultat : ${htmlOf(returns)}</p>
<p>Exemples : ${examples.map(({ formula }) => `<code>${htmlOf(formula)}</code>`).join(" ")}</p>
<p class="source">Source : ${htmlOf(source)}</p></section>`;
}

function guichetSection(guichet: Guichet): string {
  const rows = reglagesOf(guichet)
    .filter(({ source }) => source !== undefined)
    .map(
      ({ cle, source }) =>
        `<tr><th scope="row"><code>${guichet.id}.${cle}</code></th><td>${htmlOf(source?.note ?? "")} ${htmlOf(source ? formatCitation(source) : "")}</td></tr>`,
    );
  const priorities = guichet.priorites.map(
    (priority) => `<li>${htmlOf(`${priority.note} ${formatCitation(priority)}`)}</li>`,
  );
  const spending = (guichet.depensesEligibles ?? []).map(
    (citation) => `<li>${htmlOf(`${citation.note} ${formatCitation(citation)}`)}</li>`,
  );
  return `<section><h3>${guichet.id} – ${htmlOf(guichet.nom)}</h3>
<p>Document : ${htmlOf(DOCUMENTS[guichet.document])}. ${htmlOf(guichet.comite.source.note)} ${htmlOf(formatCitation(guichet.comite.source))}</p>
<table><tbody>${rows.join("")}</tbody></table>
${priorities.length > 0 ? `<p>Priorités, indicatives :</p><ul>${priorities.join("")}</ul>` : ""}
${spending.length > 0 ? `<p>Dépenses éligibles citées :</p><ul>${spending.join("")}</ul>` : ""}</section>`;
}

function reasonRow(code: CodeMotif): string {
  const sentences = phrasesDe(code).map((phrase) => `<li>${htmlOf(phrase)}</li>`);
  return `<tr><th scope="row"><code>${code}</code></th><td>${htmlOf(typeset(EXPLICATIONS[code]))}<ul>${sentences.join("")}</ul></td></tr>`;
}

/** Each reason by its code, then what the committee's panel says of a decision. */
function reasonsSection(): string {
  return `<h2 id="raisons">Raisons et refus</h2>
<p>Chaque code, ce qu’il regarde, et les phrases que vous pouvez lire\u00a0; «\u00a0…\u00a0» tient la place des chiffres.</p>
<table><tbody>${CODES_MOTIF.map(reasonRow).join("")}</tbody></table>
<p>Au comité, avant d’enregistrer une décision\u00a0:</p>
<ul>${PHRASES_DECISION.map((phrase) => `<li>${htmlOf(phrase)}</li>`).join("")}</ul>`;
}

/** Content of the help page: the reasons from their sentences, the functions from their declarations, the guichets from their data. */
export function helpContent(): string {
  return `${reasonsSection()}
<h2 id="fonctions">Fonctions</h2>
${FUNCTIONS.map(functionSection).join("\n")}
<h2 id="guichets">Guichets et réglages</h2>
<p>Chaque nombre ci-dessous peut être remplacé dans l’onglet « Paramètres », à la clé indiquée ; la décision dit alors qu’elle repose sur un réglage de la préfecture.</p>
${Object.values(GUICHETS).map(guichetSection).join("\n")}`;
}

/** The functions' table of LISEZMOI. */
export function functionsTable(): string {
  const rows = FUNCTIONS.map(
    ({ name, parameters, summary }) =>
      `| \`${name}(${parameters
        .map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name))
        .join("; ")})\` | ${summary.replace(/\|/g, "\\|")} |`,
  );
  return ["| fonction | ce qu’elle donne |", "|---|---|", ...rows].join("\n");
}
