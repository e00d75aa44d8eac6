/** Whether a value is a `Date`, of this world or of the one that a script runs in. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}
