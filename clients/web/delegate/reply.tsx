// Asking for the right of reply: to whose statement, and in which language.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { LanguageField } from "../ui/fields.tsx";
import { isLive, type Shown } from "../ui/live.ts";
import { RefusalToast } from "../ui/toast.tsx";

interface Props {
  readonly live: Shown<"hall">;
  readonly delegation: string;
  readonly close: () => void;
}

export function ReplyDialog({ live, delegation, close }: Props): JSX.Element {
  const [answers, choose] = useState("");
  const [spoken, speak] = useState("");
  const view = live.view.value;
  const heard = (view.item === undefined ? [] : (view.lists[view.item]?.delivered ?? [])).toReversed();
  const others = heard.filter((id) => view.entries[id]?.delegation !== delegation);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const asked = await live.act({
      command: "RequestFloor",
      kind: "reply",
      ...(answers === "" ? {} : { answers }),
      ...(spoken === "" ? {} : { language: spoken }),
    });
    if (asked) {
      close();
    }
  };
  return (
    <Dialog title={t("reply.title")} close={close}>
      <RefusalToast live={live} />
      <form onSubmit={(event) => void submit(event)}>
        <p>{t("reply.says")}</p>
        <div class="fields">
          <label class="field">
            <span>{t("reply.answers")}</span>
            <select value={answers} autofocus onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">{t("reply.answers.unsaid")}</option>
              {others.map((id) => (
                <option key={id} value={id}>
                  {delegationName(view, view.entries[id]?.delegation ?? "", language()).text}
                </option>
              ))}
            </select>
          </label>
          <LanguageField live={live} value={spoken} choose={speak} />
        </div>
        <div class="dialog-actions">
          <button type="submit" class="primary" aria-disabled={!isLive(live)}>
            {t("more.reply")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
