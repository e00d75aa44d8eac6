/**
 * Keeps to the last of several questions. One at a time is out; those overtaken while they waited are
 * never asked: Google carries ten calls at once, and a person goes through a list faster than that.
 *
 * @returns asks; answers `undefined` to whoever was overtaken meanwhile
 */
export function latest<Q, A>(
  ask: (question: Q) => Promise<A>,
): (question: Q) => Promise<A | undefined> {
  let last = 0;
  let out: Promise<unknown> = Promise.resolve();
  return async (question) => {
    const mine = ++last;
    const turn = out.then(() => (mine === last ? ask(question) : undefined));
    out = turn.catch(() => undefined);
    try {
      const answer = await turn;
      return mine === last ? answer : undefined;
    } catch (error) {
      if (mine === last) throw error;
      return undefined;
    }
  };
}
