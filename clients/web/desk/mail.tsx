// The desk's outbox; beside it announcements and the files for others.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Letter, Letters } from "../core/accreditation.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Mark } from "../ui/marks.tsx";
import { Announce } from "./announce.tsx";
import { momentOf, useAnswer, type Desk } from "./desk.ts";
import { Exports } from "./exports.tsx";
import { Pager } from "./pager.tsx";
import { Empty, Loading, Moment, Panel, SelectField, Table } from "./parts.tsx";

function State({ of }: { of: Letter }): JSX.Element {
  if (of.sent_at !== undefined) {
    return <Mark tone="ok">{t("mail.sent")}</Mark>;
  }
  return of.error === undefined ? <Mark>{t("mail.waiting")}</Mark> : <Mark tone="alert">{t("mail.failed")}</Mark>;
}

function Letter({ desk, id, close }: { desk: Desk; id: string; close: () => void }): JSX.Element {
  const told = useAnswer<Letter & { text: string }>(desk, `/mail/${id}`);
  return (
    <Dialog title={told?.subject ?? t("mail.letter")} close={close}>
      {told === undefined ? (
        <Loading />
      ) : (
        <>
          <p class="faint">
            <bdi>{told.address}</bdi> · {momentOf(desk, told.sent_at ?? told.due_at)}
          </p>
          {told.error && <p class="problem">{told.error}</p>}
          <pre class="letter">{told.text}</pre>
        </>
      )}
    </Dialog>
  );
}

function SoughtLetters(props: {
  sought: { address: string; state: string };
  seek: (sought: { address: string; state: string }) => void;
}): JSX.Element {
  const { sought, seek } = props;
  return (
    <div class="toolbar">
      <input
        type="search"
        value={sought.address}
        placeholder={t("mail.search")}
        aria-label={t("mail.search")}
        onInput={(event) => seek({ ...sought, address: event.currentTarget.value })}
      />
      <SelectField
        label={t("mail.state")}
        value={sought.state}
        change={(state) => seek({ ...sought, state })}
        choices={(["failed", "waiting", "sent"] as const).map((id) => ({ id, text: t(`mail.${id}`) }))}
        none={t("desk.filter.all")}
      />
    </div>
  );
}

function Outbox({ desk }: { desk: Desk }): JSX.Element {
  const [page, turn] = useState(1);
  const [sought, seek] = useState({ address: "", state: "" });
  const narrow = (to: typeof sought): void => {
    seek(to);
    turn(1);
  };
  const state = sought.state === "" ? "" : `&state=${sought.state}`;
  const told = useAnswer<Letters>(desk, `/mail?page=${page}&address=${encodeURIComponent(sought.address)}${state}`);
  const [opened, open] = useState<string>();
  const last = Math.max(Math.ceil((told?.total ?? 0) / 100), 1);
  const again = (id: string): void => void desk.attempt(() => desk.ask("POST", `/mail/${id}/again`), t("mail.again.done"));
  const head = [t("mail.subject"), t("mail.to"), t("mail.state"), t("mail.when"), { unseen: t("mail.again") }];
  return (
    <>
      <SoughtLetters sought={sought} seek={narrow} />
      {told === undefined ? <Loading /> : <p class="hint">{t("mail.unsent", { unsent: told.unsent, total: told.total })}</p>}
      {told?.letters.length === 0 && <Empty says="mail.nothing" />}
      {told !== undefined && told.letters.length > 0 && (
        <Table label={t("mail.title")} head={head}>
          {told.letters.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <button type="button" class="link" onClick={() => open(each.id)}>
                  <bdi>{each.subject}</bdi>
                </button>
                {each.error && each.sent_at === undefined && <small class="problem">{each.error}</small>}
              </th>
              <td>
                <bdi>{each.address}</bdi>
              </td>
              <td>
                <State of={each} />
              </td>
              <td class="nowrap">
                <Moment desk={desk} at={each.sent_at ?? each.due_at} />
              </td>
              <td>
                {each.sent_at === undefined && each.error !== undefined && (
                  <button type="button" class="small" onClick={() => again(each.id)}>
                    {t("mail.again")}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pager page={page} last={last} turn={turn} />
      {opened && <Letter desk={desk} id={opened} close={() => open(undefined)} />}
    </>
  );
}

export function MailScreen({ desk }: { desk: Desk }): JSX.Element {
  return (
    <div class="columns wide-first">
      <div class="column">
        <Panel title={t("mail.title")} class="outbox">
          <Outbox desk={desk} />
        </Panel>
      </div>
      <div class="column">
        <Announce desk={desk} />
        <Exports desk={desk} />
      </div>
    </div>
  );
}
