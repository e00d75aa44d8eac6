import { words } from "./digest-blocks.js";

const PRIMES = firstPrimes(64);
const CONSTANTS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

/** SHA-256 of bytes (FIPS 180-4), as 32 bytes from 0 to 255. */
export function sha256(bytes: readonly number[]): number[] {
  const state = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  for (const block of words(bytes, "big")) {
    const schedule = extended(block);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let step = 0; step < 64; step++) {
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const round = (CONSTANTS[step] ?? 0) + (schedule[step] ?? 0);
      const first = (h + turned(e, 6, 11, 25) + choice + round) | 0;
      const second = (turned(a, 2, 13, 22) + majority) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, at) => {
      state[at] = ((state[at] ?? 0) + value) | 0;
    });
  }
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
}

function extended(block: readonly number[]): number[] {
  const schedule = [...block];
  for (let at = 16; at < 64; at++) {
    const early = schedule[at - 15] ?? 0;
    const late = schedule[at - 2] ?? 0;
    const small = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const large = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    schedule.push(((schedule[at - 16] ?? 0) + small + (schedule[at - 7] ?? 0) + large) | 0);
  }
  return schedule;
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function turned(word: number, first: number, second: number, third: number): number {
  return rotated(word, first) ^ rotated(word, second) ^ rotated(word, third);
}

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}
