// One registration beside what the note verbale says of the person, and what may be decided about it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { languageName, listed, t, type Key } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { alikeOf, approveAs, decide, type As, type Decision, type OfFile } from "./decisions.ts";
import { CorrectDialog } from "./correct.tsx";
import { momentOf, nameOf, scopeName, type Desk } from "./desk.ts";
import { TextField } from "./parts.tsx";
import { to } from "./route.ts";
import type { Nomination, Registration } from "../core/accreditation.ts";

interface Compared {
  readonly label: string;
  readonly here: string;
  readonly there: string | undefined;
}

function sessions(desk: Desk, of: { readonly sessions: readonly string[] }): string {
  return of.sessions.length === 0 ? t("field.sessions.all") : listed(of.sessions.map((id) => scopeName(desk, id)));
}

function comparedOf(desk: Desk, of: Registration, note: Nomination | undefined): readonly Compared[] {
  const named = note && sessions(desk, note);
  return [
    { label: t("field.name"), here: of.name, there: note?.name },
    { label: t("field.title"), here: of.title ?? "–", there: note && (note.title ?? "–") },
    { label: t("field.email"), here: of.email ?? "–", there: note && (note.email ?? "–") },
    { label: t("field.modality"), here: t(`modality.${of.modality}`), there: note && t(`modality.${note.modality}`) },
    { label: t("field.role"), here: t(`role.${of.role}`), there: note && t(`role.${note.role}`) },
    { label: t("field.sessions"), here: of.says_sessions ? sessions(desk, of) : (named ?? t("field.sessions.all")), there: named },
  ];
}

function Comparison({ desk, of }: { desk: Desk; of: Registration }): JSX.Element {
  return (
    <table class="compared">
      <thead>
        <tr>
          <td />
          <th scope="col">{t("decide.registration")}</th>
          <th scope="col">{t("decide.note")}</th>
        </tr>
      </thead>
      <tbody>
        {comparedOf(desk, of, of.nomination).map(({ label, here, there }) => {
          const differs = there !== undefined && there.toLocaleLowerCase() !== here.toLocaleLowerCase();
          return (
            <tr key={label} class={differs ? "differs" : ""}>
              <th scope="row">{label}</th>
              <td>
                <bdi>{here}</bdi>
              </td>
              <td>
                <bdi>{there ?? "–"}</bdi>
                {differs && <span class="unseen"> {t("decide.differs")}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The person is sure, and the note names her otherwise: the note may be followed without a reason. */
function mayFollowNote(of: Registration): boolean {
  return of.state === "pending" && of.match === "differs" && of.gone_at === undefined;
}

const OPEN_TO: Readonly<Record<Registration["state"], readonly Decision[]>> = {
  pending: ["approve", "reject", "withdraw"],
  approved: ["withdraw"],
  rejected: ["approve"],
  withdrawn: [],
};

const DONE: Readonly<Record<Decision, Key>> = {
  approve: "decide.done.approve",
  reject: "decide.done.reject",
  withdraw: "decide.done.withdraw",
};

function needsReason(of: Registration, how: Decision): boolean {
  return how === "reject" || (how === "approve" && !(of.clean && of.state === "pending"));
}

function Facts({ desk, of }: { desk: Desk; of: Registration }): JSX.Element {
  return (
    <ul class="facts">
      <li>{t("decide.submitted", { at: momentOf(desk, of.submitted_at), source: t(`source_of.${sourceOf(of)}`) })}</li>
      {of.language && <li>{t("decide.language", { language: languageName(of.language) })}</li>}
      {of.match === "doubtful" && <li>{t("decide.score", { score: of.score })}</li>}
      {of.match === "none" && of.state === "pending" && <li>{t("decide.none")}</li>}
      {of.late && <li>{t("decide.late", { reason: of.exception ?? "–" })}</li>}
      {of.gone_at && <li>{t("decide.gone", { at: momentOf(desk, of.gone_at) })}</li>}
      {of.decided_at && (
        <li>
          {t(`state.${of.state}`)} {momentOf(desk, of.decided_at)} {of.reason && `· ${of.reason}`}
        </li>
      )}
    </ul>
  );
}

function sourceOf(of: Registration): "form" | "desk" | "indico" {
  return of.source === "form" || of.source === "desk" ? of.source : "indico";
}

export function DecideDialog({ desk, of, close }: { desk: Desk; of: Registration; close: () => void }): JSX.Element {
  const [reason, setReason] = useState("");
  const [missing, miss] = useState(false);
  const [busy, setBusy] = useState(false);
  const [correcting, correct] = useState(false);
  const [alike, found] = useState<readonly OfFile[]>([]);
  const ended = (decided: boolean): void => {
    if (decided) {
      close();
      return;
    }
    found(alikeOf(desk.refusal.value));
    setBusy(false);
  };
  const approve = (as: As): void => {
    setBusy(true);
    void desk.attempt(() => approveAs(desk, of, as), t("decide.done.approve", { name: of.name })).then(ended);
  };
  const act = (how: Decision): void => {
    const said = reason.trim() || undefined;
    if (busy || (said === undefined && needsReason(of, how))) {
      miss(true);
      return;
    }
    setBusy(true);
    const done = t(DONE[how], { name: of.name });
    void desk.attempt(() => decide(desk, of, how, said), done).then(ended);
  };
  const ways = OPEN_TO[of.state];
  const officer = desk.session.capacity === "secretariat";
  if (correcting) {
    return <CorrectDialog desk={desk} of={of} close={close} />;
  }
  return (
    <Dialog title={of.name} close={close}>
      <RefusalToast live={desk} />
      <p class="fact">
        <bdi>{nameOf(desk, of.delegation).text}</bdi>
      </p>
      <Comparison desk={desk} of={of} />
      <Facts desk={desk} of={of} />
      {ways.length > 0 && (
        <>
          <TextField
            label={t(ways.some((how) => needsReason(of, how)) ? "decide.reason" : "reason.optional")}
            value={reason}
            change={setReason}
          />
          <p class="problem" role="alert">
            {missing && reason.trim() === "" ? t("decide.reason.missing") : ""}
          </p>
        </>
      )}
      <div class="dialog-actions">
        {officer && mayFollowNote(of) && (
          <button type="button" class="primary" aria-disabled={busy} onClick={() => approve({ as_named: true })}>
            {t("decide.as_named")}
          </button>
        )}
        {alike.map(({ participant, name }) => (
          <button
            key={participant}
            type="button"
            aria-disabled={busy}
            onClick={() => approve({ same_as: participant })}
          >
            {t("decide.same_as", { name })}
          </button>
        ))}
        {ways.map((how) => (
          <button
            key={how}
            type="button"
            class={how === "approve" ? "primary" : "danger"}
            aria-disabled={busy}
            onClick={() => act(how)}
          >
            {t(`decide.${how}`)}
          </button>
        ))}
        <a class="button" href={to("people", of.participant ?? of.id)} onClick={close}>
          {t("decide.person")}
        </a>
        {officer && (
          <button type="button" onClick={() => correct(true)}>
            {t("decide.correct")}
          </button>
        )}
      </div>
    </Dialog>
  );
}
