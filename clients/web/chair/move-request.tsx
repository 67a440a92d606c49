// Putting a speaker elsewhere on the list: a departure from the order, so with its reason on record.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PodiumEntry } from "../core/contract.ts";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, type Shown } from "../ui/live.ts";
import { RefusalToast } from "../ui/toast.tsx";

interface Props {
  readonly live: Shown<"podium">;
  readonly id: string;
  readonly entry: PodiumEntry;
  readonly close: () => void;
}

export function MoveRequestDialog({ live, id, entry, close }: Props): JSX.Element {
  const view = live.view.value;
  const order = view.lists[entry.item ?? view.item ?? ""]?.order ?? [];
  const [before, choose] = useState(order.find((each) => each !== id) ?? "");
  const [reason, setReason] = useState("");
  const name = (request: string): string =>
    delegationName(view, view.entries[request]?.delegation ?? "", language()).text;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const moved = { command: "MoveRequest", request: id, reason, ...(before === "" ? {} : { before }) } as const;
    if (await live.act(moved)) {
      close();
    }
  };
  return (
    <Dialog title={t("request.move.title", { name: name(id) })} close={close}>
      <RefusalToast live={live} />
      <form onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span>{t("request.move.before")}</span>
          <select value={before} autofocus onChange={(event) => choose(event.currentTarget.value)}>
            {order.map(
              (each, index) =>
                each !== id && (
                  <option key={each} value={each}>
                    {index + 1}. {name(each)}
                  </option>
                ),
            )}
            <option value="">{t("request.move.end")}</option>
          </select>
        </label>
        <label class="field">
          <span>{t("reason.required")}</span>
          <input value={reason} required maxLength={200} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        <div class="dialog-actions">
          <button type="submit" class="primary" aria-disabled={!isLive(live)}>
            {t("request.move.yes")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
