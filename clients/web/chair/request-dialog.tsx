// What can be done with one request: call it out of order, move it, withdraw it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { delegationName } from "../core/names.ts";
import type { Modality } from "../core/contract.ts";
import { language, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { may, type Shown } from "../ui/live.ts";
import { ReasonDialog } from "./dialogs.tsx";

interface Props {
  readonly live: Shown<"podium">;
  readonly id: string;
  readonly close: () => void;
}

const OTHER: Readonly<Record<Modality, Modality>> = { in_person: "online", online: "in_person" };

export function RequestDialog({ live, id, close }: Props): JSX.Element | null {
  const [asking, ask] = useState<"call" | "withdraw">();
  const view = live.view.value;
  const entry = view.entries[id];
  if (entry === undefined) {
    return null;
  }
  const name = delegationName(view, entry.delegation, language()).text;
  if (asking !== undefined) {
    const call = asking === "call";
    return (
      <ReasonDialog
        title={t(call ? "request.call.title" : "request.withdraw.title", { name })}
        says={t(call ? "request.call.says" : "request.withdraw.says")}
        yes={t(call ? "request.call.yes" : "request.withdraw.yes")}
        required={call}
        act={(reason) =>
          void live.act({
            command: call ? "CallSpeaker" : "WithdrawRequest",
            request: id,
            ...(reason === undefined ? {} : { reason }),
          })
        }
        close={close}
      />
    );
  }
  const move = (): void => {
    close();
    void live.act({ command: "ChangeModality", request: id, modality: OTHER[entry.modality] });
  };
  return (
    <Dialog title={name} close={close}>
      <div class="dialog-actions column">
        {may(live, "CallSpeaker") && (
          <button type="button" onClick={() => ask("call")}>
            {t("request.call.open")}
          </button>
        )}
        {may(live, "ChangeModality") && (
          <button type="button" onClick={move}>
            {t(`request.speak_from.${OTHER[entry.modality]}`)}
          </button>
        )}
        {may(live, "WithdrawRequest") && (
          <button type="button" class="danger" onClick={() => ask("withdraw")}>
            {t("request.withdraw.open")}
          </button>
        )}
      </div>
    </Dialog>
  );
}
