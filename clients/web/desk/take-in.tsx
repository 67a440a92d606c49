// A registration that somebody asked the desk for; after the deadline with the officer's reason.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { NOTHING_SAID, PersonFields, written } from "../ui/person-form.tsx";
import { faultsOf } from "../ui/told.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import type { Desk } from "./desk.ts";
import { delegationChoices, SelectField, TextField } from "./parts.tsx";

export function TakeIn({ desk, close }: { desk: Desk; close: () => void }): JSX.Element {
  const [said, say] = useState(NOTHING_SAID);
  const [delegation, choose] = useState("");
  const [reason, setReason] = useState("");
  const sessions = desk.calendar.value?.calendar.sessions ?? [];
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
        <SelectField
          label={t("field.delegation")}
          value={delegation}
          change={choose}
          choices={delegationChoices(desk)}
          none={t("field.choose")}
          required
        />
        <PersonFields
          said={said}
          change={say}
          sessions={sessions.map(({ id, titles }) => ({ id, names: titles }))}
          faults={faultsOf(desk.refusal.value?.errors ?? [])}
        />
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
