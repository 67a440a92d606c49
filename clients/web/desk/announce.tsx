// An announcement to all who are registered, or to those whom it concerns: sent once its number has been seen.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { categoryChoices, modalityChoices, sessionChoices } from "./choices.ts";
import { useAnswer, type Desk } from "./desk.ts";
import { AreaField, Loading, Panel, SelectField, TextField } from "./parts.tsx";

const NOBODY_LEFT_OUT = { modality: "", category: "", session: "" };

type To = typeof NOBODY_LEFT_OUT;

function Whom({ desk, to, choose }: { desk: Desk; to: To; choose: (to: To) => void }): JSX.Element {
  const none = t("desk.filter.all");
  const sessions = sessionChoices(desk);
  return (
    <div class="fields">
      <SelectField
        label={t("field.modality")}
        value={to.modality}
        change={(modality) => choose({ ...to, modality })}
        choices={modalityChoices()}
        none={none}
      />
      <SelectField
        label={t("field.category")}
        value={to.category}
        change={(category) => choose({ ...to, category })}
        choices={categoryChoices()}
        none={none}
      />
      {sessions.length > 0 && (
        <SelectField
          label={t("field.session")}
          value={to.session}
          change={(session) => choose({ ...to, session })}
          choices={sessions}
          none={none}
        />
      )}
    </div>
  );
}

interface Draft {
  readonly subject: string;
  readonly text: string;
  readonly to: Readonly<Record<string, string>>;
}

function Confirm({ desk, draft, close }: { desk: Desk; draft: Draft; close: (sent: boolean) => void }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const query = new URLSearchParams(draft.to).toString();
  const reached = useAnswer<{ people: number }>(desk, `/announcements/reach?${query}`)?.people;
  const send = (): void => {
    setBusy(true);
    void desk
      .attempt(() => desk.ask("POST", "/announcements", draft), t("announce.queued"))
      .then((done) => (done ? close(true) : setBusy(false)));
  };
  return (
    <Dialog title={t("announce.title")} close={() => close(false)}>
      <RefusalToast live={desk} />
      {reached === undefined ? <Loading /> : <p>{t("announce.reach", { count: reached })}</p>}
      <p>
        <b>
          <bdi>{draft.subject}</bdi>
        </b>
      </p>
      <div class="dialog-actions">
        <button type="button" onClick={() => close(false)}>
          {t("dialog.cancel")}
        </button>
        <button
          type="button"
          class="primary"
          aria-disabled={busy || !reached}
          onClick={() => !busy && reached && send()}
        >
          {t("announce.yes", { count: reached ?? 0 })}
        </button>
      </div>
    </Dialog>
  );
}

export function Announce({ desk }: { desk: Desk }): JSX.Element {
  const [subject, setSubject] = useState("");
  const [text, setText] = useState("");
  const [to, choose] = useState(NOBODY_LEFT_OUT);
  const [draft, confirm] = useState<Draft>();
  const submit = (event: Event): void => {
    event.preventDefault();
    confirm({ subject, text, to: Object.fromEntries(Object.entries(to).filter(([, chosen]) => chosen !== "")) });
  };
  const close = (sent: boolean): void => {
    confirm(undefined);
    if (sent) {
      setSubject("");
      setText("");
    }
  };
  return (
    <Panel title={t("announce.title")}>
      <form onSubmit={submit} class="stacked">
        <TextField label={t("mail.subject")} value={subject} change={setSubject} required />
        <AreaField label={t("announce.text")} rows={6} value={text} change={setText} required />
        <Whom desk={desk} to={to} choose={choose} />
        <div class="buttons">
          <button type="submit">{t("announce.send")}</button>
        </div>
      </form>
      {draft && <Confirm desk={desk} draft={draft} close={close} />}
    </Panel>
  );
}
