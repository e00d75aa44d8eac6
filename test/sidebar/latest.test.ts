import { expect, it } from "vitest";
import { latest } from "../../sidebar/kit/latest.js";

/** A question that waits until it is told what to answer. */
function held() {
  const asked: string[] = [];
  const answers: { resolve: (answer: string) => void; reject: (error: Error) => void }[] = [];
  const ask = latest(
    (question: string) =>
      new Promise<string>((resolve, reject) => {
        asked.push(question);
        answers.push({ resolve, reject });
      }),
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { ask, asked, answers, settled };
}

it("asks one at a time, and of those that wait only the last", async () => {
  const { ask, asked, answers, settled } = held();
  const first = ask("1");
  await settled();
  const [second, third] = [ask("2"), ask("3")];
  await settled();
  expect(asked).toEqual(["1"]);
  answers[0]?.resolve("un");
  expect(await first).toBeUndefined();
  expect(await second).toBeUndefined();
  await settled();
  expect(asked).toEqual(["1", "3"]);
  answers[1]?.resolve("trois");
  expect(await third).toBe("trois");
});

it("goes on after a failure, which only the last hears of", async () => {
  const { ask, asked, answers, settled } = held();
  const overtaken = ask("1");
  await settled();
  const last = ask("2");
  answers[0]?.reject(new Error("un"));
  expect(await overtaken).toBeUndefined();
  await settled();
  answers[1]?.reject(new Error("deux"));
  await expect(last).rejects.toThrow("deux");
  const next = ask("3");
  await settled();
  answers[2]?.resolve("trois");
  expect(await next).toBe("trois");
  expect(asked).toEqual(["1", "2", "3"]);
});
