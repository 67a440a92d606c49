// Single keys for those who preside (WCAG 2.1.4: they can be switched off). None fires while a person
// types, holds a modifier, or answers a dialog.
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

const REMEMBERED_AS = "hemicycle.single-keys";
const TYPING = "input, textarea, select, [contenteditable]";

export type KeyMap = Readonly<Record<string, () => void>>;

export const singleKeys = signal(localStorage.getItem(REMEMBERED_AS) !== "off");

export function switchSingleKeys(on: boolean): void {
  singleKeys.value = on;
  localStorage.setItem(REMEMBERED_AS, on ? "on" : "off");
}

function meant(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat;
  const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
  return !modified && !typing && document.querySelector("dialog[open]") === null;
}

/** Listens while the component is there, with the keys of its last drawing: no key is lost between two. The help
 * key "?" works even when the others are switched off. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const act = latest.current[event.key.toLowerCase()];
      if (act !== undefined && meant(event) && (singleKeys.value || event.key === "?")) {
        event.preventDefault();
        act();
      }
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
