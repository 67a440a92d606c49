// The chair's single keys: what each component offers, in one order, and what was not done.
import { effect, signal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Command } from "../core/contract.ts";
import { KeyOrder, type KeyAct, type NotDone } from "../core/key-order.ts";
import { t, type Key } from "../i18n/t.ts";
import type { KeyLine } from "../ui/key-help.tsx";
import { useKeys } from "../ui/keys.ts";
import { isLive, may, type Shown } from "../ui/live.ts";
import { ACTS, KEY_OF } from "./acts.ts";

type KeyActs = Readonly<Record<string, KeyAct>>;

/** Keys of what is put to the body and of alerts; each works only while there is something to decide. */
const PUT_KEYS = ["m", "d", "v", "a"] as const;
const ROLL_CALL_KEYS = ["1", "2", "3", "0"];
/** They answer what is shown: a question put, an alert, the name called in a roll call. */
const ANSWERS = new Set(["d", "a", ...ROLL_CALL_KEYS]);
const KEYS = [...ACTS.map((act) => KEY_OF[act]), ...PUT_KEYS, ...ROLL_CALL_KEYS];

export const KEY_LINES: readonly KeyLine[] = [
  ...ACTS.map((act) => [KEY_OF[act].toUpperCase(), `help.${act}`] as const),
  ...PUT_KEYS.map((key) => [key.toUpperCase(), `help.key.${key}`] as const),
  ["1 2 3 0", "help.key.roll"],
];

const offered = new Set<{ readonly current: KeyActs }>();
const notDone = signal<NotDone | undefined>(undefined);

function find(key: string): KeyAct | undefined {
  return [...offered].map(({ current }) => current[key]).find((act) => act !== undefined);
}

/** What keys do while the component is there, as it was last drawn. */
export function useChairKeys(acts: KeyActs): void {
  const latest = useRef(acts);
  latest.current = acts;
  useLayoutEffect(() => {
    offered.add(latest);
    return () => void offered.delete(latest);
  }, []);
}

/** Makes what a key or a button answers: until the service has spoken, the same thing is not answered again. */
export function useAnswer(live: Shown<"podium">): (what: string, command: Command) => KeyAct {
  const underWay = useRef(new Set<string>());
  return (what, command) => ({
    ready: isLive(live) && may(live, command.command),
    early: () => underWay.current.has(what),
    act: () => {
      if (!underWay.current.has(what)) {
        underWay.current.add(what);
        void live.act(command).then(() => underWay.current.delete(what));
      }
    },
  });
}

/** Listens to the keys, once a console. */
export function useKeyOrder(live: Shown<"podium">): void {
  const order = useMemo(() => {
    const busy = (): boolean => live.underWay.value > 0;
    const tell = (told: NotDone | undefined): void => {
      notDone.value = told;
    };
    return new KeyOrder({ find, busy, tell }, ANSWERS);
  }, []);
  useKeys(Object.fromEntries(KEYS.map((key) => [key, () => order.press(key)])));
  useLayoutEffect(
    () =>
      effect(() => {
        if (!isLive(live)) {
          order.drop();
        } else if (live.underWay.value === 0) {
          setTimeout(() => order.answered(live.refusal.value !== undefined));
        }
      }),
    [],
  );
}

const SAYS = { not_now: "keys.not_now", too_early: "keys.too_early", dropped: "keys.dropped" } as const satisfies Record<
  NotDone["why"],
  Key
>;

/** Which keys did nothing, and why, until the next one does something. */
export function KeysNotDone(): JSX.Element {
  const told = notDone.value;
  return (
    <p class="keys-not-done" role="status">
      {told && t(SAYS[told.why], { keys: told.keys.map((key) => key.toUpperCase()).join(", ") })}
    </p>
  );
}
