/** Canonical themes of the fund (domain: axe 3, fiches 3a to 3d, and Démat.ADS). */
export const THEMES = ["3a", "3b", "3c", "3d", "ADS"] as const;

export type Theme = (typeof THEMES)[number];
