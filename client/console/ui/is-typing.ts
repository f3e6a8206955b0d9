/** Whether a key that was pressed there is meant as a letter. A dialog has keys of its own, too. */
export function isTyping(target: EventTarget | null): boolean {
  return isIn(target, 'input, textarea, select, [contenteditable="true"]') || isInDialog(target);
}

export function isInDialog(target: EventTarget | null): boolean {
  return isIn(target, '[role="dialog"]');
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
