import type { Locator, Page } from 'playwright-core';

/** No page of the app has as many stops; whoever tabs further goes in circles. */
const MOST_STOPS = 150;

/** A visitor without a pointer: reaches controls by Tab, and only where it can be seen where the focus is. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Tabs until the control has the focus, and insists that this can be seen. */
  async reach(control: Locator): Promise<void> {
    await control.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await hasFocus(control)) return this.#mustBeSeen(control);
      await this.press('Tab');
    }
    throw new Error(`Tab does not lead to ${control.toString()}.`);
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Reaches a button, link or switch and presses it. */
  async use(control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(control);
    await this.press(key);
  }

  /** Reaches a field and types in place of what is there. */
  async type(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.press('ControlOrMeta+A');
    await this.#page.keyboard.type(text);
  }

  /** Walks a radio group, tab list or menu by the arrow keys until the wanted one has the focus. */
  async arrowTo(control: Locator, key = 'ArrowRight'): Promise<void> {
    for (let step = 0; step < MOST_STOPS; step += 1) {
      if (await hasFocus(control)) return this.#mustBeSeen(control);
      await this.press(key);
    }
    throw new Error(`The arrow keys do not lead to ${control.toString()}.`);
  }

  async #mustBeSeen(control: Locator): Promise<void> {
    // A transition may just be drawing the ring, the page scrolling to it, or a toast going that lies over it.
    try {
      await this.#page.waitForFunction(isFocusSeen);
    } catch (cause) {
      const why = await this.#page.evaluate(whereTheFocusIs);
      throw new Error(`The focus on ${control.toString()} is not seen: ${why}.`, { cause });
    }
  }
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

/** Whether what has the focus, or the label around it, has an outline, and no other thing of the page lies over it. */
function isFocusSeen(): boolean {
  for (
    let ringed = document.activeElement;
    ringed && ringed !== document.body;
    ringed = ringed.parentElement
  ) {
    const after = getComputedStyle(ringed, '::after');
    const isRinged = [getComputedStyle(ringed), after].some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth.replace('px', '') >= '2',
    );
    if (!isRinged) continue;
    const { left, top, width, height } = ringed.getBoundingClientRect();
    const met = document.elementFromPoint(left + width / 2, top + height / 2);
    return met !== null && (ringed.contains(met) || met.contains(ringed));
  }
  return false;
}

/** For whoever reads a failure: what has the focus, where it is, and what lies over it. */
function whereTheFocusIs(): string {
  const told = (element: Element | null): string =>
    element === null ? 'nothing' : element.outerHTML.replace(/>.*/s, '>');
  const focused = document.activeElement;
  if (focused === null) return 'nothing has it';
  const { left, top, width, height } = focused.getBoundingClientRect();
  const met = document.elementFromPoint(left + width / 2, top + height / 2);
  return `${told(focused)} at ${left},${top} of ${width} by ${height}, over it ${told(met)}`;
}
