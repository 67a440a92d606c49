// Buttons that act on the meeting. One that is not ready stays where it is and can be reached, but does nothing.
import type { ComponentChildren, JSX } from "preact";
import type { Audience, Command } from "../core/contract.ts";
import { isLive, may, type Live } from "./live.ts";

interface PressProps {
  readonly ready: boolean;
  readonly press: () => void;
  readonly style?: string | undefined;
  readonly keys?: string;
  readonly label?: string;
  readonly pressed?: boolean;
  readonly children: ComponentChildren;
}

export function Press({ ready, press, style = "small", keys, label, pressed, children }: PressProps): JSX.Element {
  return (
    <button
      type="button"
      class={style}
      aria-disabled={!ready}
      {...(keys === undefined ? {} : { "aria-keyshortcuts": keys })}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      onClick={() => ready && press()}
    >
      {children}
      {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  );
}

type SendProps = Pick<PressProps, "style" | "children"> & {
  readonly live: Live<Audience>;
  readonly command: Command;
  readonly ready?: boolean;
  readonly label?: string;
};

/** Sends one command; not there for a login that may never send it. */
export function Send({ live, command, ready = true, ...look }: SendProps): JSX.Element | null {
  if (!may(live, command.command)) {
    return null;
  }
  return <Press {...look} ready={ready && isLive(live)} press={() => void live.act(command)} />;
}
