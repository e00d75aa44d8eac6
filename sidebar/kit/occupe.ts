/**
 * Runs what a button starts, once at a time: a second press while it runs does nothing. The button
 * says what it does meanwhile and keeps the focus, which `disabled` would take away.
 *
 * @param meanwhile what the button reads while it runs, "Enregistrement…"
 */
export async function busy(
  button: HTMLButtonElement,
  meanwhile: string,
  action: () => Promise<void>,
): Promise<void> {
  if (button.getAttribute("aria-disabled") === "true") return;
  const label = button.textContent;
  button.setAttribute("aria-disabled", "true");
  button.textContent = meanwhile;
  try {
    await action();
  } finally {
    button.removeAttribute("aria-disabled");
    button.textContent = label;
  }
}
