// A new conference from its file: looked through first, its faults listed by line and field, then created. The officer
// gets a login link of her own into it, shown once.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { NewConference, PlannedConference } from "../core/accreditation.ts";
import type { Problem } from "../core/contract.ts";
import { titled } from "../core/names.ts";
import { call } from "../core/session.ts";
import { language, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { problemOf } from "../ui/live.ts";
import { Spoken } from "../ui/marks.tsx";
import { Told } from "../ui/told.tsx";
import { Fresh } from "./fresh-link.tsx";
import { SelectField } from "./parts.tsx";

const PLACE = "api/v1/conferences";

function Refused({ problem }: { problem: Problem }): JSX.Element {
  return (
    <div class="file-faults">
      <p class="problem" role="alert">
        <Told problem={problem} />
      </p>
      <ul>
        {problem.errors?.map(({ loc, line, msg }, index) => (
          <li key={index}>
            {line !== undefined && <b>{t("refusal.line", { line })}</b>} <code>{loc}</code> <bdi lang="en">{msg}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Planned({ plan }: { plan: PlannedConference }): JSX.Element {
  const { meetings, delegations, people } = plan;
  return (
    <div class="tried" role="status">
      <p>{t("new_conference.is_right")}</p>
      <p>
        <b>
          <Spoken {...titled(plan.title, language())} />
        </b>{" "}
        <code>{plan.id}</code>
      </p>
      <p>{t("new_conference.holds", { meetings, delegations, people })}</p>
      <p>
        {t("new_conference.procedure")}: <Spoken {...titled(plan.procedure, language())} />
      </p>
    </div>
  );
}

function Created({ made, plan, close }: { made: NewConference; plan: PlannedConference; close: () => void }): JSX.Element {
  return (
    <div class="stacked">
      <p>{t("new_conference.done", { title: titled(plan.title, language()).text })}</p>
      <Fresh link={made.link} says={t("new_conference.link")} />
      <div class="dialog-actions">
        <button type="button" onClick={close}>
          {t("dialog.close")}
        </button>
      </div>
    </div>
  );
}

function NewConferenceForm({ made, close }: { made: (it: NewConference, plan: PlannedConference) => void; close: () => void }): JSX.Element {
  const [file, choose] = useState<File>();
  const [plan, setPlan] = useState<PlannedConference>();
  const [officer, setOfficer] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const chosen = (it: File | undefined): void => {
    choose(it);
    setPlan(undefined);
    setProblem(undefined);
  };
  const looked = (it: PlannedConference): void => {
    setPlan(it);
    setOfficer(it.secretariat.length === 1 ? (it.secretariat[0]?.id ?? "") : "");
  };
  const sent = async (content: File): Promise<void> => {
    const body = new FormData();
    body.append("file", content);
    if (plan === undefined) {
      looked((await call("POST", `${PLACE}/check`, body)) as PlannedConference);
    } else {
      body.append("participant", officer);
      made((await call("POST", PLACE, body)) as NewConference, plan);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (file === undefined || busy) {
      return;
    }
    setBusy(true);
    setProblem(undefined);
    sent(file)
      .catch((error: unknown) => setProblem(problemOf(error)))
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={submit} class="stacked">
      <label class="field">
        <span>{t("new_conference.file")}</span>
        <input type="file" accept=".toml" required onChange={(event) => chosen(event.currentTarget.files?.[0])} />
        <small>{t("new_conference.file.says")}</small>
      </label>
      {problem && <Refused problem={problem} />}
      {plan && <Planned plan={plan} />}
      {plan && (
        <SelectField
          label={t("new_conference.you_are")}
          value={officer}
          change={setOfficer}
          choices={plan.secretariat.map(({ id, name }) => ({ id, text: name }))}
          none={t("field.choose")}
          required
        />
      )}
      <div class="dialog-actions">
        <button type="button" onClick={close}>
          {t("dialog.cancel")}
        </button>
        <button type="submit" class="primary" aria-disabled={busy}>
          {t(plan === undefined ? "new_conference.check" : "new_conference.create")}
        </button>
      </div>
    </form>
  );
}

function NewConferenceDialog({ close }: { close: () => void }): JSX.Element {
  const [done, setDone] = useState<{ made: NewConference; plan: PlannedConference }>();
  return (
    <Dialog title={t("new_conference.title")} close={close}>
      {done === undefined ? (
        <NewConferenceForm made={(made, plan) => setDone({ made, plan })} close={close} />
      ) : (
        <Created {...done} close={close} />
      )}
    </Dialog>
  );
}

export function NewConferenceButton(): JSX.Element {
  const [asking, ask] = useState(false);
  return (
    <>
      <button type="button" class="small" onClick={() => ask(true)}>
        {t("new_conference.open")}
      </button>
      {asking && <NewConferenceDialog close={() => ask(false)} />}
    </>
  );
}
