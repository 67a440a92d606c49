// The booth's keys ("?"), and the switch that turns the single keys off (WCAG 2.1.4).
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t, type Key } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { singleKeys, switchSingleKeys, useKeys } from "../ui/keys.ts";
import { SIGNALS } from "./signals.tsx";

const KEYS: readonly (readonly [key: string, does: Key])[] = [
  ["M", "booth.take"],
  ["R", "booth.release"],
  ["H", "help.booth.handover"],
  ["Y", "handover.accept"],
  ["N", "handover.decline"],
  ["B", "handover.cancel"],
  ...SIGNALS.map((kind, index) => [String(index + 1), `signal.${kind}`] as const),
  ["?", "help.help"],
];

function KeyHelp({ close }: { close: () => void }): JSX.Element {
  return (
    <Dialog title={t("help.title")} close={close}>
      <dl class="key-map">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
        />
        <span>{t("help.booth.single_keys")}</span>
      </label>
    </Dialog>
  );
}

export function Help(): JSX.Element {
  const [open, setOpen] = useState(false);
  useKeys({ "?": () => setOpen(true) });
  return (
    <>
      <button type="button" class="quiet" aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        {t("help.open")} <kbd aria-hidden="true">?</kbd>
      </button>
      {open && <KeyHelp close={() => setOpen(false)} />}
    </>
  );
}
