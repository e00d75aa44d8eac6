/** A call that failed: its message is shown as it is, in French, and says what to do. */
export class CallFailed extends Error {}

const DENIED =
  "Google a refusé l’appel. Plusieurs comptes Google sont sans doute ouverts dans ce navigateur\u00a0: déconnectez les autres, ou ouvrez le classeur dans une fenêtre de navigation privée, puis recommencez. Ce que vous avez saisi est encore là.";

const LOST =
  "Le serveur n’a pas répondu. Ce que vous avez saisi est encore là\u00a0: vérifiez votre connexion, puis recommencez.";

/** What a failure means to a person. */
function explained({ message }: Error): string {
  if (/PERMISSION_DENIED|permission/i.test(message)) return DENIED;
  if (message === "" || /NetworkError|network|timed? ?out|ScriptError/i.test(message)) return LOST;
  return message.replace(/^(Error|SaisieInvalide|Exception)\s?:\s*/, "");
}

/** Google turns what the script left undefined into null: it is left out again. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutNulls);
  const kept = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutNulls(item)]));
}

/**
 * Calls an entry of the script. Days go as texts, money as whole cents: nothing else crosses unharmed.
 * What is undefined is left out both ways.
 *
 * @param name top-level function of the script
 * @param input plain data
 * @throws CallFailed with a French message
 */
export function call<R>(name: string, input: unknown = {}): Promise<R> {
  return new Promise((resolve, reject) => {
    const run = google.script.run
      .withSuccessHandler((value) => resolve(withoutNulls(value) as R))
      .withFailureHandler((error) => reject(new CallFailed(explained(error))));
    const entry = (run as unknown as ScriptFunctions)[name];
    if (entry) entry(JSON.parse(JSON.stringify(input)));
    else reject(new CallFailed(`Action inconnue\u00a0: ${name}.`));
  });
}
