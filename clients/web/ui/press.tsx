// Buttons that act on the meeting. One that is not ready stays where it is and can be reached, but does nothing.
import type { ComponentChildren, JSX } from "preact";
import type { Audience, Command } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { isLive, isPending, may, type Live } from "./live.ts";

interface PressProps {
  readonly ready: boolean;
  readonly press: () => void;
  readonly style?: string | undefined;
  readonly keys?: string;
  readonly label?: string;
  readonly pressed?: boolean;
  /** It was pressed, and the service has not answered yet. */
  readonly pending?: boolean;
  readonly children: ComponentChildren;
}

/** Beside the words of a button that was pressed. */
export function Sending(): JSX.Element {
  return <small class="sending">{t("press.sending")}</small>;
}

export function Press(props: PressProps): JSX.Element {
  const { ready, press, style = "small", keys, label, pressed, pending = false, children } = props;
  return (
    <button
      type="button"
      class={style}
      aria-disabled={!ready || pending}
      {...(keys === undefined ? {} : { "aria-keyshortcuts": keys })}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      onClick={() => ready && !pending && press()}
    >
      {children}
      {pending && <Sending />}
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
  return (
    <Press
      {...look}
      ready={ready && isLive(live)}
      pending={isPending(live, command)}
      press={() => void live.act(command)}
    />
  );
}
