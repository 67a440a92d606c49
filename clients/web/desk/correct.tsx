// What a registration says wrongly is put right, with a reason; of one that is approved, place and seat follow.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { NOTHING_SAID, written, type PersonSaid } from "../ui/person-form.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import type { Registration } from "../core/accreditation.ts";
import type { Desk } from "./desk.ts";
import { TextField } from "./parts.tsx";
import { Registered } from "./registered.tsx";

function saidOf(of: Registration): PersonSaid {
  const { name, title = "", email = "", modality, role, sessions, language = "" } = of;
  return { ...NOTHING_SAID, name, title, email, modality, role, sessions, language };
}

const SAYS = {
  pending: "correct.says.pending",
  approved: "correct.says.approved",
  rejected: "correct.says.again",
  withdrawn: "correct.says.again",
} as const;

export function CorrectDialog({ desk, of, close }: { desk: Desk; of: Registration; close: () => void }): JSX.Element {
  const [said, say] = useState(saidOf(of));
  const [delegation, choose] = useState(of.delegation ?? "");
  const [reason, setReason] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    const body = { ...written(said), delegation, reason: reason.trim() };
    void desk
      .attempt(() => desk.ask("PUT", `/registrations/${of.id}`, body), t("correct.done", { name: said.name }))
      .then((done) => done && close());
  };
  return (
    <Dialog title={t("correct.title", { name: of.name })} close={close}>
      <RefusalToast live={desk} />
      <form onSubmit={submit} class="person-form">
        <p>{t(SAYS[of.state])}</p>
        <Registered desk={desk} delegation={delegation} choose={choose} said={said} say={say} ofAnother />
        <TextField label={t("reason.required")} value={reason} change={setReason} required />
        <div class="dialog-actions">
          <button type="button" onClick={close}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" class="primary">
            {t("correct.registration")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
