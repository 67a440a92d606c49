// The key map ("?"), and the switch that turns the single keys off (WCAG 2.1.4).
import type { JSX } from "preact";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { singleKeys, switchSingleKeys } from "../ui/keys.ts";
import { ACTS, KEY_OF } from "./acts.ts";

/** Keys of what is put to the body and of alerts; each works only while there is something to decide. */
const PUT_KEYS = ["m", "d", "v", "a"] as const;

export function KeyHelp({ close }: { close: () => void }): JSX.Element {
  return (
    <Dialog title={t("help.title")} close={close}>
      <dl class="key-map">
        {ACTS.map((act) => (
          <div key={act}>
            <dt>
              <kbd>{KEY_OF[act].toUpperCase()}</kbd>
            </dt>
            <dd>{t(`help.${act}`)}</dd>
          </div>
        ))}
        {PUT_KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{t(`help.key.${key}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t("help.help")}</dd>
        </div>
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
        />
        <span>{t("help.single_keys")}</span>
      </label>
    </Dialog>
  );
}
