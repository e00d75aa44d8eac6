/** An hour as a person reads it: `14:32`. */
export function hour(time: Date): string {
  return time.toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
}

/** A day and an hour: `22/11/2026 à 14:32`. */
export function dayAndTime(time: Date): string {
  return `${time.toLocaleDateString("fr-FR")} à ${hour(time)}`;
}
