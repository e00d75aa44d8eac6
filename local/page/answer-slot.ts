import type { Answer } from "./messages.js";

/** State, length in bytes, then the answer as JSON. */
const HEADER = 8;
const SIZE = 1 << 18;

/** Shared memory that carries one answer at a time from the page to the worker that waits for it. */
export class AnswerSlot {
  private readonly state: Int32Array;
  private readonly bytes: Uint8Array;

  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(SIZE)) {
    this.state = new Int32Array(memory, 0, 2);
    this.bytes = new Uint8Array(memory, HEADER);
  }

  clear(): void {
    Atomics.store(this.state, 0, 0);
  }

  /** Sleeps until an answer is there; never on the page's own thread. */
  wait(): Answer {
    Atomics.wait(this.state, 0, 0);
    // A decoder refuses shared memory: it reads a copy.
    const text = new TextDecoder().decode(this.bytes.slice(0, this.state[1]));
    return JSON.parse(text) as Answer;
  }

  give(answer: Answer): void {
    const bytes = new TextEncoder().encode(JSON.stringify(answer)).subarray(0, SIZE - HEADER);
    this.bytes.set(bytes);
    this.state[1] = bytes.length;
    Atomics.store(this.state, 0, 1);
    Atomics.notify(this.state, 0);
  }
}
