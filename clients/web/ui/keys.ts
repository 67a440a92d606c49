// Single keys for those who preside (WCAG 2.1.4: they can be switched off). None fires while a person
// types, holds a modifier, or answers a dialog, and one press does one thing: whoever takes it keeps it.
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { meantBy } from "../core/keyboard.ts";

const REMEMBERED_AS = "hemicycle.single-keys";
const TYPING = "input, textarea, select, [contenteditable]";

type KeyMap = Readonly<Record<string, () => void>>;

export const singleKeys = signal(localStorage.getItem(REMEMBERED_AS) !== "off");

export function switchSingleKeys(on: boolean): void {
  singleKeys.value = on;
  localStorage.setItem(REMEMBERED_AS, on ? "on" : "off");
}

/** Whether nobody has taken the press yet, and it is a press of that key alone. */
function isFree(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat;
  return !modified && !event.defaultPrevented;
}

function within(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

/** The dialog that a press has closed may be gone before the press reaches the window: its target still tells. */
function meant(event: KeyboardEvent): boolean {
  const answering = within(event, "dialog") || document.querySelector("dialog[open]") !== null;
  return isFree(event) && !within(event, TYPING) && !answering;
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** Listens from the moment the component is seen, with the keys of its last drawing: no key is lost before or between.
 * The help key "?" works even when the others are switched off. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const key = meantBy(event);
      const act = latest.current[key];
      if (act !== undefined && meant(event) && (singleKeys.value || key === "?")) {
        take(event, act);
      }
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

/** The keys of a dialog's own answers: they work only within it, and end there. */
export function dialogKeys(keys: KeyMap): (event: KeyboardEvent) => void {
  return (event) => {
    const act = keys[meantBy(event)];
    if (act !== undefined && isFree(event) && !within(event, TYPING)) {
      take(event, act);
    }
  };
}

/** A key that is held down presses no button twice: what came after the first press would be pressed unseen. */
export function onePressOneAct(): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.repeat && event.key === "Enter" && within(event, "button")) {
      event.preventDefault();
    }
  };
  addEventListener("keydown", listen, { capture: true });
}
