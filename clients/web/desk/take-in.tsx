// A registration that somebody asked the desk for; after the deadline with the officer's reason.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { NOTHING_SAID, written } from "../ui/person-form.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import type { Desk } from "./desk.ts";
import { TextField } from "./parts.tsx";
import { Registered } from "./registered.tsx";

export function TakeIn({ desk, close }: { desk: Desk; close: () => void }): JSX.Element {
  const [said, say] = useState(NOTHING_SAID);
  const [delegation, choose] = useState("");
  const [reason, setReason] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    const body = { ...written(said), delegation, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    void desk
      .attempt(() => desk.ask("POST", "/registrations", body), t("take_in.done", { name: said.name }))
      .then((done) => done && close());
  };
  return (
    <Dialog title={t("take_in.title")} close={close}>
      <RefusalToast live={desk} />
      <form onSubmit={submit} class="person-form">
        <Registered desk={desk} delegation={delegation} choose={choose} said={said} say={say} />
        <TextField label={t("take_in.reason")} value={reason} change={setReason} />
        <div class="dialog-actions">
          <button type="button" onClick={close}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" class="primary">
            {t("take_in.yes")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
