// The key map ("?"), and the switch that turns the single keys off (WCAG 2.1.4).
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t, type Key } from "../i18n/t.ts";
import { Dialog } from "./dialog.tsx";
import { singleKeys, switchSingleKeys, useKeys } from "./keys.ts";

/** A key as it is printed, and what it does. */
export type KeyLine = readonly [key: string, does: Key];

interface Props {
  readonly keys: readonly KeyLine[];
  /** What the switch says. */
  readonly single: Key;
}

function KeyHelp({ keys, single, close }: Props & { close: () => void }): JSX.Element {
  return (
    <Dialog title={t("help.title")} close={close}>
      <dl class="key-map">
        {[...keys, ["?", "help.help"] as const].map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t("help.by_place")}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
        />
        <span>{t(single)}</span>
      </label>
    </Dialog>
  );
}

/** The button that shows a console's keys; "?" does the same. */
export function Help(props: Props & { style?: string }): JSX.Element {
  const { style = "quiet", ...help } = props;
  const [open, setOpen] = useState(false);
  useKeys({ "?": () => setOpen(true) });
  return (
    <>
      <button type="button" class={style} aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        {t("help.open")} <kbd aria-hidden="true">?</kbd>
      </button>
      {open && <KeyHelp {...help} close={() => setOpen(false)} />}
    </>
  );
}
