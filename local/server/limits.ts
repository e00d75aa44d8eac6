const MEGABYTE = 1024 * 1024;

/** Largest request bodies, in bytes. */
export const LARGEST = {
  small: 64 * 1024,
  changes: 32 * MEGABYTE,
  /** What `readWorkbookFile` takes at most. */
  file: 100 * MEGABYTE,
  workbook: 256 * MEGABYTE,
} as const;

/** Milliseconds that reading or writing a file may take before it is given up. */
export const LONGEST_TASK = 120_000;

/** Megabytes of memory that reading or writing a file may take. */
export const TASK_MEMORY = 2048;
