// The questions that some acts of the chair ask before they are sent.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, PassedOverCause } from "../core/contract.ts";
import { minutes } from "../core/clock.ts";
import { Dialog } from "../ui/dialog.tsx";
import { dialogKeys } from "../ui/keys.ts";
import { t } from "../i18n/t.ts";

export interface Asking {
  readonly act: (command: Command) => void;
  readonly close: () => void;
}

const CAUSES: readonly PassedOverCause[] = ["absent", "not_ready", "connection_lost"];
const EXTENSIONS = [30, 60, 120, 180, 300];

export function PassOverDialog(props: Asking & { lost: boolean }): JSX.Element {
  const likely: PassedOverCause = props.lost ? "connection_lost" : "absent";
  return (
    <Dialog title={t("pass.title")} close={props.close}>
      <p>{t("pass.says")}</p>
      <div class="dialog-actions column">
        {CAUSES.map((cause) => (
          <button
            key={cause}
            type="button"
            class={cause === likely ? "primary" : ""}
            autofocus={cause === likely}
            onClick={() => {
              props.close();
              props.act({ command: "PassOver", cause });
            }}
          >
            {t(`cause.${cause}`)}
          </button>
        ))}
      </div>
    </Dialog>
  );
}

export function ExtendDialog(props: Asking & { longest: number }): JSX.Element {
  return (
    <Dialog title={t("extend.title")} close={props.close}>
      <p>{t("extend.says")}</p>
      <div class="dialog-actions">
        {EXTENSIONS.filter((seconds) => seconds <= props.longest).map((seconds) => (
          <button
            key={seconds}
            type="button"
            class="digits"
            autofocus={seconds === 60}
            onClick={() => {
              props.close();
              props.act({ command: "ExtendTime", seconds });
            }}
          >
            +{minutes(seconds)}
          </button>
        ))}
      </div>
    </Dialog>
  );
}

/** U and D rule without the mouse, and do nothing else. */
export function RuleDialog(props: Asking & { mover: string }): JSX.Element {
  const rule = (upheld: boolean): void => {
    props.close();
    props.act({ command: "Rule", upheld });
  };
  return (
    <Dialog title={t("rule.title", { name: props.mover })} close={props.close}>
      <div onKeyDown={dialogKeys({ u: () => rule(true), d: () => rule(false) })}>
        <p>{t("rule.says")}</p>
        <div class="dialog-actions">
          <button type="button" onClick={() => rule(false)}>
            {t("rule.dismiss")} <kbd>D</kbd>
          </button>
          <button type="button" class="primary" autofocus onClick={() => rule(true)}>
            {t("rule.uphold")} <kbd>U</kbd>
          </button>
        </div>
      </div>
    </Dialog>
  );
}

interface ReasonProps {
  readonly title: string;
  readonly says: string;
  readonly yes: string;
  readonly required: boolean;
  readonly act: (reason: string | undefined) => void;
  readonly close: () => void;
}

/** Asks for a reason in free text; it is kept apart from the log. */
export function ReasonDialog(props: ReasonProps): JSX.Element {
  const [reason, setReason] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    props.close();
    props.act(reason.trim() === "" ? undefined : reason.trim());
  };
  return (
    <Dialog title={props.title} close={props.close}>
      <form onSubmit={submit}>
        <p>{props.says}</p>
        <label class="field">
          <span>{t(props.required ? "reason.required" : "reason.optional")}</span>
          <input
            value={reason}
            required={props.required}
            maxLength={200}
            autofocus
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <div class="dialog-actions">
          <button type="button" onClick={props.close}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" class="primary">
            {props.yes}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
